#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 89379:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const ANY = Symbol('SemVer ANY')
// hoisted class for cyclic dependency
class Comparator {
  static get ANY () {
    return ANY
  }

  constructor (comp, options) {
    options = parseOptions(options)

    if (comp instanceof Comparator) {
      if (comp.loose === !!options.loose) {
        return comp
      } else {
        comp = comp.value
      }
    }

    comp = comp.trim().split(/\s+/).join(' ')
    debug('comparator', comp, options)
    this.options = options
    this.loose = !!options.loose
    this.parse(comp)

    if (this.semver === ANY) {
      this.value = ''
    } else {
      this.value = this.operator + this.semver.version
    }

    debug('comp', this)
  }

  parse (comp) {
    const r = this.options.loose ? re[t.COMPARATORLOOSE] : re[t.COMPARATOR]
    const m = comp.match(r)

    if (!m) {
      throw new TypeError(`Invalid comparator: ${comp}`)
    }

    this.operator = m[1] !== undefined ? m[1] : ''
    if (this.operator === '=') {
      this.operator = ''
    }

    // if it literally is just '>' or '' then allow anything.
    if (!m[2]) {
      this.semver = ANY
    } else {
      this.semver = new SemVer(m[2], this.options.loose)
    }
  }

  toString () {
    return this.value
  }

  test (version) {
    debug('Comparator.test', version, this.options.loose)

    if (this.semver === ANY || version === ANY) {
      return true
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    return cmp(version, this.operator, this.semver, this.options)
  }

  intersects (comp, options) {
    if (!(comp instanceof Comparator)) {
      throw new TypeError('a Comparator is required')
    }

    if (this.operator === '') {
      if (this.value === '') {
        return true
      }
      return new Range(comp.value, options).test(this.value)
    } else if (comp.operator === '') {
      if (comp.value === '') {
        return true
      }
      return new Range(this.value, options).test(comp.semver)
    }

    options = parseOptions(options)

    // Special cases where nothing can possibly be lower
    if (options.includePrerelease &&
      (this.value === '<0.0.0-0' || comp.value === '<0.0.0-0')) {
      return false
    }
    if (!options.includePrerelease &&
      (this.value.startsWith('<0.0.0') || comp.value.startsWith('<0.0.0'))) {
      return false
    }

    // Same direction increasing (> or >=)
    if (this.operator.startsWith('>') && comp.operator.startsWith('>')) {
      return true
    }
    // Same direction decreasing (< or <=)
    if (this.operator.startsWith('<') && comp.operator.startsWith('<')) {
      return true
    }
    // same SemVer and both sides are inclusive (<= or >=)
    if (
      (this.semver.version === comp.semver.version) &&
      this.operator.includes('=') && comp.operator.includes('=')) {
      return true
    }
    // opposite directions less than
    if (cmp(this.semver, '<', comp.semver, options) &&
      this.operator.startsWith('>') && comp.operator.startsWith('<')) {
      return true
    }
    // opposite directions greater than
    if (cmp(this.semver, '>', comp.semver, options) &&
      this.operator.startsWith('<') && comp.operator.startsWith('>')) {
      return true
    }
    return false
  }
}

module.exports = Comparator

const parseOptions = __nccwpck_require__(70356)
const { safeRe: re, t } = __nccwpck_require__(95471)
const cmp = __nccwpck_require__(28646)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(96782)


/***/ }),

/***/ 96782:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SPACE_CHARACTERS = /\s+/g

// hoisted class for cyclic dependency
class Range {
  constructor (range, options) {
    options = parseOptions(options)

    if (range instanceof Range) {
      if (
        range.loose === !!options.loose &&
        range.includePrerelease === !!options.includePrerelease
      ) {
        return range
      } else {
        return new Range(range.raw, options)
      }
    }

    if (range instanceof Comparator) {
      // just put it in the set and return
      this.raw = range.value
      this.set = [[range]]
      this.formatted = undefined
      return this
    }

    this.options = options
    this.loose = !!options.loose
    this.includePrerelease = !!options.includePrerelease

    // First reduce all whitespace as much as possible so we do not have to rely
    // on potentially slow regexes like \s*. This is then stored and used for
    // future error messages as well.
    this.raw = range.trim().replace(SPACE_CHARACTERS, ' ')

    // First, split on ||
    this.set = this.raw
      .split('||')
      // map the range to a 2d array of comparators
      .map(r => this.parseRange(r.trim()))
      // throw out any comparator lists that are empty
      // this generally means that it was not a valid range, which is allowed
      // in loose mode, but will still throw if the WHOLE range is invalid.
      .filter(c => c.length)

    if (!this.set.length) {
      throw new TypeError(`Invalid SemVer Range: ${this.raw}`)
    }

    // if we have any that are not the null set, throw out null sets.
    if (this.set.length > 1) {
      // keep the first one, in case they're all null sets
      const first = this.set[0]
      this.set = this.set.filter(c => !isNullSet(c[0]))
      if (this.set.length === 0) {
        this.set = [first]
      } else if (this.set.length > 1) {
        // if we have any that are *, then the range is just *
        for (const c of this.set) {
          if (c.length === 1 && isAny(c[0])) {
            this.set = [c]
            break
          }
        }
      }
    }

    this.formatted = undefined
  }

  get range () {
    if (this.formatted === undefined) {
      this.formatted = ''
      for (let i = 0; i < this.set.length; i++) {
        if (i > 0) {
          this.formatted += '||'
        }
        const comps = this.set[i]
        for (let k = 0; k < comps.length; k++) {
          if (k > 0) {
            this.formatted += ' '
          }
          this.formatted += comps[k].toString().trim()
        }
      }
    }
    return this.formatted
  }

  format () {
    return this.range
  }

  toString () {
    return this.range
  }

  parseRange (range) {
    // strip build metadata so it can't bleed into the version
    range = range.replace(BUILDSTRIPRE, '')

    // memoize range parsing for performance.
    // this is a very hot path, and fully deterministic.
    const memoOpts =
      (this.options.includePrerelease && FLAG_INCLUDE_PRERELEASE) |
      (this.options.loose && FLAG_LOOSE)
    const memoKey = memoOpts + ':' + range
    const cached = cache.get(memoKey)
    if (cached) {
      return cached
    }

    const loose = this.options.loose
    // `1.2.3 - 1.2.4` => `>=1.2.3 <=1.2.4`
    const hr = loose ? re[t.HYPHENRANGELOOSE] : re[t.HYPHENRANGE]
    range = range.replace(hr, hyphenReplace(this.options.includePrerelease))
    debug('hyphen replace', range)

    // `> 1.2.3 < 1.2.5` => `>1.2.3 <1.2.5`
    range = trimComparatorWhitespace(range)
    debug('comparator trim', range)

    // `~ 1.2.3` => `~1.2.3`
    range = range.replace(re[t.TILDETRIM], tildeTrimReplace)
    debug('tilde trim', range)

    // `^ 1.2.3` => `^1.2.3`
    range = range.replace(re[t.CARETTRIM], caretTrimReplace)
    debug('caret trim', range)

    // At this point, the range is completely trimmed and
    // ready to be split into comparators.

    let rangeList = range
      .split(' ')
      .map(comp => parseComparator(comp, this.options))
      .join(' ')
      .split(/\s+/)
      // >=0.0.0 is equivalent to *
      .map(comp => replaceGTE0(comp, this.options))

    if (loose) {
      // in loose mode, throw out any that are not valid comparators
      rangeList = rangeList.filter(comp => {
        debug('loose invalid filter', comp, this.options)
        return !!comp.match(re[t.COMPARATORLOOSE])
      })
    }
    debug('range list', rangeList)

    // if any comparators are the null set, then replace with JUST null set
    // if more than one comparator, remove any * comparators
    // also, don't include the same comparator more than once
    const rangeMap = new Map()
    const comparators = rangeList.map(comp => new Comparator(comp, this.options))
    for (const comp of comparators) {
      if (isNullSet(comp)) {
        return [comp]
      }
      rangeMap.set(comp.value, comp)
    }
    if (rangeMap.size > 1 && rangeMap.has('')) {
      rangeMap.delete('')
    }

    const result = [...rangeMap.values()]
    cache.set(memoKey, result)
    return result
  }

  intersects (range, options) {
    if (!(range instanceof Range)) {
      throw new TypeError('a Range is required')
    }

    return this.set.some((thisComparators) => {
      return (
        isSatisfiable(thisComparators, options) &&
        range.set.some((rangeComparators) => {
          return (
            isSatisfiable(rangeComparators, options) &&
            thisComparators.every((thisComparator) => {
              return rangeComparators.every((rangeComparator) => {
                return thisComparator.intersects(rangeComparator, options)
              })
            })
          )
        })
      )
    })
  }

  // if ANY of the sets match ALL of its comparators, then pass
  test (version) {
    if (!version) {
      return false
    }

    if (typeof version === 'string') {
      try {
        version = new SemVer(version, this.options)
      } catch (er) {
        return false
      }
    }

    for (let i = 0; i < this.set.length; i++) {
      if (testSet(this.set[i], version, this.options)) {
        return true
      }
    }
    return false
  }
}

module.exports = Range

const LRU = __nccwpck_require__(61383)
const cache = new LRU()

const parseOptions = __nccwpck_require__(70356)
const Comparator = __nccwpck_require__(89379)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const trimComparatorWhitespace = __nccwpck_require__(69737)
const {
  safeRe: re,
  src,
  t,
  tildeTrimReplace,
  caretTrimReplace,
} = __nccwpck_require__(95471)
const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = __nccwpck_require__(45101)

// unbounded global build-metadata stripper used by parseRange
const BUILDSTRIPRE = new RegExp(src[t.BUILD], 'g')

const isNullSet = c => c.value === '<0.0.0-0'
const isAny = c => c.value === ''

// take a set of comparators and determine whether there
// exists a version which can satisfy it
const isSatisfiable = (comparators, options) => {
  let result = true
  const remainingComparators = comparators.slice()
  let testComparator = remainingComparators.pop()

  while (result && remainingComparators.length) {
    result = remainingComparators.every((otherComparator) => {
      return testComparator.intersects(otherComparator, options)
    })

    testComparator = remainingComparators.pop()
  }

  return result
}

// comprised of xranges, tildes, stars, and gtlt's at this point.
// already replaced the hyphen ranges
// turn into a set of JUST comparators.
const parseComparator = (comp, options) => {
  comp = comp.replace(re[t.BUILD], '')
  debug('comp', comp, options)
  comp = replaceCarets(comp, options)
  debug('caret', comp)
  comp = replaceTildes(comp, options)
  debug('tildes', comp)
  comp = replaceXRanges(comp, options)
  debug('xrange', comp)
  comp = replaceStars(comp, options)
  debug('stars', comp)
  return comp
}

const isX = id => !id || id.toLowerCase() === 'x' || id === '*'

const invalidXRangeOrder = (M, m, p) => (
  (isX(M) && !isX(m)) ||
  (isX(m) && p && !isX(p))
)

// ~, ~> --> * (any, kinda silly)
// ~2, ~2.x, ~2.x.x, ~>2, ~>2.x ~>2.x.x --> >=2.0.0 <3.0.0-0
// ~2.0, ~2.0.x, ~>2.0, ~>2.0.x --> >=2.0.0 <2.1.0-0
// ~1.2, ~1.2.x, ~>1.2, ~>1.2.x --> >=1.2.0 <1.3.0-0
// ~1.2.3, ~>1.2.3 --> >=1.2.3 <1.3.0-0
// ~1.2.0, ~>1.2.0 --> >=1.2.0 <1.3.0-0
// ~0.0.1 --> >=0.0.1 <0.1.0-0
const replaceTildes = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceTilde(c, options))
    .join(' ')
}

const replaceTilde = (comp, options) => {
  const r = options.loose ? re[t.TILDELOOSE] : re[t.TILDE]
  // if we're including prereleases in the match, then the lower bound is
  // -0, the lowest possible prerelease value, just like x-ranges and carets.
  // this keeps `~1.2` equivalent to the `1.2.x` x-range it's documented as.
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('tilde', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      // ~1.2 == >=1.2.0 <1.3.0-0
      ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
    } else if (pr) {
      debug('replaceTilde pr', pr)
      ret = `>=${M}.${m}.${p}-${pr
      } <${M}.${+m + 1}.0-0`
    } else {
      // ~1.2.3 == >=1.2.3 <1.3.0-0
      ret = `>=${M}.${m}.${p
      } <${M}.${+m + 1}.0-0`
    }

    debug('tilde return', ret)
    return ret
  })
}

// ^ --> * (any, kinda silly)
// ^2, ^2.x, ^2.x.x --> >=2.0.0 <3.0.0-0
// ^2.0, ^2.0.x --> >=2.0.0 <3.0.0-0
// ^1.2, ^1.2.x --> >=1.2.0 <2.0.0-0
// ^1.2.3 --> >=1.2.3 <2.0.0-0
// ^1.2.0 --> >=1.2.0 <2.0.0-0
// ^0.0.1 --> >=0.0.1 <0.0.2-0
// ^0.1.0 --> >=0.1.0 <0.2.0-0
const replaceCarets = (comp, options) => {
  return comp
    .trim()
    .split(/\s+/)
    .map((c) => replaceCaret(c, options))
    .join(' ')
}

const replaceCaret = (comp, options) => {
  debug('caret', comp, options)
  const r = options.loose ? re[t.CARETLOOSE] : re[t.CARET]
  const z = options.includePrerelease ? '-0' : ''
  return comp.replace(r, (_, M, m, p, pr) => {
    debug('caret', comp, _, M, m, p, pr)
    let ret

    if (isX(M)) {
      ret = ''
    } else if (isX(m)) {
      ret = `>=${M}.0.0${z} <${+M + 1}.0.0-0`
    } else if (isX(p)) {
      if (M === '0') {
        ret = `>=${M}.${m}.0${z} <${M}.${+m + 1}.0-0`
      } else {
        ret = `>=${M}.${m}.0${z} <${+M + 1}.0.0-0`
      }
    } else if (pr) {
      debug('replaceCaret pr', pr)
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p}-${pr
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p}-${pr
        } <${+M + 1}.0.0-0`
      }
    } else {
      debug('no pr')
      if (M === '0') {
        if (m === '0') {
          ret = `>=${M}.${m}.${p
          } <${M}.${m}.${+p + 1}-0`
        } else {
          ret = `>=${M}.${m}.${p
          } <${M}.${+m + 1}.0-0`
        }
      } else {
        ret = `>=${M}.${m}.${p
        } <${+M + 1}.0.0-0`
      }
    }

    debug('caret return', ret)
    return ret
  })
}

const replaceXRanges = (comp, options) => {
  debug('replaceXRanges', comp, options)
  return comp
    .split(/\s+/)
    .map((c) => replaceXRange(c, options))
    .join(' ')
}

const replaceXRange = (comp, options) => {
  comp = comp.trim()
  const r = options.loose ? re[t.XRANGELOOSE] : re[t.XRANGE]
  return comp.replace(r, (ret, gtlt, M, m, p, pr) => {
    debug('xRange', comp, ret, gtlt, M, m, p, pr)
    if (invalidXRangeOrder(M, m, p)) {
      return comp
    }

    const xM = isX(M)
    const xm = xM || isX(m)
    const xp = xm || isX(p)
    const anyX = xp

    if (gtlt === '=' && anyX) {
      gtlt = ''
    }

    // if we're including prereleases in the match, then we need
    // to fix this to -0, the lowest possible prerelease value
    pr = options.includePrerelease ? '-0' : ''

    if (xM) {
      if (gtlt === '>' || gtlt === '<') {
        // nothing is allowed
        ret = '<0.0.0-0'
      } else {
        // nothing is forbidden
        ret = '*'
      }
    } else if (gtlt && anyX) {
      // we know patch is an x, because we have any x at all.
      // replace X with 0
      if (xm) {
        m = 0
      }
      p = 0

      if (gtlt === '>') {
        // >1 => >=2.0.0
        // >1.2 => >=1.3.0
        gtlt = '>='
        if (xm) {
          M = +M + 1
          m = 0
          p = 0
        } else {
          m = +m + 1
          p = 0
        }
      } else if (gtlt === '<=') {
        // <=0.7.x is actually <0.8.0, since any 0.7.x should
        // pass.  Similarly, <=7.x is actually <8.0.0, etc.
        gtlt = '<'
        if (xm) {
          M = +M + 1
        } else {
          m = +m + 1
        }
      }

      if (gtlt === '<') {
        pr = '-0'
      }

      ret = `${gtlt + M}.${m}.${p}${pr}`
    } else if (xm) {
      ret = `>=${M}.0.0${pr} <${+M + 1}.0.0-0`
    } else if (xp) {
      ret = `>=${M}.${m}.0${pr
      } <${M}.${+m + 1}.0-0`
    }

    debug('xRange return', ret)

    return ret
  })
}

// Because * is AND-ed with everything else in the comparator,
// and '' means "any version", just remove the *s entirely.
const replaceStars = (comp, options) => {
  debug('replaceStars', comp, options)
  // Looseness is ignored here.  star is always as loose as it gets!
  return comp
    .trim()
    .replace(re[t.STAR], '')
}

const replaceGTE0 = (comp, options) => {
  debug('replaceGTE0', comp, options)
  return comp
    .trim()
    .replace(re[options.includePrerelease ? t.GTE0PRE : t.GTE0], '')
}

// This function is passed to string.replace(re[t.HYPHENRANGE])
// M, m, patch, prerelease, build
// 1.2 - 3.4.5 => >=1.2.0 <=3.4.5
// 1.2.3 - 3.4 => >=1.2.0 <3.5.0-0 Any 3.4.x will do
// 1.2 - 3.4 => >=1.2.0 <3.5.0-0
// TODO build?
const hyphenReplace = incPr => ($0,
  from, fM, fm, fp, fpr, fb,
  to, tM, tm, tp, tpr) => {
  if (isX(fM)) {
    from = ''
  } else if (isX(fm)) {
    from = `>=${fM}.0.0${incPr ? '-0' : ''}`
  } else if (isX(fp)) {
    from = `>=${fM}.${fm}.0${incPr ? '-0' : ''}`
  } else if (fpr) {
    from = `>=${from}`
  } else {
    from = `>=${from}${incPr ? '-0' : ''}`
  }

  if (isX(tM)) {
    to = ''
  } else if (isX(tm)) {
    to = `<${+tM + 1}.0.0-0`
  } else if (isX(tp)) {
    to = `<${tM}.${+tm + 1}.0-0`
  } else if (tpr) {
    to = `<=${tM}.${tm}.${tp}-${tpr}`
  } else if (incPr) {
    to = `<${tM}.${tm}.${+tp + 1}-0`
  } else {
    to = `<=${to}`
  }

  return `${from} ${to}`.trim()
}

const testSet = (set, version, options) => {
  for (let i = 0; i < set.length; i++) {
    if (!set[i].test(version)) {
      return false
    }
  }

  if (version.prerelease.length && !options.includePrerelease) {
    // Find the set of versions that are allowed to have prereleases
    // For example, ^1.2.3-pr.1 desugars to >=1.2.3-pr.1 <2.0.0
    // That should allow `1.2.3-pr.2` to pass.
    // However, `1.2.4-alpha.notready` should NOT be allowed,
    // even though it's within the range set by the comparators.
    for (let i = 0; i < set.length; i++) {
      debug(set[i].semver)
      if (set[i].semver === Comparator.ANY) {
        continue
      }

      if (set[i].semver.prerelease.length > 0) {
        const allowed = set[i].semver
        if (allowed.major === version.major &&
            allowed.minor === version.minor &&
            allowed.patch === version.patch) {
          return true
        }
      }
    }

    // Version has a -pre, but it's not one of the ones we like.
    return false
  }

  return true
}


/***/ }),

/***/ 7163:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const debug = __nccwpck_require__(1159)
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(45101)
const { safeRe: re, t } = __nccwpck_require__(95471)

const parseOptions = __nccwpck_require__(70356)
const { compareIdentifiers } = __nccwpck_require__(73348)

const isPrereleaseIdentifier = (prerelease, identifier) => {
  const identifiers = identifier.split('.')
  if (identifiers.length > prerelease.length) {
    return false
  }

  for (let i = 0; i < identifiers.length; i++) {
    if (compareIdentifiers(prerelease[i], identifiers[i]) !== 0) {
      return false
    }
  }

  return true
}

class SemVer {
  constructor (version, options) {
    options = parseOptions(options)

    if (version instanceof SemVer) {
      if (version.loose === !!options.loose &&
        version.includePrerelease === !!options.includePrerelease) {
        return version
      } else {
        version = version.version
      }
    } else if (typeof version !== 'string') {
      throw new TypeError(`Invalid version. Must be a string. Got type "${typeof version}".`)
    }

    if (version.length > MAX_LENGTH) {
      throw new TypeError(
        `version is longer than ${MAX_LENGTH} characters`
      )
    }

    debug('SemVer', version, options)
    this.options = options
    this.loose = !!options.loose
    // this isn't actually relevant for versions, but keep it so that we
    // don't run into trouble passing this.options around.
    this.includePrerelease = !!options.includePrerelease

    const m = version.trim().match(options.loose ? re[t.LOOSE] : re[t.FULL])

    if (!m) {
      throw new TypeError(`Invalid Version: ${version}`)
    }

    this.raw = version

    // these are actually numbers
    this.major = +m[1]
    this.minor = +m[2]
    this.patch = +m[3]

    if (this.major > MAX_SAFE_INTEGER || this.major < 0) {
      throw new TypeError('Invalid major version')
    }

    if (this.minor > MAX_SAFE_INTEGER || this.minor < 0) {
      throw new TypeError('Invalid minor version')
    }

    if (this.patch > MAX_SAFE_INTEGER || this.patch < 0) {
      throw new TypeError('Invalid patch version')
    }

    // numberify any prerelease numeric ids
    if (!m[4]) {
      this.prerelease = []
    } else {
      this.prerelease = m[4].split('.').map((id) => {
        if (/^[0-9]+$/.test(id)) {
          const num = +id
          if (num >= 0 && num < MAX_SAFE_INTEGER) {
            return num
          }
        }
        return id
      })
    }

    this.build = m[5] ? m[5].split('.') : []
    this.format()
  }

  format () {
    this.version = `${this.major}.${this.minor}.${this.patch}`
    if (this.prerelease.length) {
      this.version += `-${this.prerelease.join('.')}`
    }
    return this.version
  }

  toString () {
    return this.version
  }

  compare (other) {
    debug('SemVer.compare', this.version, this.options, other)
    if (!(other instanceof SemVer)) {
      if (typeof other === 'string' && other === this.version) {
        return 0
      }
      other = new SemVer(other, this.options)
    }

    if (other.version === this.version) {
      return 0
    }

    return this.compareMain(other) || this.comparePre(other)
  }

  compareMain (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    if (this.major < other.major) {
      return -1
    }
    if (this.major > other.major) {
      return 1
    }
    if (this.minor < other.minor) {
      return -1
    }
    if (this.minor > other.minor) {
      return 1
    }
    if (this.patch < other.patch) {
      return -1
    }
    if (this.patch > other.patch) {
      return 1
    }
    return 0
  }

  comparePre (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    // NOT having a prerelease is > having one
    if (this.prerelease.length && !other.prerelease.length) {
      return -1
    } else if (!this.prerelease.length && other.prerelease.length) {
      return 1
    } else if (!this.prerelease.length && !other.prerelease.length) {
      return 0
    }

    let i = 0
    do {
      const a = this.prerelease[i]
      const b = other.prerelease[i]
      debug('prerelease compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  compareBuild (other) {
    if (!(other instanceof SemVer)) {
      other = new SemVer(other, this.options)
    }

    let i = 0
    do {
      const a = this.build[i]
      const b = other.build[i]
      debug('build compare', i, a, b)
      if (a === undefined && b === undefined) {
        return 0
      } else if (b === undefined) {
        return 1
      } else if (a === undefined) {
        return -1
      } else if (a === b) {
        continue
      } else {
        return compareIdentifiers(a, b)
      }
    } while (++i)
  }

  // preminor will bump the version up to the next minor release, and immediately
  // down to pre-release. premajor and prepatch work the same way.
  inc (release, identifier, identifierBase) {
    if (release.startsWith('pre')) {
      if (!identifier && identifierBase === false) {
        throw new Error('invalid increment argument: identifier is empty')
      }
      // Avoid an invalid semver results
      if (identifier) {
        const match = `-${identifier}`.match(this.options.loose ? re[t.PRERELEASELOOSE] : re[t.PRERELEASE])
        if (!match || match[1] !== identifier) {
          throw new Error(`invalid identifier: ${identifier}`)
        }
      }
    }

    switch (release) {
      case 'premajor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor = 0
        this.major++
        this.inc('pre', identifier, identifierBase)
        break
      case 'preminor':
        this.prerelease.length = 0
        this.patch = 0
        this.minor++
        this.inc('pre', identifier, identifierBase)
        break
      case 'prepatch':
        // If this is already a prerelease, it will bump to the next version
        // drop any prereleases that might already exist, since they are not
        // relevant at this point.
        this.prerelease.length = 0
        this.inc('patch', identifier, identifierBase)
        this.inc('pre', identifier, identifierBase)
        break
      // If the input is a non-prerelease version, this acts the same as
      // prepatch.
      case 'prerelease':
        if (this.prerelease.length === 0) {
          this.inc('patch', identifier, identifierBase)
        }
        this.inc('pre', identifier, identifierBase)
        break
      case 'release':
        if (this.prerelease.length === 0) {
          throw new Error(`version ${this.raw} is not a prerelease`)
        }
        this.prerelease.length = 0
        break

      case 'major':
        // If this is a pre-major version, bump up to the same major version.
        // Otherwise increment major.
        // 1.0.0-5 bumps to 1.0.0
        // 1.1.0 bumps to 2.0.0
        if (
          this.minor !== 0 ||
          this.patch !== 0 ||
          this.prerelease.length === 0
        ) {
          this.major++
        }
        this.minor = 0
        this.patch = 0
        this.prerelease = []
        break
      case 'minor':
        // If this is a pre-minor version, bump up to the same minor version.
        // Otherwise increment minor.
        // 1.2.0-5 bumps to 1.2.0
        // 1.2.1 bumps to 1.3.0
        if (this.patch !== 0 || this.prerelease.length === 0) {
          this.minor++
        }
        this.patch = 0
        this.prerelease = []
        break
      case 'patch':
        // If this is not a pre-release version, it will increment the patch.
        // If it is a pre-release it will bump up to the same patch version.
        // 1.2.0-5 patches to 1.2.0
        // 1.2.0 patches to 1.2.1
        if (this.prerelease.length === 0) {
          this.patch++
        }
        this.prerelease = []
        break
      // This probably shouldn't be used publicly.
      // 1.0.0 'pre' would become 1.0.0-0 which is the wrong direction.
      case 'pre': {
        const base = Number(identifierBase) ? 1 : 0

        if (this.prerelease.length === 0) {
          this.prerelease = [base]
        } else {
          let i = this.prerelease.length
          while (--i >= 0) {
            if (typeof this.prerelease[i] === 'number') {
              this.prerelease[i]++
              i = -2
            }
          }
          if (i === -1) {
            // didn't increment anything
            if (identifier === this.prerelease.join('.') && identifierBase === false) {
              throw new Error('invalid increment argument: identifier already exists')
            }
            this.prerelease.push(base)
          }
        }
        if (identifier) {
          // 1.2.0-beta.1 bumps to 1.2.0-beta.2,
          // 1.2.0-beta.fooblz or 1.2.0-beta bumps to 1.2.0-beta.0
          let prerelease = [identifier, base]
          if (identifierBase === false) {
            prerelease = [identifier]
          }
          if (isPrereleaseIdentifier(this.prerelease, identifier)) {
            const prereleaseBase = this.prerelease[identifier.split('.').length]
            if (isNaN(prereleaseBase)) {
              this.prerelease = prerelease
            }
          } else {
            this.prerelease = prerelease
          }
        }
        break
      }
      default:
        throw new Error(`invalid increment argument: ${release}`)
    }
    this.raw = this.format()
    if (this.build.length) {
      this.raw += `+${this.build.join('.')}`
    }
    return this
  }
}

module.exports = SemVer


/***/ }),

/***/ 1799:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(16353)
const clean = (version, options) => {
  const s = parse(version.trim().replace(/^[=v]+/, ''), options)
  return s ? s.version : null
}
module.exports = clean


/***/ }),

/***/ 28646:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const eq = __nccwpck_require__(55082)
const neq = __nccwpck_require__(4974)
const gt = __nccwpck_require__(16599)
const gte = __nccwpck_require__(41236)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(56717)

const cmp = (a, op, b, loose) => {
  switch (op) {
    case '===':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a === b

    case '!==':
      if (typeof a === 'object') {
        a = a.version
      }
      if (typeof b === 'object') {
        b = b.version
      }
      return a !== b

    case '':
    case '=':
    case '==':
      return eq(a, b, loose)

    case '!=':
      return neq(a, b, loose)

    case '>':
      return gt(a, b, loose)

    case '>=':
      return gte(a, b, loose)

    case '<':
      return lt(a, b, loose)

    case '<=':
      return lte(a, b, loose)

    default:
      throw new TypeError(`Invalid operator: ${op}`)
  }
}
module.exports = cmp


/***/ }),

/***/ 35385:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = __nccwpck_require__(16353)
const { safeRe: re, t } = __nccwpck_require__(95471)

const coerce = (version, options) => {
  if (version instanceof SemVer) {
    return version
  }

  if (typeof version === 'number') {
    version = String(version)
  }

  if (typeof version !== 'string') {
    return null
  }

  options = options || {}

  let match = null
  if (!options.rtl) {
    match = version.match(options.includePrerelease ? re[t.COERCEFULL] : re[t.COERCE])
  } else {
    // Find the right-most coercible string that does not share
    // a terminus with a more left-ward coercible string.
    // Eg, '1.2.3.4' wants to coerce '2.3.4', not '3.4' or '4'
    // With includePrerelease option set, '1.2.3.4-rc' wants to coerce '2.3.4-rc', not '2.3.4'
    //
    // Walk through the string checking with a /g regexp
    // Manually set the index so as to pick up overlapping matches.
    // Stop when we get a match that ends at the string end, since no
    // coercible string can be more right-ward without the same terminus.
    const coerceRtlRegex = options.includePrerelease ? re[t.COERCERTLFULL] : re[t.COERCERTL]
    let next
    while ((next = coerceRtlRegex.exec(version)) &&
        (!match || match.index + match[0].length !== version.length)
    ) {
      if (!match ||
            next.index + next[0].length !== match.index + match[0].length) {
        match = next
      }
      coerceRtlRegex.lastIndex = next.index + next[1].length + next[2].length
    }
    // leave it in a clean state
    coerceRtlRegex.lastIndex = -1
  }

  if (match === null) {
    return null
  }

  const major = match[2]
  const minor = match[3] || '0'
  const patch = match[4] || '0'
  const prerelease = options.includePrerelease && match[5] ? `-${match[5]}` : ''
  const build = options.includePrerelease && match[6] ? `+${match[6]}` : ''

  return parse(`${major}.${minor}.${patch}${prerelease}${build}`, options)
}
module.exports = coerce


/***/ }),

/***/ 37648:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compareBuild = (a, b, loose) => {
  const versionA = new SemVer(a, loose)
  const versionB = new SemVer(b, loose)
  return versionA.compare(versionB) || versionA.compareBuild(versionB)
}
module.exports = compareBuild


/***/ }),

/***/ 56874:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const compareLoose = (a, b) => compare(a, b, true)
module.exports = compareLoose


/***/ }),

/***/ 78469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 70711:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(16353)

const diff = (version1, version2) => {
  const v1 = parse(version1, null, true)
  const v2 = parse(version2, null, true)
  const comparison = v1.compare(v2)

  if (comparison === 0) {
    return null
  }

  const v1Higher = comparison > 0
  const highVersion = v1Higher ? v1 : v2
  const lowVersion = v1Higher ? v2 : v1
  const highHasPre = !!highVersion.prerelease.length
  const lowHasPre = !!lowVersion.prerelease.length

  if (lowHasPre && !highHasPre) {
    // Going from prerelease -> no prerelease requires some special casing

    // If the low version has only a major, then it will always be a major
    // Some examples:
    // 1.0.0-1 -> 1.0.0
    // 1.0.0-1 -> 1.1.1
    // 1.0.0-1 -> 2.0.0
    if (!lowVersion.patch && !lowVersion.minor) {
      return 'major'
    }

    // If the main part has no difference
    if (lowVersion.compareMain(highVersion) === 0) {
      if (lowVersion.minor && !lowVersion.patch) {
        return 'minor'
      }
      return 'patch'
    }
  }

  // add the `pre` prefix if we are going to a prerelease version
  const prefix = highHasPre ? 'pre' : ''

  if (v1.major !== v2.major) {
    return prefix + 'major'
  }

  if (v1.minor !== v2.minor) {
    return prefix + 'minor'
  }

  if (v1.patch !== v2.patch) {
    return prefix + 'patch'
  }

  // high and low are prereleases
  return 'prerelease'
}

module.exports = diff


/***/ }),

/***/ 55082:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const eq = (a, b, loose) => compare(a, b, loose) === 0
module.exports = eq


/***/ }),

/***/ 16599:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const gt = (a, b, loose) => compare(a, b, loose) > 0
module.exports = gt


/***/ }),

/***/ 41236:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const gte = (a, b, loose) => compare(a, b, loose) >= 0
module.exports = gte


/***/ }),

/***/ 62338:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)

const inc = (version, release, options, identifier, identifierBase) => {
  if (typeof (options) === 'string') {
    identifierBase = identifier
    identifier = options
    options = undefined
  }

  try {
    return new SemVer(
      version instanceof SemVer ? version.version : version,
      options
    ).inc(release, identifier, identifierBase).version
  } catch (er) {
    return null
  }
}
module.exports = inc


/***/ }),

/***/ 3872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const lt = (a, b, loose) => compare(a, b, loose) < 0
module.exports = lt


/***/ }),

/***/ 56717:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const lte = (a, b, loose) => compare(a, b, loose) <= 0
module.exports = lte


/***/ }),

/***/ 68511:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const major = (a, loose) => new SemVer(a, loose).major
module.exports = major


/***/ }),

/***/ 32603:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const minor = (a, loose) => new SemVer(a, loose).minor
module.exports = minor


/***/ }),

/***/ 4974:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const neq = (a, b, loose) => compare(a, b, loose) !== 0
module.exports = neq


/***/ }),

/***/ 16353:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = (version, options, throwErrors = false) => {
  if (version instanceof SemVer) {
    return version
  }
  try {
    return new SemVer(version, options)
  } catch (er) {
    if (!throwErrors) {
      return null
    }
    throw er
  }
}

module.exports = parse


/***/ }),

/***/ 48756:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const patch = (a, loose) => new SemVer(a, loose).patch
module.exports = patch


/***/ }),

/***/ 15714:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(16353)
const prerelease = (version, options) => {
  const parsed = parse(version, options)
  return (parsed && parsed.prerelease.length) ? parsed.prerelease : null
}
module.exports = prerelease


/***/ }),

/***/ 32173:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(78469)
const rcompare = (a, b, loose) => compare(b, a, loose)
module.exports = rcompare


/***/ }),

/***/ 87192:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(37648)
const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose))
module.exports = rsort


/***/ }),

/***/ 68011:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)
const satisfies = (version, range, options) => {
  try {
    range = new Range(range, options)
  } catch (er) {
    return false
  }
  return range.test(version)
}
module.exports = satisfies


/***/ }),

/***/ 29872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(37648)
const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose))
module.exports = sort


/***/ }),

/***/ 16114:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(16353)
const constants = __nccwpck_require__(45101)
const SemVer = __nccwpck_require__(7163)

const truncate = (version, truncation, options) => {
  if (!constants.RELEASE_TYPES.includes(truncation)) {
    return null
  }

  const clonedVersion = cloneInputVersion(version, options)
  return clonedVersion && doTruncation(clonedVersion, truncation)
}

const cloneInputVersion = (version, options) => {
  const versionStringToParse = (
    version instanceof SemVer ? version.version : version
  )

  return parse(versionStringToParse, options)
}

const doTruncation = (version, truncation) => {
  if (isPrerelease(truncation)) {
    return version.version
  }

  version.prerelease = []

  switch (truncation) {
    case 'major':
      version.minor = 0
      version.patch = 0
      break
    case 'minor':
      version.patch = 0
      break
  }

  return version.format()
}

const isPrerelease = (type) => {
  return type.startsWith('pre')
}

module.exports = truncate


/***/ }),

/***/ 58780:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(16353)
const valid = (version, options) => {
  const v = parse(version, options)
  return v ? v.version : null
}
module.exports = valid


/***/ }),

/***/ 62088:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// just pre-load all the stuff that index.js lazily exports
const internalRe = __nccwpck_require__(95471)
const constants = __nccwpck_require__(45101)
const SemVer = __nccwpck_require__(7163)
const identifiers = __nccwpck_require__(73348)
const parse = __nccwpck_require__(16353)
const valid = __nccwpck_require__(58780)
const clean = __nccwpck_require__(1799)
const inc = __nccwpck_require__(62338)
const diff = __nccwpck_require__(70711)
const major = __nccwpck_require__(68511)
const minor = __nccwpck_require__(32603)
const patch = __nccwpck_require__(48756)
const prerelease = __nccwpck_require__(15714)
const compare = __nccwpck_require__(78469)
const rcompare = __nccwpck_require__(32173)
const compareLoose = __nccwpck_require__(56874)
const compareBuild = __nccwpck_require__(37648)
const sort = __nccwpck_require__(29872)
const rsort = __nccwpck_require__(87192)
const gt = __nccwpck_require__(16599)
const lt = __nccwpck_require__(3872)
const eq = __nccwpck_require__(55082)
const neq = __nccwpck_require__(4974)
const gte = __nccwpck_require__(41236)
const lte = __nccwpck_require__(56717)
const cmp = __nccwpck_require__(28646)
const coerce = __nccwpck_require__(35385)
const truncate = __nccwpck_require__(16114)
const Comparator = __nccwpck_require__(89379)
const Range = __nccwpck_require__(96782)
const satisfies = __nccwpck_require__(68011)
const toComparators = __nccwpck_require__(54750)
const maxSatisfying = __nccwpck_require__(73193)
const minSatisfying = __nccwpck_require__(68595)
const minVersion = __nccwpck_require__(51866)
const validRange = __nccwpck_require__(64737)
const outside = __nccwpck_require__(10280)
const gtr = __nccwpck_require__(12276)
const ltr = __nccwpck_require__(15213)
const intersects = __nccwpck_require__(23465)
const simplifyRange = __nccwpck_require__(82028)
const subset = __nccwpck_require__(61489)
module.exports = {
  parse,
  valid,
  clean,
  inc,
  diff,
  major,
  minor,
  patch,
  prerelease,
  compare,
  rcompare,
  compareLoose,
  compareBuild,
  sort,
  rsort,
  gt,
  lt,
  eq,
  neq,
  gte,
  lte,
  cmp,
  coerce,
  truncate,
  Comparator,
  Range,
  satisfies,
  toComparators,
  maxSatisfying,
  minSatisfying,
  minVersion,
  validRange,
  outside,
  gtr,
  ltr,
  intersects,
  simplifyRange,
  subset,
  SemVer,
  re: internalRe.re,
  src: internalRe.src,
  tokens: internalRe.t,
  SEMVER_SPEC_VERSION: constants.SEMVER_SPEC_VERSION,
  RELEASE_TYPES: constants.RELEASE_TYPES,
  compareIdentifiers: identifiers.compareIdentifiers,
  rcompareIdentifiers: identifiers.rcompareIdentifiers,
}


/***/ }),

/***/ 45101:
/***/ ((module) => {



// Note: this is the semver.org version of the spec that it implements
// Not necessarily the package version of this code.
const SEMVER_SPEC_VERSION = '2.0.0'

const MAX_LENGTH = 256
const MAX_SAFE_INTEGER = Number.MAX_SAFE_INTEGER ||
/* istanbul ignore next */ 9007199254740991

// Max safe segment length for coercion.
const MAX_SAFE_COMPONENT_LENGTH = 16

// Max safe length for a build identifier. The max length minus 6 characters for
// the shortest version with a build 0.0.0+BUILD.
const MAX_SAFE_BUILD_LENGTH = MAX_LENGTH - 6

// ECMAScript whitespace and line terminators matched by \s.
const WHITESPACE_CHARACTERS = [
  '\t',
  '\n',
  '\v',
  '\f',
  '\r',
  ' ',
  '\u00a0',
  '\u1680',
  '\u2000',
  '\u2001',
  '\u2002',
  '\u2003',
  '\u2004',
  '\u2005',
  '\u2006',
  '\u2007',
  '\u2008',
  '\u2009',
  '\u200a',
  '\u2028',
  '\u2029',
  '\u202f',
  '\u205f',
  '\u3000',
  '\ufeff',
]

const RELEASE_TYPES = [
  'major',
  'premajor',
  'minor',
  'preminor',
  'patch',
  'prepatch',
  'prerelease',
]

module.exports = {
  MAX_LENGTH,
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_SAFE_INTEGER,
  WHITESPACE_CHARACTERS,
  RELEASE_TYPES,
  SEMVER_SPEC_VERSION,
  FLAG_INCLUDE_PRERELEASE: 0b001,
  FLAG_LOOSE: 0b010,
}


/***/ }),

/***/ 1159:
/***/ ((module) => {



const debug = (
  typeof process === 'object' &&
  process.env &&
  process.env.NODE_DEBUG &&
  /\bsemver\b/i.test(process.env.NODE_DEBUG)
) ? (...args) => console.error('SEMVER', ...args)
  : () => {}

module.exports = debug


/***/ }),

/***/ 73348:
/***/ ((module) => {



const numeric = /^[0-9]+$/
const compareIdentifiers = (a, b) => {
  if (typeof a === 'number' && typeof b === 'number') {
    return a === b ? 0 : a < b ? -1 : 1
  }

  const anum = numeric.test(a)
  const bnum = numeric.test(b)

  if (anum && bnum) {
    a = +a
    b = +b
  }

  return a === b ? 0
    : (anum && !bnum) ? -1
    : (bnum && !anum) ? 1
    : a < b ? -1
    : 1
}

const rcompareIdentifiers = (a, b) => compareIdentifiers(b, a)

module.exports = {
  compareIdentifiers,
  rcompareIdentifiers,
}


/***/ }),

/***/ 61383:
/***/ ((module) => {



class LRUCache {
  constructor () {
    this.max = 1000
    this.map = new Map()
  }

  get (key) {
    const value = this.map.get(key)
    if (value === undefined) {
      return undefined
    } else {
      // Remove the key from the map and add it to the end
      this.map.delete(key)
      this.map.set(key, value)
      return value
    }
  }

  delete (key) {
    return this.map.delete(key)
  }

  set (key, value) {
    const deleted = this.delete(key)

    if (!deleted && value !== undefined) {
      // If cache is full, delete the least recently used item
      if (this.map.size >= this.max) {
        const firstKey = this.map.keys().next().value
        this.delete(firstKey)
      }

      this.map.set(key, value)
    }

    return this
  }
}

module.exports = LRUCache


/***/ }),

/***/ 70356:
/***/ ((module) => {



// parse out just the options we care about
const looseOption = Object.freeze({ loose: true })
const emptyOpts = Object.freeze({ })
const parseOptions = options => {
  if (!options) {
    return emptyOpts
  }

  if (typeof options !== 'object') {
    return looseOption
  }

  return options
}
module.exports = parseOptions


/***/ }),

/***/ 95471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(45101)
const debug = __nccwpck_require__(1159)
exports = module.exports = {}

// The actual regexps go on exports.re
const re = exports.re = []
const safeRe = exports.safeRe = []
const src = exports.src = []
const safeSrc = exports.safeSrc = []
const t = exports.t = {}
let R = 0

const LETTERDASHNUMBER = '[a-zA-Z0-9-]'

// Replace some greedy regex tokens to prevent regex dos issues. These regex are
// used internally via the safeRe object since all inputs in this library get
// normalized first to trim and collapse all extra whitespace. The original
// regexes are exported for userland consumption and lower level usage. A
// future breaking change could export the safer regex only with a note that
// all input should have extra whitespace removed.
const safeRegexReplacements = [
  ['\\s', 1],
  ['\\d', MAX_LENGTH],
  [LETTERDASHNUMBER, MAX_SAFE_BUILD_LENGTH],
]

const makeSafeRegex = (value) => {
  for (const [token, max] of safeRegexReplacements) {
    value = value
      .split(`${token}*`).join(`${token}{0,${max}}`)
      .split(`${token}+`).join(`${token}{1,${max}}`)
  }
  return value
}

const createToken = (name, value, isGlobal) => {
  const safe = makeSafeRegex(value)
  const index = R++
  debug(name, index, value)
  t[name] = index
  src[index] = value
  safeSrc[index] = safe
  re[index] = new RegExp(value, isGlobal ? 'g' : undefined)
  safeRe[index] = new RegExp(safe, isGlobal ? 'g' : undefined)
}

// The following Regular Expressions can be used for tokenizing,
// validating, and parsing SemVer version strings.

// ## Numeric Identifier
// A single `0`, or a non-zero digit followed by zero or more digits.

createToken('NUMERICIDENTIFIER', '0|[1-9]\\d*')
createToken('NUMERICIDENTIFIERLOOSE', '\\d+')

// ## Non-numeric Identifier
// Zero or more digits, followed by a letter or hyphen, and then zero or
// more letters, digits, or hyphens.

createToken('NONNUMERICIDENTIFIER', `\\d*[a-zA-Z-]${LETTERDASHNUMBER}*`)

// ## Main Version
// Three dot-separated numeric identifiers.

createToken('MAINVERSION', `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})\\.` +
                   `(${src[t.NUMERICIDENTIFIER]})`)

createToken('MAINVERSIONLOOSE', `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})\\.` +
                        `(${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version Identifier
// A numeric identifier, or a non-numeric identifier.
// Non-numeric identifiers include numeric identifiers but can be longer.
// Therefore non-numeric identifiers must go first.

createToken('PRERELEASEIDENTIFIER', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIER]})`)

createToken('PRERELEASEIDENTIFIERLOOSE', `(?:${src[t.NONNUMERICIDENTIFIER]
}|${src[t.NUMERICIDENTIFIERLOOSE]})`)

// ## Pre-release Version
// Hyphen, followed by one or more dot-separated pre-release version
// identifiers.

createToken('PRERELEASE', `(?:-(${src[t.PRERELEASEIDENTIFIER]
}(?:\\.${src[t.PRERELEASEIDENTIFIER]})*))`)

createToken('PRERELEASELOOSE', `(?:-?(${src[t.PRERELEASEIDENTIFIERLOOSE]
}(?:\\.${src[t.PRERELEASEIDENTIFIERLOOSE]})*))`)

// ## Build Metadata Identifier
// Any combination of digits, letters, or hyphens.

createToken('BUILDIDENTIFIER', `${LETTERDASHNUMBER}+`)

// ## Build Metadata
// Plus sign, followed by one or more period-separated build metadata
// identifiers.

createToken('BUILD', `(?:\\+(${src[t.BUILDIDENTIFIER]
}(?:\\.${src[t.BUILDIDENTIFIER]})*))`)

// ## Full Version String
// A main version, followed optionally by a pre-release version and
// build metadata.

// Note that the only major, minor, patch, and pre-release sections of
// the version string are capturing groups.  The build metadata is not a
// capturing group, because it should not ever be used in version
// comparison.

createToken('FULLPLAIN', `v?${src[t.MAINVERSION]
}${src[t.PRERELEASE]}?${
  src[t.BUILD]}?`)

createToken('FULL', `^${src[t.FULLPLAIN]}$`)

// like full, but allows v1.2.3 and =1.2.3, which people do sometimes.
// also, 1.0.0alpha1 (prerelease without the hyphen) which is pretty
// common in the npm registry.
createToken('LOOSEPLAIN', `[v=\\s]*${src[t.MAINVERSIONLOOSE]
}${src[t.PRERELEASELOOSE]}?${
  src[t.BUILD]}?`)

createToken('LOOSE', `^${src[t.LOOSEPLAIN]}$`)

createToken('GTLT', '((?:<|>)?=?)')

// Something like "2.*" or "1.2.x".
// Note that "x.x" is a valid xRange identifier, meaning "any version"
// Only the first item is strictly required.
createToken('XRANGEIDENTIFIERLOOSE', `${src[t.NUMERICIDENTIFIERLOOSE]}|x|X|\\*`)
createToken('XRANGEIDENTIFIER', `${src[t.NUMERICIDENTIFIER]}|x|X|\\*`)

createToken('XRANGEPLAIN', `[v=\\s]*(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:\\.(${src[t.XRANGEIDENTIFIER]})` +
                   `(?:${src[t.PRERELEASE]})?${
                     src[t.BUILD]}?` +
                   `)?)?`)

createToken('XRANGEPLAINLOOSE', `[v=\\s]*(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:\\.(${src[t.XRANGEIDENTIFIERLOOSE]})` +
                        `(?:${src[t.PRERELEASELOOSE]})?${
                          src[t.BUILD]}?` +
                        `)?)?`)

createToken('XRANGE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAIN]}$`)
createToken('XRANGELOOSE', `^${src[t.GTLT]}\\s*${src[t.XRANGEPLAINLOOSE]}$`)

// Coercion.
// Extract anything that could conceivably be a part of a valid semver
createToken('COERCEPLAIN', `${'(^|[^\\d])' +
              '(\\d{1,'}${MAX_SAFE_COMPONENT_LENGTH}})` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?` +
              `(?:\\.(\\d{1,${MAX_SAFE_COMPONENT_LENGTH}}))?`)
createToken('COERCE', `${src[t.COERCEPLAIN]}(?:$|[^\\d])`)
createToken('COERCEFULL', src[t.COERCEPLAIN] +
              `(?:${src[t.PRERELEASE]})?` +
              `(?:${src[t.BUILD]})?` +
              `(?:$|[^\\d])`)
createToken('COERCERTL', src[t.COERCE], true)
createToken('COERCERTLFULL', src[t.COERCEFULL], true)

// Tilde ranges.
// Meaning is "reasonably at or greater than"
createToken('LONETILDE', '(?:~>?)')

createToken('TILDETRIM', `(\\s*)${src[t.LONETILDE]}\\s+`, true)
exports.tildeTrimReplace = '$1~'

createToken('TILDE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAIN]}$`)
createToken('TILDELOOSE', `^${src[t.LONETILDE]}${src[t.XRANGEPLAINLOOSE]}$`)

// Caret ranges.
// Meaning is "at least and backwards compatible with"
createToken('LONECARET', '(?:\\^)')

createToken('CARETTRIM', `(\\s*)${src[t.LONECARET]}\\s+`, true)
exports.caretTrimReplace = '$1^'

createToken('CARET', `^${src[t.LONECARET]}${src[t.XRANGEPLAIN]}$`)
createToken('CARETLOOSE', `^${src[t.LONECARET]}${src[t.XRANGEPLAINLOOSE]}$`)

// A simple gt/lt/eq thing, or just "" to indicate "any version"
createToken('COMPARATORLOOSE', `^${src[t.GTLT]}\\s*(${src[t.LOOSEPLAIN]})$|^$`)
createToken('COMPARATOR', `^${src[t.GTLT]}\\s*(${src[t.FULLPLAIN]})$|^$`)

// An expression to strip any whitespace between the gtlt and the thing
// it modifies, so that `> 1.2.3` ==> `>1.2.3`
createToken('COMPARATORTRIM', `(\\s*)${src[t.GTLT]
}\\s*(${src[t.LOOSEPLAIN]}|${src[t.XRANGEPLAIN]})`, true)
exports.comparatorTrimReplace = '$1$2$3'

// Something like `1.2.3 - 1.2.4`
// Note that these all use the loose form, because they'll be
// checked against either the strict or loose comparator form
// later.
createToken('HYPHENRANGE', `^\\s*(${src[t.XRANGEPLAIN]})` +
                   `\\s+-\\s+` +
                   `(${src[t.XRANGEPLAIN]})` +
                   `\\s*$`)

createToken('HYPHENRANGELOOSE', `^\\s*(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s+-\\s+` +
                        `(${src[t.XRANGEPLAINLOOSE]})` +
                        `\\s*$`)

// Star ranges basically just allow anything at all.
createToken('STAR', '(<|>)?=?\\s*\\*')
// >=0.0.0 is like a star
createToken('GTE0', '^\\s*>=\\s*0\\.0\\.0\\s*$')
createToken('GTE0PRE', '^\\s*>=\\s*0\\.0\\.0-0\\s*$')


/***/ }),

/***/ 69737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {

// @ts-check


// Reproduce safeRe[COMPARATORTRIM] replacement boundaries, not version
// validation. Each end-index finder returns an exclusive end, or its start
// on no match.
// Positions count from zero. An end of 3 means characters 0, 1, and 2 were read;
// range.slice(start, end) gives the matched text, not a converted number.
const {
  MAX_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  WHITESPACE_CHARACTERS,
} = __nccwpck_require__(45101)

/**
 * Remembers the last two rows of digits so their characters need not be reread.
 * Positions start at -1 until a row has been found.
 *
 * @typedef {object} DigitRunCache
 * @property {number} start The first character of the most recently found row.
 * @property {number} end The position after that row's last character.
 * @property {number} previousStart The first character of the previous row.
 * @property {number} previousEnd The position after the previous row.
 */

// One entry per UTF-16 code unit keeps membership checks constant-time.
const whitespace = new Uint8Array(0x10000)
for (const char of WHITESPACE_CHARACTERS) {
  whitespace[char.charCodeAt(0)] = 1
}

/**
 * Checks whether a character is whitespace, like a space, tab, or newline.
 * Looking past the end of the string returns false.
 *
 * @param {string|undefined} char One character, or undefined past the string's end.
 * @returns {boolean} Whether the character is whitespace.
 * @example isWhitespace(' ') // true
 * @example isWhitespace('1') // false
 */
const isWhitespace = char =>
  char !== undefined && whitespace[char.charCodeAt(0)] === 1

/**
 * Checks for v, =, or whitespace before the version number.
 * These are historical version prefixes, not range operators:
 * < and > are handled separately, as are tilde and caret ranges.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can belong to a version prefix.
 * @example isVersionPrefix('=') // true
 * @example isVersionPrefix('>') // false
 */
const isVersionPrefix = char =>
  char === 'v' ||
  char === '=' ||
  isWhitespace(char)

/**
 * Checks whether a character is one of the digits 0 through 9.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII digit.
 * @example isDigit('7') // true
 * @example isDigit('.') // false
 */
const isDigit = char => char !== undefined && char >= '0' && char <= '9'

/**
 * Checks whether a character is an English letter, uppercase or lowercase.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character is an ASCII letter.
 * @example isLetter('b') // true
 * @example isLetter('7') // false
 */
const isLetter = char =>
  char !== undefined && (
    (char >= 'a' && char <= 'z') ||
    (char >= 'A' && char <= 'Z')
  )

/**
 * Checks for a letter, digit, or hyphen: the characters allowed inside
 * prerelease and build names such as beta-1.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether the character can be part of an identifier.
 * @example isIdentifierCharacter('-') // true
 * @example isIdentifierCharacter('.') // false; dots separate identifiers
 */
const isIdentifierCharacter = char => isDigit(char) || isLetter(char) || char === '-'

/**
 * Checks whether a version component can begin here: with a digit or
 * a wildcard such as x, X, or *.
 *
 * @param {string|undefined} char One character to check.
 * @returns {boolean} Whether a number or wildcard can start with this character.
 * @example isVersionStart('x') // true
 * @example isVersionStart('v') // false; v belongs to the prefix
 */
const isVersionStart = char =>
  isDigit(char) ||
  char === 'x' ||
  char === 'X' ||
  char === '*'

/**
 * Finds the end of a row of digits, but returns no more than limit digits.
 * Remembers the last two rows so looking at them again does not reread them.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first character to check.
 * @param {number} limit The most digit characters the returned match can include.
 * @param {DigitRunCache} digitRuns Shared cache of digit-run positions, updated in place.
 * @returns {number} The position after the matched digits, or start if none match.
 * @example findDigitsEndIndex('123abc', 0, 10, digitRuns) // 3, pointing at a
 * @example findDigitsEndIndex('123abc', 0, 2, digitRuns) // 2, pointing at the unread 3
 */
const findDigitsEndIndex = (range, start, limit, digitRuns) => {
  if (!isDigit(range[start])) {
    return start
  }
  if (start >= digitRuns.start && start < digitRuns.end) {
    return Math.min(start + limit, digitRuns.end)
  }
  if (start >= digitRuns.previousStart && start < digitRuns.previousEnd) {
    return Math.min(start + limit, digitRuns.previousEnd)
  }
  let end = start + 1
  while (isDigit(range[end])) {
    end++
  }
  // A failed full version can rewind from its second run to its first.
  digitRuns.previousStart = digitRuns.start
  digitRuns.previousEnd = digitRuns.end
  digitRuns.start = start
  digitRuns.end = end
  return Math.min(start + limit, end)
}

/**
 * Reads a number using the old regex's length and leading-zero rules.
 * Strict mode reads just the first zero in 012; loose mode can read all three.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the number should begin.
 * @param {boolean} loose Whether to allow leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched digits, not their numeric value.
 * @example findVersionNumberEndIndex('012', 0, false, digitRuns) // 1
 * @example findVersionNumberEndIndex('012', 0, true, digitRuns) // 3
 */
const findVersionNumberEndIndex = (range, start, loose, digitRuns) => {
  if (!loose && range[start] === '0') {
    return start + 1
  }
  // Strict syntax allows an initial nonzero digit plus MAX_LENGTH digits.
  return findDigitsEndIndex(range, start, loose ? MAX_LENGTH : MAX_LENGTH + 1, digitRuns)
}

/**
 * Reads one piece of a prerelease name, such as beta or 1 in beta.1.
 * Tries the letter-or-hyphen form first, then the number-only form.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @param {boolean} loose Whether numeric identifiers may have leading zeros.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findPrereleaseIdentifierEndIndex('beta.1', 0, false, digitRuns) // 4, at the dot
 * @example findPrereleaseIdentifierEndIndex('001beta', 0, false, digitRuns) // 7
 */
const findPrereleaseIdentifierEndIndex = (range, start, loose, digitRuns) => {
  const digitsEnd = findDigitsEndIndex(range, start, MAX_LENGTH, digitRuns)
  // The legacy regex tries a nonnumeric identifier before a numeric one.
  if (isLetter(range[digitsEnd]) || range[digitsEnd] === '-') {
    let end = digitsEnd + 1
    const limit = end + MAX_SAFE_BUILD_LENGTH
    while (end < limit && isIdentifierCharacter(range[end])) {
      end++
    }
    return end
  }
  return findVersionNumberEndIndex(range, start, loose, digitRuns)
}

/**
 * Reads a prerelease suffix such as -beta.1, one dot-separated piece at a time.
 * Loose mode also allows the name without its opening hyphen.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the suffix should begin, including -.
 * @param {boolean} loose Whether the opening hyphen is optional and zeros allowed.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched suffix, or start if absent.
 * @example findPrereleaseEndIndex('-beta.1+sha', 0, false, digitRuns) // 7, at the plus
 * @example findPrereleaseEndIndex('beta', 0, false, digitRuns) // 0; no opening hyphen
 */
const findPrereleaseEndIndex = (range, start, loose, digitRuns) => {
  const hyphen = range[start] === '-'
  if (!loose && !hyphen) {
    return start
  }
  const identifierStart = start + (hyphen ? 1 : 0)
  let end = findPrereleaseIdentifierEndIndex(range, identifierStart, loose, digitRuns)
  if (end === identifierStart) {
    if (!loose || !hyphen) {
      return start
    }
    // In loose syntax, a lone hyphen can itself be the identifier.
    end = findPrereleaseIdentifierEndIndex(range, start, loose, digitRuns)
  }
  while (range[end] === '.') {
    const next = findPrereleaseIdentifierEndIndex(range, end + 1, loose, digitRuns)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads one build-name piece, such as sha or 123 in +sha.123.
 * Stops at a disallowed character or the old regex's length limit.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the identifier should begin.
 * @returns {number} The position after the identifier, or start if none matches.
 * @example findBuildIdentifierEndIndex('sha.123', 0) // 3, at the dot
 * @example findBuildIdentifierEndIndex('001', 0) // 3; leading zeros are allowed
 */
const findBuildIdentifierEndIndex = (range, start) => {
  let end = start
  while (end - start < MAX_SAFE_BUILD_LENGTH && isIdentifierCharacter(range[end])) {
    end++
  }
  return end
}

/**
 * Reads optional build metadata such as +sha.123.
 * Leaves the position unchanged if there is no plus sign followed by a name.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the opening + should be.
 * @returns {number} The position after the matched metadata, or start if absent.
 * @example findBuildEndIndex('+sha.123 <2', 0) // 8, at the space
 * @example findBuildEndIndex('+', 0) // 0; a plus sign alone is not a match
 */
const findBuildEndIndex = (range, start) => {
  if (range[start] !== '+') {
    return start
  }
  let end = findBuildIdentifierEndIndex(range, start + 1)
  if (end === start + 1) {
    return start
  }
  while (range[end] === '.') {
    const next = findBuildIdentifierEndIndex(range, end + 1)
    if (next === end + 1) {
      break
    }
    end = next
  }
  return end
}

/**
 * Reads three numbers separated by dots, then any prerelease and build suffixes.
 * Uses loose rules, so forms such as 01.02.03beta can match here.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of the first number, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the version match, or start if none matches.
 * @example findLooseFullVersionEndIndex('1.2.3-beta+sha <2', 0, digitRuns) // 14
 * @example findLooseFullVersionEndIndex('1.2', 0, digitRuns) // 0; needs three numbers
 */
const findLooseFullVersionEndIndex = (range, start, digitRuns) => {
  let end = start
  for (let component = 0; component < 3; component++) {
    const next = findVersionNumberEndIndex(range, end, true, digitRuns)
    if (next === end) {
      return start
    }
    end = next
    if (component < 2) {
      if (range[end] !== '.') {
        return start
      }
      end++
    }
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, true, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Reads one component of a partial or wildcard version, such as 2 or x in 2.x.
 * Numbers use strict leading-zero rules; wildcards take up one character.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position where the component should begin.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the component, or start if none matches.
 * @example findPartialVersionComponentEndIndex('2.x', 0, digitRuns) // 1, at the dot
 * @example findPartialVersionComponentEndIndex('2.x', 2, digitRuns) // 3, after x
 */
const findPartialVersionComponentEndIndex = (range, start, digitRuns) => {
  if (isDigit(range[start])) {
    return findVersionNumberEndIndex(range, start, false, digitRuns)
  }
  return isVersionStart(range[start]) ? start + 1 : start
}

/**
 * Reads up to three components, allowing forms such as 1, 1.2, or 1.x.
 * After the third component, also reads any strict prerelease and build suffixes.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position after the matched version text.
 * @example findPartialVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 * @example findPartialVersionEndIndex('1.', 0, digitRuns) // 1; the trailing dot is unread
 */
const findPartialVersionEndIndex = (range, start, digitRuns) => {
  let end = findPartialVersionComponentEndIndex(range, start, digitRuns)
  for (let component = 0; component < 2; component++) {
    if (range[end] !== '.') {
      return end
    }
    const next = findPartialVersionComponentEndIndex(range, end + 1, digitRuns)
    if (next === end + 1) {
      return end
    }
    end = next
  }
  const prereleaseEnd = findPrereleaseEndIndex(range, end, false, digitRuns)
  return findBuildEndIndex(range, prereleaseEnd)
}

/**
 * Finds where a version match ends, without deciding whether the range is valid.
 * Tries a loose full version first, then a partial or wildcard version, just
 * like the old regex's LOOSEPLAIN and XRANGEPLAIN alternatives.
 *
 * @param {string} range The text to read; it is not changed.
 * @param {number} start The position of a number or wildcard, after any prefix.
 * @param {DigitRunCache} digitRuns Shared digit-run cache, updated as needed.
 * @returns {number} The position where scanning the next candidate can resume.
 * @example findVersionEndIndex('1.2.3 <2', 0, digitRuns) // 5, at the space
 * @example findVersionEndIndex('1.x <2', 0, digitRuns) // 3, at the space
 */
const findVersionEndIndex = (range, start, digitRuns) => {
  const fullVersionEnd = findLooseFullVersionEndIndex(range, start, digitRuns)
  return fullVersionEnd !== start
    ? fullVersionEnd
    : findPartialVersionEndIndex(range, start, digitRuns)
}

/**
 * Finds the one whitespace character the old replacement would remove.
 * Keeps leading whitespace, skips an optional operator, and checks immediately
 * after it. Returns -1 if there is nothing to remove.
 *
 * @param {string} range The text containing a candidate already found by the caller.
 * @param {number} matchStart The candidate's position, including leading whitespace.
 * @returns {number} The position of the removable whitespace, or -1 if absent.
 * @example findRemovableWhitespaceIndex(' > 1', 0) // 2; keep the space at position 0
 * @example findRemovableWhitespaceIndex('>1', 0) // -1
 */
const findRemovableWhitespaceIndex = (range, matchStart) => {
  let position = matchStart
  if (isWhitespace(range[position])) {
    position++
  }
  if (range[position] === '<' || range[position] === '>') {
    position++
  }
  if (range[position] === '=') {
    position++
  }
  return isWhitespace(range[position]) ? position : -1
}

/**
 * Joins an operator to its version, turning > 1.2.3 into >1.2.3.
 * Copies everything else according to the old regex's matching rules.
 * Moves forward through prefixes and whole versions to avoid repeatedly
 * searching the same characters on long inputs.
 *
 * @param {string} range The range text to process; the original string is unchanged.
 * @returns {string} The range with matched operator whitespace removed.
 * @example trimComparatorWhitespace('> 1.2.3 < 2') // '>1.2.3 <2'
 * @example trimComparatorWhitespace('> invalid') // '> invalid'
 */
const trimComparatorWhitespace = range => {
  let result = ''
  let copyFrom = 0
  let cursor = 0
  const digitRuns = { start: -1, end: -1, previousStart: -1, previousEnd: -1 }

  while (cursor < range.length) {
    const matchStart = cursor
    if (range[cursor] === '<' || range[cursor] === '>') {
      cursor++
    } else if (!isVersionPrefix(range[cursor]) && !isVersionStart(range[cursor])) {
      cursor++
      continue
    }

    // Consume a v/=/whitespace run once, even when no version follows it.
    while (cursor < range.length && isVersionPrefix(range[cursor])) {
      cursor++
    }
    if (!isVersionStart(range[cursor])) {
      continue
    }

    const whitespacePosition = findRemovableWhitespaceIndex(range, matchStart)
    if (whitespacePosition !== -1) {
      result += range.slice(copyFrom, whitespacePosition)
      copyFrom = whitespacePosition + 1
    }

    // Skip the entire match, so a prerelease's trailing v cannot be
    // reconsidered as the prefix of another version.
    cursor = findVersionEndIndex(range, cursor, digitRuns)
  }

  return result + range.slice(copyFrom)
}

module.exports = trimComparatorWhitespace


/***/ }),

/***/ 12276:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Determine if version is greater than all the versions possible in the range.
const outside = __nccwpck_require__(10280)
const gtr = (version, range, options) => outside(version, range, '>', options)
module.exports = gtr


/***/ }),

/***/ 23465:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)
const intersects = (r1, r2, options) => {
  r1 = new Range(r1, options)
  r2 = new Range(r2, options)
  return r1.intersects(r2, options)
}
module.exports = intersects


/***/ }),

/***/ 15213:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const outside = __nccwpck_require__(10280)
// Determine if version is less than all the versions possible in the range
const ltr = (version, range, options) => outside(version, range, '<', options)
module.exports = ltr


/***/ }),

/***/ 73193:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(96782)

const maxSatisfying = (versions, range, options) => {
  let max = null
  let maxSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!max || maxSV.compare(v) === -1) {
        // compare(max, v, true)
        max = v
        maxSV = new SemVer(max, options)
      }
    }
  })
  return max
}
module.exports = maxSatisfying


/***/ }),

/***/ 68595:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(96782)
const minSatisfying = (versions, range, options) => {
  let min = null
  let minSV = null
  let rangeObj = null
  try {
    rangeObj = new Range(range, options)
  } catch (er) {
    return null
  }
  versions.forEach((v) => {
    if (rangeObj.test(v)) {
      // satisfies(v, range, options)
      if (!min || minSV.compare(v) === 1) {
        // compare(min, v, true)
        min = v
        minSV = new SemVer(min, options)
      }
    }
  })
  return min
}
module.exports = minSatisfying


/***/ }),

/***/ 51866:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(96782)
const gt = __nccwpck_require__(16599)

const minVersion = (range, loose) => {
  range = new Range(range, loose)

  let minver = new SemVer('0.0.0')
  if (range.test(minver)) {
    return minver
  }

  minver = new SemVer('0.0.0-0')
  if (range.test(minver)) {
    return minver
  }

  minver = null
  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let setMin = null
    comparators.forEach((comparator) => {
      // Clone to avoid manipulating the comparator's semver object.
      const compver = new SemVer(comparator.semver.version)
      switch (comparator.operator) {
        case '>':
          if (compver.prerelease.length === 0) {
            compver.patch++
          } else {
            compver.prerelease.push(0)
          }
          compver.raw = compver.format()
          /* fallthrough */
        case '':
        case '>=':
          if (!setMin || gt(compver, setMin)) {
            setMin = compver
          }
          break
        case '<':
        case '<=':
          /* Ignore maximum versions */
          break
        /* istanbul ignore next */
        default:
          throw new Error(`Unexpected operation: ${comparator.operator}`)
      }
    })
    if (setMin && (!minver || gt(minver, setMin))) {
      minver = setMin
    }
  }

  if (minver && range.test(minver)) {
    return minver
  }

  return null
}
module.exports = minVersion


/***/ }),

/***/ 10280:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Comparator = __nccwpck_require__(89379)
const { ANY } = Comparator
const Range = __nccwpck_require__(96782)
const satisfies = __nccwpck_require__(68011)
const gt = __nccwpck_require__(16599)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(56717)
const gte = __nccwpck_require__(41236)

const outside = (version, range, hilo, options) => {
  version = new SemVer(version, options)
  range = new Range(range, options)

  let gtfn, ltefn, ltfn, comp, ecomp
  switch (hilo) {
    case '>':
      gtfn = gt
      ltefn = lte
      ltfn = lt
      comp = '>'
      ecomp = '>='
      break
    case '<':
      gtfn = lt
      ltefn = gte
      ltfn = gt
      comp = '<'
      ecomp = '<='
      break
    default:
      throw new TypeError('Must provide a hilo val of "<" or ">"')
  }

  // If it satisfies the range it is not outside
  if (satisfies(version, range, options)) {
    return false
  }

  // From now on, variable terms are as if we're in "gtr" mode.
  // but note that everything is flipped for the "ltr" function.

  for (let i = 0; i < range.set.length; ++i) {
    const comparators = range.set[i]

    let high = null
    let low = null

    comparators.forEach((comparator) => {
      if (comparator.semver === ANY) {
        comparator = new Comparator('>=0.0.0')
      }
      high = high || comparator
      low = low || comparator
      if (gtfn(comparator.semver, high.semver, options)) {
        high = comparator
      } else if (ltfn(comparator.semver, low.semver, options)) {
        low = comparator
      }
    })

    // If the edge version comparator has a operator then our version
    // isn't outside it
    if (high.operator === comp || high.operator === ecomp) {
      return false
    }

    // If the lowest version comparator has an operator and our version
    // is less than it then it isn't higher than the range
    if ((!low.operator || low.operator === comp) &&
        ltefn(version, low.semver)) {
      return false
    } else if (low.operator === ecomp && ltfn(version, low.semver)) {
      return false
    }
  }
  return true
}

module.exports = outside


/***/ }),

/***/ 82028:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// given a set of versions and a range, create a "simplified" range
// that includes the same versions that the original range does
// If the original range is shorter than the simplified one, return that.
const satisfies = __nccwpck_require__(68011)
const compare = __nccwpck_require__(78469)
module.exports = (versions, range, options) => {
  const set = []
  let first = null
  let prev = null
  const v = versions.sort((a, b) => compare(a, b, options))
  for (const version of v) {
    const included = satisfies(version, range, options)
    if (included) {
      prev = version
      if (!first) {
        first = version
      }
    } else {
      if (prev) {
        set.push([first, prev])
      }
      prev = null
      first = null
    }
  }
  if (first) {
    set.push([first, null])
  }

  const ranges = []
  for (const [min, max] of set) {
    if (min === max) {
      ranges.push(min)
    } else if (!max && min === v[0]) {
      ranges.push('*')
    } else if (!max) {
      ranges.push(`>=${min}`)
    } else if (min === v[0]) {
      ranges.push(`<=${max}`)
    } else {
      ranges.push(`${min} - ${max}`)
    }
  }
  const simplified = ranges.join(' || ')
  const original = typeof range.raw === 'string' ? range.raw : String(range)
  return simplified.length < original.length ? simplified : range
}


/***/ }),

/***/ 61489:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)
const Comparator = __nccwpck_require__(89379)
const { ANY } = Comparator
const satisfies = __nccwpck_require__(68011)
const compare = __nccwpck_require__(78469)

// Complex range `r1 || r2 || ...` is a subset of `R1 || R2 || ...` iff:
// - Every simple range `r1, r2, ...` is a null set, OR
// - Every simple range `r1, r2, ...` which is not a null set is a subset of
//   some `R1, R2, ...`
//
// Simple range `c1 c2 ...` is a subset of simple range `C1 C2 ...` iff:
// - If c is only the ANY comparator
//   - If C is only the ANY comparator, return true
//   - Else if in prerelease mode, return false
//   - else replace c with `[>=0.0.0]`
// - If C is only the ANY comparator
//   - if in prerelease mode, return true
//   - else replace C with `[>=0.0.0]`
// - Let EQ be the set of = comparators in c
// - If EQ is more than one, return true (null set)
// - Let GT be the highest > or >= comparator in c
// - Let LT be the lowest < or <= comparator in c
// - If GT and LT, and GT.semver > LT.semver, return true (null set)
// - If any C is a = range, and GT or LT are set, return false
// - If EQ
//   - If GT, and EQ does not satisfy GT, return true (null set)
//   - If LT, and EQ does not satisfy LT, return true (null set)
//   - If EQ satisfies every C, return true
//   - Else return false
// - If GT
//   - If GT.semver is lower than any > or >= comp in C, return false
//   - If GT is >=, and GT.semver does not satisfy every C, return false
//   - If GT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the GT.semver tuple, return false
// - If LT
//   - If LT.semver is greater than any < or <= comp in C, return false
//   - If LT is <=, and LT.semver does not satisfy every C, return false
//   - If LT.semver has a prerelease, and not in prerelease mode
//     - If no C has a prerelease and the LT.semver tuple, return false
// - Else return true

const subset = (sub, dom, options = {}) => {
  if (sub === dom) {
    return true
  }

  sub = new Range(sub, options)
  dom = new Range(dom, options)
  let sawNonNull = false

  OUTER: for (const simpleSub of sub.set) {
    for (const simpleDom of dom.set) {
      const isSub = simpleSubset(simpleSub, simpleDom, options)
      sawNonNull = sawNonNull || isSub !== null
      if (isSub) {
        continue OUTER
      }
    }
    // the null set is a subset of everything, but null simple ranges in
    // a complex range should be ignored.  so if we saw a non-null range,
    // then we know this isn't a subset, but if EVERY simple range was null,
    // then it is a subset.
    if (sawNonNull) {
      return false
    }
  }
  return true
}

const minimumVersionWithPreRelease = [new Comparator('>=0.0.0-0')]
const minimumVersion = [new Comparator('>=0.0.0')]

const simpleSubset = (sub, dom, options) => {
  if (sub === dom) {
    return true
  }

  if (sub.length === 1 && sub[0].semver === ANY) {
    if (dom.length === 1 && dom[0].semver === ANY) {
      return true
    } else if (options.includePrerelease) {
      sub = minimumVersionWithPreRelease
    } else {
      sub = minimumVersion
    }
  }

  if (dom.length === 1 && dom[0].semver === ANY) {
    if (options.includePrerelease) {
      return true
    } else {
      dom = minimumVersion
    }
  }

  const eqSet = new Set()
  let gt, lt
  for (const c of sub) {
    if (c.operator === '>' || c.operator === '>=') {
      gt = higherGT(gt, c, options)
    } else if (c.operator === '<' || c.operator === '<=') {
      lt = lowerLT(lt, c, options)
    } else {
      eqSet.add(c.semver)
    }
  }

  if (eqSet.size > 1) {
    return null
  }

  let gtltComp
  if (gt && lt) {
    gtltComp = compare(gt.semver, lt.semver, options)
    if (gtltComp > 0) {
      return null
    } else if (gtltComp === 0 && (gt.operator !== '>=' || lt.operator !== '<=')) {
      return null
    }
  }

  // will iterate one or zero times
  for (const eq of eqSet) {
    if (gt && !satisfies(eq, String(gt), options)) {
      return null
    }

    if (lt && !satisfies(eq, String(lt), options)) {
      return null
    }

    for (const c of dom) {
      if (!satisfies(eq, String(c), options)) {
        return false
      }
    }

    return true
  }

  let higher, lower
  let hasDomLT, hasDomGT
  // if the subset has a prerelease, we need a comparator in the superset
  // with the same tuple and a prerelease, or it's not a subset
  let needDomLTPre = lt &&
    !options.includePrerelease &&
    lt.semver.prerelease.length ? lt.semver : false
  let needDomGTPre = gt &&
    !options.includePrerelease &&
    gt.semver.prerelease.length ? gt.semver : false
  // exception: <1.2.3-0 is the same as <1.2.3
  if (needDomLTPre && needDomLTPre.prerelease.length === 1 &&
      lt.operator === '<' && needDomLTPre.prerelease[0] === 0) {
    needDomLTPre = false
  }

  for (const c of dom) {
    hasDomGT = hasDomGT || c.operator === '>' || c.operator === '>='
    hasDomLT = hasDomLT || c.operator === '<' || c.operator === '<='
    if (gt) {
      if (needDomGTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomGTPre.major &&
            c.semver.minor === needDomGTPre.minor &&
            c.semver.patch === needDomGTPre.patch) {
          needDomGTPre = false
        }
      }
      if (c.operator === '>' || c.operator === '>=') {
        higher = higherGT(gt, c, options)
        if (higher === c && higher !== gt) {
          return false
        }
      } else if (gt.operator === '>=' && !c.test(gt.semver)) {
        return false
      }
    }
    if (lt) {
      if (needDomLTPre) {
        if (c.semver.prerelease && c.semver.prerelease.length &&
            c.semver.major === needDomLTPre.major &&
            c.semver.minor === needDomLTPre.minor &&
            c.semver.patch === needDomLTPre.patch) {
          needDomLTPre = false
        }
      }
      if (c.operator === '<' || c.operator === '<=') {
        lower = lowerLT(lt, c, options)
        if (lower === c && lower !== lt) {
          return false
        }
      } else if (lt.operator === '<=' && !c.test(lt.semver)) {
        return false
      }
    }
    if (!c.operator && (lt || gt) && gtltComp !== 0) {
      return false
    }
  }

  // if there was a < or >, and nothing in the dom, then must be false
  // UNLESS it was limited by another range in the other direction.
  // Eg, >1.0.0 <1.0.1 is still a subset of <2.0.0
  if (gt && hasDomLT && !lt && gtltComp !== 0) {
    return false
  }

  if (lt && hasDomGT && !gt && gtltComp !== 0) {
    return false
  }

  // we needed a prerelease range in a specific tuple, but didn't get one
  // then this isn't a subset.  eg >=1.2.3-pre is not a subset of >=1.0.0,
  // because it includes prereleases in the 1.2.3 tuple
  if (needDomGTPre || needDomLTPre) {
    return false
  }

  return true
}

// >=1.2.3 is lower than >1.2.3
const higherGT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp > 0 ? a
    : comp < 0 ? b
    : b.operator === '>' && a.operator === '>=' ? b
    : a
}

// <=1.2.3 is higher than <1.2.3
const lowerLT = (a, b, options) => {
  if (!a) {
    return b
  }
  const comp = compare(a.semver, b.semver, options)
  return comp < 0 ? a
    : comp > 0 ? b
    : b.operator === '<' && a.operator === '<=' ? b
    : a
}

module.exports = subset


/***/ }),

/***/ 54750:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)

// Mostly just for testing and legacy API reasons
const toComparators = (range, options) =>
  new Range(range, options).set
    .map(comp => comp.map(c => c.value).join(' ').trim().split(' '))

module.exports = toComparators


/***/ }),

/***/ 64737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(96782)
const validRange = (range, options) => {
  try {
    // Return '*' instead of '' so that truthiness works.
    // This will throw if it's invalid anyway
    return new Range(range, options).range || '*'
  } catch (er) {
    return null
  }
}
module.exports = validRange


/***/ }),

/***/ 1279:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $d: () => (/* binding */ pickEngineEnv),
/* harmony export */   M$: () => (/* binding */ MARK),
/* harmony export */   cY: () => (/* binding */ bindDocker)
/* harmony export */ });
const ENGINE = [
    'PATH',
    'Path',
    'HOME',
    'USERPROFILE',
    'SystemRoot',
    'XDG_RUNTIME_DIR',
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_CONFIG',
    'DOCKER_CERT_PATH',
    'DOCKER_TLS_VERIFY',
    'DOCKER_API_VERSION'
];
const pickEngineEnv = (env) => Object.fromEntries(ENGINE.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
const bindDocker = (path, run, env) => async (args, signal) => (await run([path, ...args], { env: pickEngineEnv(env), signal })).stdout.trimEnd();
const MARK = 'kind';


/***/ }),

/***/ 70355:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   J6: () => (/* binding */ isQuestion),
/* harmony export */   gq: () => (/* binding */ formatObjectPath),
/* harmony export */   pp: () => (/* binding */ parseApiPath)
/* harmony export */ });
function parseApiPath(path) {
    const [, version, rest] = /^(\/api\/v1|\/apis\/[^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
    if (version === undefined || rest === undefined)
        return undefined;
    const parts = rest.split('/');
    const inside = parts[0] === 'namespaces' && parts.length > 2 && !NAMESPACE_PARTS.includes(parts[2] ?? '');
    const namespace = inside ? parts[1] : undefined;
    const [resource = '', name, part] = inside ? parts.slice(2) : parts;
    const folder = namespace === undefined ? version : `${version}/namespaces/${namespace}`;
    return { version, namespace, resource, name, part, collection: `${folder}/${resource}` };
}
const NAMESPACE_PARTS = ['status', 'finalize'];
const formatObjectPath = ({ collection, name = '' }) => `${collection}/${name}`;
const isQuestion = ({ resource }) => QUESTIONS.test(resource);
const QUESTIONS = /^(self)?subject(access|rules)?reviews$|^tokenreviews$|^localsubjectaccessreviews$/;


/***/ }),

/***/ 17032:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  xq: () => (/* binding */ PROVIDERS),
  Vj: () => (/* binding */ countClustersAtOnce),
  lh: () => (/* binding */ findProvider)
});

// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __nccwpck_require__(29083);
// EXTERNAL MODULE: ./src/adapters/toolchain/pins.ts
var pins = __nccwpck_require__(78826);
// EXTERNAL MODULE: ./src/adapters/toolchain/platform.ts
var toolchain_platform = __nccwpck_require__(29877);
;// CONCATENATED MODULE: ./src/adapters/clusters/provider.ts
const listPinnedReleases = (pins) => Object.fromEntries(Object.entries(pins).map(([minor, { version }]) => [minor, version]));

;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/provider.ts




const MIB = 1024 * 1024;
const controlPlaneProvider = {
    name: 'control-plane',
    bytes: 700 * MIB,
    releases: listPinnedReleases(pins/* KUBERNETES */.pS),
    auto: 'this is Linux, so it needs no container engine',
    async choose(_, why, { platform }) {
        if (platform.os !== 'linux')
            return { missing: `control-plane clusters run on Linux only, and this is ${(0,toolchain_platform/* translateToGo */.M)(platform).os}` };
        return { provider: 'control-plane', why, releases: this.releases };
    },
    async clusters(_, parts) {
        const { controlPlane } = await __nccwpck_require__.e(/* import() */ 1712).then(__nccwpck_require__.bind(__nccwpck_require__, 91712));
        return controlPlane({ ...parts, env: (0,environment/* makeGoEnvironment */.G1)({ PATH: parts.env['PATH'] }) });
    }
};

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __nccwpck_require__(34758);
// EXTERNAL MODULE: ./src/adapters/toolchain/machine.ts
var machine = __nccwpck_require__(21225);
// EXTERNAL MODULE: ./src/adapters/clusters/kind/engine.ts
var engine = __nccwpck_require__(1279);
;// CONCATENATED MODULE: ./src/adapters/clusters/kind/provider.ts






const provider_MIB = 1024 * 1024;
const ENGINE_MS = 10_000;
const kindProvider = {
    name: 'kind',
    bytes: 1500 * provider_MIB,
    releases: listPinnedReleases(pins/* KIND */.Nd.images),
    auto: 'it needs no Linux',
    async choose(asked, why, looking) {
        const said = await askEngine(['version', '--format', '{{.Server.Version}}'], looking);
        if ('missing' in said)
            return said;
        return {
            provider: 'kind',
            why: `${why}; Docker ${said.answer} answers`,
            releases: this.releases,
            mirrors: asked['image-mirrors']
        };
    },
    async elsewhere(looking) {
        const said = await askEngine(['info', '--format', '{{.Name}}'], looking);
        if ('missing' in said)
            return said.missing;
        const { answer: name } = said;
        return name === (0,external_node_os_.hostname)() ? undefined : `its container engine is that of ${name}, and this is ${(0,external_node_os_.hostname)()}`;
    },
    clusters: async (plan, parts) => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(6921), __nccwpck_require__.e(426), __nccwpck_require__.e(6143)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26143))).kindClusters(plan, parts),
    leftovers: {
        mark: engine/* MARK */.M$,
        sweep: async (sweeping, signal) => (await __nccwpck_require__.e(/* import() */ 3917).then(__nccwpck_require__.bind(__nccwpck_require__, 73917))).sweepEngine(sweeping, signal)
    }
};
async function askEngine(args, { run, env, platform, signal }) {
    const docker = await (0,machine/* findOnPath */.aY)('docker', env, platform);
    if (docker === undefined)
        return { missing: 'kind clusters need a container engine, and docker is not on PATH' };
    const limit = AbortSignal.timeout(ENGINE_MS);
    return await run([docker, ...args], { env: (0,engine/* pickEngineEnv */.$d)(env), signal: AbortSignal.any([signal, limit]) }).then(({ stdout }) => ({ answer: stdout.trim() }), (error) => {
        signal.throwIfAborted();
        if (!(error instanceof errors/* Failure */.H) && !limit.aborted)
            throw error;
        const cause = error instanceof errors/* Failure */.H && typeof error.cause === 'string' ? error.cause.trim() : '';
        return { missing: `kind clusters need a container engine, and none answers: ${cause.split('\n').at(-1) ?? ''}` };
    });
}

;// CONCATENATED MODULE: ./src/adapters/clusters/kubeconfig/provider.ts
const kubeconfigProvider = {
    name: 'kubeconfig',
    bytes: 0,
    releases: {},
    namedBy: ({ kubeconfig }) => (kubeconfig === '' ? undefined : 'an input names a kubeconfig'),
    choose: async (asked, why, looking) => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(6921), __nccwpck_require__.e(426), __nccwpck_require__.e(5843)]).then(__nccwpck_require__.bind(__nccwpck_require__, 85843))).planRunningCluster(asked, why, looking),
    clusters: async (plan, parts) => (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(6921), __nccwpck_require__.e(426), __nccwpck_require__.e(2591)]).then(__nccwpck_require__.bind(__nccwpck_require__, 62591))).lendCluster(plan, parts)
};

;// CONCATENATED MODULE: ./src/adapters/clusters/providers.ts



const PROVIDERS = [controlPlaneProvider, kindProvider, kubeconfigProvider];
const findProvider = (name, providers = PROVIDERS) => {
    const found = providers.find((provider) => provider.name === name);
    if (!found)
        throw new Error(`no adapter makes clusters of ${name}`);
    return found;
};
const RESERVE = 1500 * 1024 * 1024;
function countClustersAtOnce(name, available) {
    const { bytes } = findProvider(name);
    return bytes === 0 ? 1 : Math.max(1, Math.floor((available - RESERVE) / bytes));
}


/***/ }),

/***/ 66730:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ formatTrustOptions),
/* harmony export */   aR: () => (/* binding */ formatIdentityOptions),
/* harmony export */   le: () => (/* binding */ formatKeyOptions)
/* harmony export */ });
const formatKeyOptions = (publicKey) => ['--key', publicKey, '--insecure-ignore-tlog'];
const formatIdentityOptions = (expected) => [
    ...('identity' in expected
        ? ['--certificate-identity', expected.identity]
        : ['--certificate-identity-regexp', expected.pattern]),
    '--certificate-oidc-issuer',
    expected.issuer
];
const formatTrustOptions = ({ trustedRoot }) => (trustedRoot === undefined ? [] : ['--trusted-root', trustedRoot]);


/***/ }),

/***/ 92461:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  w: () => (/* binding */ chooseHost)
});

// UNUSED EXPORTS: HOSTS

// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __nccwpck_require__(51120);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __nccwpck_require__(42857);
;// CONCATENATED MODULE: ./src/adapters/gitlab/reports.ts

const DOTENV_BYTES = 5 * 1024;
function formatDotenv(outputs) {
    const leftOut = [];
    let text = '';
    for (const [name, value] of outputs) {
        const line = `${formatVariableName(name)}=${value}\n`;
        if (/[$\r\n\0]/.test(value) || Buffer.byteLength(text + line) > DOTENV_BYTES)
            leftOut.push(name);
        else
            text += line;
    }
    return { text, leftOut };
}
const formatVariableName = (output) => `SLIPWAY_${output.toUpperCase().replaceAll('-', '_')}`;
function formatCodeQuality(findings) {
    const seen = new Map();
    const issues = findings.map(({ rule, severity, file, line, message }) => {
        const key = [rule, file, message].join('\0');
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        return {
            description: message,
            check_name: rule,
            fingerprint: (0,digest/* hashBytes */.yi)(`${key}\0${count}`),
            severity: severity === 'error' ? 'major' : 'minor',
            location: { path: file, lines: { begin: line ?? 1 } }
        };
    });
    return `${JSON.stringify(issues, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./src/config/outputs.ts
const OUTPUTS = {
    version: 'The version that was built, without v.',
    tag: 'The tag that was released; empty for a gate.',
    'release-url': 'Where the published release is; empty when nothing was published.',
    'release-state': 'published, or draft for one that nobody else sees yet; empty when neither is there.',
    'draft-url': 'Where the draft is, for who may write; empty when there is none.',
    artifacts: 'JSON list of the artifacts: name, kind, target, size, sha256.',
    checksums: 'Path of checksums.txt.',
    manifest: 'Path of manifest.json.',
    compatibility: 'passed, failed or skipped.',
    matrix: 'The job matrix of a fan-out, when it was asked for.'
};
const DOTENV = 'outputs.env';
const CODE_QUALITY = 'code-quality.json';

// EXTERNAL MODULE: ./src/adapters/terminal/host.ts
var host = __nccwpck_require__(65587);
;// CONCATENATED MODULE: ./src/adapters/gitlab/host.ts




function gitlab(stream, files) {
    const plain = (0,host/* local */.s)(stream);
    const outputs = new Map();
    const findings = [];
    let folder;
    let sections = 0;
    const section = (title, print) => {
        const name = `slipway_${++sections}`;
        stream.write(formatMarker('start', name));
        plain.info(title);
        print();
        stream.write(`${formatMarker('end', name)}\n`);
    };
    const keep = async (name, text) => {
        if (folder !== undefined)
            await files(folder).write((0,external_node_path_.join)(folder, 'report', name), text);
    };
    return {
        ...plain,
        name: 'gitlab',
        section: (title, text) => section(title, () => plain.section(title, text)),
        quote: (title, text) => section(title, () => plain.info(text)),
        async finding(finding) {
            await plain.finding(finding);
            findings.push(finding);
            await keep(CODE_QUALITY, formatCodeQuality(findings));
        },
        keepIn: (kept) => void (folder = kept),
        async output(name, value) {
            outputs.set(name, value);
            const { text, leftOut } = formatDotenv(outputs);
            if (leftOut.includes(name))
                plain.info(`output ${name} does not fit into a dotenv report: see manifest.json`);
            await keep(DOTENV, text);
            await keep(CODE_QUALITY, formatCodeQuality(findings));
        }
    };
}
const readSeconds = () => Math.floor(Date.now() / 1000);
const formatMarker = (which, name) => `\u001b[0Ksection_${which}:${readSeconds()}:${name}\r\u001b[0K`;

;// CONCATENATED MODULE: ./src/adapters/terminal/retelling.ts
function withRetelling(host, { what, refused, write, reason }) {
    let told = '';
    return {
        ...host,
        async summary(markdown) {
            await host.summary(markdown);
            told += markdown;
            if (refused !== undefined)
                return host.info(`no ${what}: ${refused}`);
            try {
                host.info(`${what}: ${await write(told)}`);
            }
            catch (error) {
                host.info(`no ${what}: ${reason(error)}`);
            }
        }
    };
}

;// CONCATENATED MODULE: ./src/adapters/gitlab/note/noting.ts

function withNote(host, { env, fetch, timing }) {
    const get = (name) => env[name] ?? '';
    const iid = get('CI_MERGE_REQUEST_IID');
    if (!/^\d+$/.test(iid))
        return host;
    return withRetelling(host, {
        what: `note on merge request ${iid}`,
        refused: explainNoNote(get),
        async write(markdown) {
            const { upsertNote } = await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(2222), __nccwpck_require__.e(9578)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59578));
            const key = [get('CI_JOB_NAME'), get('SLIPWAY_INPUT_MODULE')].filter(Boolean).join('/');
            const place = {
                ...{ api: get('CI_API_V4_URL'), project: get('CI_PROJECT_ID'), packageName: 'slipway' },
                ...{ token: { access: get('GITLAB_TOKEN') }, fetch: fetch(), timing: { patience: 15_000, ...timing } }
            };
            return await upsertNote(place, Number(iid), key, markdown);
        },
        reason: (error) => (error instanceof Error ? error.message : String(error))
    });
}
function explainNoNote(get) {
    const source = get('CI_MERGE_REQUEST_SOURCE_PROJECT_ID');
    if (source !== '' && source !== get('CI_MERGE_REQUEST_PROJECT_ID'))
        return 'it comes from another project';
    if (get('GITLAB_TOKEN') === '')
        return 'GITLAB_TOKEN is not set, and the token of a job may not write one';
    return undefined;
}

;// CONCATENATED MODULE: ./src/adapters/gitlab/command-line.ts


const gitlabHost = {
    platform: 'gitlab',
    open: ({ stream, files, env, fetch }) => withNote(gitlab(stream, files), { env, fetch })
};

;// CONCATENATED MODULE: ./src/adapters/hosts.ts



const HOSTS = [gitlabHost, { open: ({ stream, drawing }) => (0,host/* local */.s)(stream, drawing) }];
function chooseHost(parts) {
    const here = (0,platforms/* detectPlatform */.li)(parts.env)?.name;
    const fitting = HOSTS.find(({ platform }) => platform === undefined || platform === here);
    if (!fitting)
        throw new Error('no host for this place');
    return fitting.open(parts);
}


/***/ }),

/***/ 70013:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ parseApiUrl)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
function parseApiUrl(api, platform, hint) {
    const url = URL.canParse(api) ? new URL(api) : undefined;
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
    if (!url || !safe || url.username !== '' || url.password !== '') {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the API URL of ${platform} is not an https URL without credentials`, { hint });
    }
    return url;
}


/***/ }),

/***/ 55291:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ chooseFetch)
/* harmony export */ });
const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'SSL_CERT_FILE'];
function chooseFetch(env) {
    if (!VARIABLES.some((name) => env[name]))
        return globalThis.fetch;
    let loaded;
    return async (input, init) => {
        loaded ??= Promise.all(/* import() */[__nccwpck_require__.e(6752), __nccwpck_require__.e(2089)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72089)).then(({ makeProxiedFetch }) => makeProxiedFetch(env));
        return (await loaded)(input, init);
    };
}


/***/ }),

/***/ 1953:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G2: () => (/* binding */ TEMPORARY),
  E9: () => (/* binding */ disk),
  d2: () => (/* binding */ makeTemporaryName),
  dM: () => (/* binding */ removeTree)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(58500);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __nccwpck_require__(42857);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __nccwpck_require__(34758);
// EXTERNAL MODULE: ./src/adapters/machine/refused.ts
var refused = __nccwpck_require__(84586);
;// CONCATENATED MODULE: ./src/adapters/machine/chunks.ts




const CHUNK = 1024 * 1024;
async function* readChunks(file, path) {
    const buffer = borrowBuffer();
    try {
        for (;;) {
            const { bytesRead } = await (0,refused/* explainSystemRefusal */.vK)('read', path, file.read(buffer, 0, CHUNK));
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        giveBackBuffer(buffer);
    }
}
const IDLE = [];
const borrowBuffer = () => IDLE.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
const giveBackBuffer = (buffer) => {
    if (IDLE.length < 8)
        IDLE.push(buffer);
};
async function* cutIntoBlocks(content) {
    const held = borrowBuffer();
    try {
        let size = 0;
        for await (const chunk of content) {
            for (let at = 0; at < chunk.length;) {
                if (size === 0 && chunk.length - at >= CHUNK) {
                    yield chunk.subarray(at, (at += CHUNK));
                    continue;
                }
                const taken = Math.min(CHUNK - size, chunk.length - at);
                held.set(chunk.subarray(at, at + taken), size);
                size += taken;
                at += taken;
                if (size === CHUNK) {
                    yield held;
                    size = 0;
                }
            }
        }
        if (size > 0)
            yield held.subarray(0, size);
    }
    finally {
        giveBackBuffer(held);
    }
}
async function* demandSha256(content, path, sha256) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    yield* (0,digest/* feedHash */.rJ)(content, hash);
    const found = hash.digest('hex');
    if (found !== sha256)
        throw new errors/* Failure */.H('verification', `${path} changed: sha256 ${found} now, ${sha256} before`);
}

// EXTERNAL MODULE: ./src/adapters/machine/make-folder.ts
var make_folder = __nccwpck_require__(35631);
// EXTERNAL MODULE: ./src/adapters/machine/owner.ts
var owner = __nccwpck_require__(60309);
// EXTERNAL MODULE: ./src/adapters/machine/regular-file.ts
var regular_file = __nccwpck_require__(39929);
;// CONCATENATED MODULE: ./src/adapters/machine/disk.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});










const TEMPORARY = new RegExp(`^\\.slipway-(tmp|scratch|lock)-${owner/* OWNER */.yo.source}-[0-9a-f]{8}`);
const makeTemporaryName = (kind, label = '') => `.slipway-${kind}-${(0,owner/* formatOwner */.Vu)()}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}${label}`;
const disk = (root, fs = promises_) => {
    const files = {
        read: (path, most) => (0,regular_file/* readWhole */.oD)(path, most, fs),
        tail: (path, most) => (0,regular_file/* readEnd */.sA)(path, most, fs),
        async write(path, content, mode = 0o644) {
            const made = await putDurably(fs, path, content, mode);
            await syncFolders(fs, (0,external_node_path_.dirname)(path), made);
        },
        async *stream(path) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const opened = __addDisposableResource(env_1, await (0,regular_file/* openFile */.Tq)(fs, path), true);
                for await (const chunk of readChunks(opened.file, path))
                    yield Buffer.from(chunk);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        async blob(path) {
            (0,regular_file/* demandRegular */.kU)(await (0,refused/* explainSystemRefusal */.vK)('read', path, fs.stat(path)), path, 'read');
            return await (0,external_node_fs_.openAsBlob)(path);
        },
        real: (path) => (0,refused/* explainSystemRefusal */.vK)('read', path, (0,refused/* ignoreMissing */.bt)(fs.realpath(path))),
        link: (path) => (0,refused/* explainSystemRefusal */.vK)('read', path, readLinkWords(fs, path)),
        async digest(path, most = Infinity) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const opened = __addDisposableResource(env_2, await (0,regular_file/* openExisting */.EZ)(fs, path), true);
                if (!opened || (await opened.file.stat()).size > most)
                    return undefined;
                const hash = (0,external_node_crypto_.createHash)('sha256');
                let size = 0;
                for await (const chunk of readChunks(opened.file, path)) {
                    hash.update(chunk);
                    size += chunk.length;
                    if (size > most)
                        return undefined;
                }
                return { sha256: hash.digest('hex'), size };
            }
            catch (e_2) {
                env_2.error = e_2;
                env_2.hasError = true;
            }
            finally {
                const result_2 = __disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        },
        list: async (path) => (await (0,refused/* explainSystemRefusal */.vK)('list', path, listTree(fs, path, ''))).sort(),
        async names(path) {
            const entries = await (0,refused/* explainSystemRefusal */.vK)('list', path, (0,refused/* ignoreMissing */.bt)(fs.readdir(path, { withFileTypes: true })));
            return entries
                ?.filter((entry) => entry.isFile() && !TEMPORARY.test(entry.name))
                .map(({ name }) => name)
                .sort();
        },
        async entries(path) {
            const entries = (await (0,refused/* explainSystemRefusal */.vK)('list', path, (0,refused/* ignoreMissing */.bt)(fs.readdir(path, { withFileTypes: true })))) ?? [];
            return entries
                .map((entry) => ({ name: entry.name, kind: readEntryKind(entry) }))
                .sort((a, b) => (a.name < b.name ? -1 : 1));
        },
        async move(from, to) {
            const made = await (0,refused/* explainSystemRefusal */.vK)('make the folder of', to, (0,make_folder/* makeFolder */.f)(fs, (0,external_node_path_.dirname)(to)));
            const isFolder = (await (0,refused/* explainSystemRefusal */.vK)('move', from, fs.lstat(from))).isDirectory();
            if (isFolder)
                await files.remove(to);
            try {
                await renamePatiently(fs, from, to);
            }
            catch (error) {
                if ((0,refused/* readSystemCode */.Pt)(error) !== 'EXDEV')
                    throw (0,refused/* makeRefusalFailure */.vJ)('move', from, error);
                await (isFolder ? copyFolder(fs, from, to) : files.copy(from, to));
                await files.remove(from);
            }
            await syncFolders(fs, (0,external_node_path_.dirname)(to), made);
            if ((0,external_node_path_.dirname)(from) !== (0,external_node_path_.dirname)(to))
                await syncFolder(fs, (0,external_node_path_.dirname)(from));
        },
        async copy(from, to, { sha256, hasty = false } = {}) {
            const env_3 = { stack: [], error: void 0, hasError: false };
            try {
                const opened = __addDisposableResource(env_3, await (0,regular_file/* openFile */.Tq)(fs, from, 'copy'), true);
                const content = readChunks(opened.file, from);
                const mode = opened.mode & 0o777;
                const made = await putDurably(fs, to, sha256 === undefined ? content : demandSha256(content, from, sha256), mode);
                if (!hasty)
                    await syncFolders(fs, (0,external_node_path_.dirname)(to), made);
            }
            catch (e_3) {
                env_3.error = e_3;
                env_3.hasError = true;
            }
            finally {
                const result_3 = __disposeResources(env_3);
                if (result_3)
                    await result_3;
            }
        },
        async stamp(path) {
            const found = await (0,refused/* explainSystemRefusal */.vK)('read', path, (0,refused/* ignoreMissing */.bt)(fs.stat(path, { bigint: true })));
            return found && [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join('-');
        },
        async remove(path) {
            const found = await (0,refused/* explainSystemRefusal */.vK)('remove', path, (0,refused/* ignoreMissing */.bt)(fs.lstat(path)));
            if (!found)
                return;
            if (!found.isDirectory())
                return (0,refused/* explainSystemRefusal */.vK)('remove', path, fs.rm(path, { force: true }));
            const aside = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), makeTemporaryName('tmp'));
            const gone = await fs.rename(path, aside).then(() => aside, () => path);
            await (0,refused/* explainSystemRefusal */.vK)('remove', path, removeTree(fs, gone));
        },
        async scratch(label) {
            if (!/^[a-z0-9-]+$/.test(label))
                throw new TypeError(`not a scratch label: ${label}`);
            const path = (0,external_node_path_.join)(root, makeTemporaryName('scratch', `-${label}`));
            await (0,refused/* explainSystemRefusal */.vK)('make the folder', root, (0,make_folder/* makeFolder */.f)(fs, root));
            await (0,refused/* explainSystemRefusal */.vK)('make the folder', path, fs.mkdir(path, { mode: 0o700 }));
            return { path, [Symbol.asyncDispose]: () => (0,refused/* explainSystemRefusal */.vK)('remove', path, removeTree(fs, path)) };
        }
    };
    return files;
};
async function removeTree(fs, path) {
    const options = { recursive: true, force: true, maxRetries: 3, retryDelay: 50 };
    try {
        await fs.rm(path, options);
    }
    catch (error) {
        if (!['EACCES', 'EPERM'].includes((0,refused/* readSystemCode */.Pt)(error)) || !(await fs.lstat(path)).isDirectory())
            throw error;
        await makeWritable(fs, path);
        await fs.rm(path, options);
    }
}
const readLinkWords = (fs, path) => (0,refused/* ignoreMissing */.bt)(fs.readlink(path)).catch((error) => {
    if ((0,refused/* readSystemCode */.Pt)(error) === 'EINVAL')
        return undefined;
    throw error;
});
async function listTree(fs, folder, prefix) {
    const names = [];
    for (const entry of (await (0,refused/* ignoreMissing */.bt)(fs.readdir(folder, { withFileTypes: true }))) ?? []) {
        if (TEMPORARY.test(entry.name))
            continue;
        if (entry.isFile())
            names.push(prefix + entry.name);
        if (entry.isDirectory())
            names.push(...(await listTree(fs, (0,external_node_path_.join)(folder, entry.name), `${prefix}${entry.name}/`)));
    }
    return names;
}
const readEntryKind = (entry) => entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
async function putDurably(fs, path, content, mode) {
    const temp = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), makeTemporaryName('tmp'));
    const made = await (0,refused/* explainSystemRefusal */.vK)('make the folder of', path, (0,make_folder/* makeFolder */.f)(fs, (0,external_node_path_.dirname)(path)));
    try {
        await fillTemporary(fs, temp, path, content, mode);
        await (0,refused/* explainSystemRefusal */.vK)('write', path, renamePatiently(fs, temp, path));
        return made;
    }
    catch (error) {
        await fs.rm(temp, { force: true }).catch(() => undefined);
        throw error;
    }
}
async function fillTemporary(fs, temp, path, content, mode) {
    const env_4 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_4, await (0,refused/* explainSystemRefusal */.vK)('write', path, fs.open(temp, 'wx', 0o600)), true);
        if (typeof content === 'string' || content instanceof Uint8Array)
            await (0,refused/* explainSystemRefusal */.vK)('write', path, file.writeFile(content));
        else
            for await (const block of cutIntoBlocks(content))
                await (0,refused/* explainSystemRefusal */.vK)('write', path, file.writeFile(block));
        await (0,refused/* explainSystemRefusal */.vK)('write', path, file.chmod(mode));
        await (0,refused/* explainSystemRefusal */.vK)('write', path, file.sync());
    }
    catch (e_4) {
        env_4.error = e_4;
        env_4.hasError = true;
    }
    finally {
        const result_4 = __disposeResources(env_4);
        if (result_4)
            await result_4;
    }
}
async function renamePatiently(fs, from, to) {
    for (let wait = 10;; wait *= 3) {
        try {
            return await fs.rename(from, to);
        }
        catch (error) {
            if (wait > 1000 || !['EPERM', 'EBUSY'].includes((0,refused/* readSystemCode */.Pt)(error)))
                throw error;
            await (0,external_node_timers_promises_.setTimeout)(wait);
        }
    }
}
async function copyFolder(fs, from, to) {
    const temp = (0,external_node_path_.join)((0,external_node_path_.dirname)(to), makeTemporaryName('tmp'));
    try {
        await (0,refused/* explainSystemRefusal */.vK)('copy', from, fs.cp(from, temp, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true }));
        await (0,refused/* explainSystemRefusal */.vK)('move', to, fs.rename(temp, to));
    }
    catch (error) {
        await removeTree(fs, temp).catch(() => undefined);
        throw error;
    }
}
async function syncFolders(fs, folder, made) {
    await syncFolder(fs, folder);
    for (let path = folder; made !== undefined && path.length >= made.length; path = (0,external_node_path_.dirname)(path))
        await syncFolder(fs, (0,external_node_path_.dirname)(path));
}
async function syncFolder(fs, path) {
    const ignore = (error) => {
        if (!['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP', 'EBADF'].includes((0,refused/* readSystemCode */.Pt)(error)))
            throw error;
    };
    const folder = await fs.open(path, 'r').catch(ignore);
    if (!folder)
        return;
    try {
        await folder.sync().catch(ignore);
    }
    finally {
        await folder.close();
    }
}
async function makeWritable(fs, path) {
    await fs.chmod(path, 0o700);
    for (const entry of await fs.readdir(path, { withFileTypes: true }))
        if (entry.isDirectory())
            await makeWritable(fs, (0,external_node_path_.join)(path, entry.name));
}


/***/ }),

/***/ 51439:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Hk: () => (/* binding */ endProcesses),
/* harmony export */   Yr: () => (/* binding */ listSurvivors),
/* harmony export */   tl: () => (/* binding */ MARKER),
/* harmony export */   vG: () => (/* binding */ sendSignal)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(31421);
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_child_process__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(60309);



const MARKER = 'SLIPWAY_OWNER';
const STUCK_MS = 10_000;
function listSurvivors(group, marker) {
    if (process.platform === 'win32')
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .isExistingProcess */ .zF)(group) ? [group] : [];
    if (!marker && !(0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .isExistingProcess */ .zF)(-group))
        return [];
    if (process.platform !== 'linux')
        return (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .isExistingProcess */ .zF)(-group) ? [-group] : [];
    return (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .listPids */ .$q)().filter((pid) => {
        const stat = (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .readStat */ .BV)(pid);
        if (!stat || (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .isDead */ .XU)(stat) || pid === process.pid)
            return false;
        return stat.group === group || (marker !== undefined && (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .readProcessVariable */ .oQ)(pid, MARKER) === marker);
    });
}
async function endProcesses(find, graceMs) {
    const asked = new Map();
    const started = Date.now();
    for (let wait = 2;; wait = Math.min(wait * 2, 50)) {
        const left = find();
        const waited = Date.now() - started;
        if ((left.length === 0 && !isLeaving(asked)) || waited > graceMs + STUCK_MS)
            return left;
        for (const pid of left) {
            if (waited >= graceMs)
                sendSignal(pid, 'SIGKILL');
            else if (!asked.has(pid))
                sendSignal(pid, 'SIGTERM');
            if (!asked.has(pid))
                asked.set(pid, (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .readStat */ .BV)(pid)?.start);
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(wait);
    }
}
const isLeaving = (asked) => [...asked].some(([pid, start]) => {
    const stat = (0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .readStat */ .BV)(pid);
    return stat !== undefined && stat.start === start && !(0,_owner_js__WEBPACK_IMPORTED_MODULE_2__/* .isDead */ .XU)(stat);
});
function sendSignal(pid, name) {
    if (process.platform === 'win32') {
        (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawnSync)('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
        return;
    }
    try {
        process.kill(pid, name);
    }
    catch {
    }
}


/***/ }),

/***/ 5899:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Cl: () => (/* binding */ runInTurn),
/* harmony export */   Tg: () => (/* binding */ sweepAndLock),
/* harmony export */   W9: () => (/* binding */ sweepFiles)
/* harmony export */ });
/* unused harmony export lockFolder */
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(34758);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(1953);
/* harmony import */ var _make_folder_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(35631);
/* harmony import */ var _refused_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(84586);
/* harmony import */ var _owner_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(60309);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








const BEAT_MS = 15_000;
const STALE_MS = 120_000;
const LOOK_MS = 200;
const ABANDONED_MS = 7 * 24 * 3600 * 1000;
async function lockFolder(folder, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_1__) {
    try {
        await (0,_make_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .makeFolder */ .f)(fs, folder);
        for (let attempt = 1;; attempt++) {
            const got = await tryLock(folder, fs);
            if (typeof got !== 'string')
                return got;
            if (attempt === 4)
                throw makeTakenFailure(folder, got);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(10 + Math.random() * 40 * attempt);
        }
    }
    catch (error) {
        throw error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H ? error : (0,_refused_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRefusalFailure */ .vJ)('lock', folder, error);
    }
}
async function runInTurn(folder, signal, work, { fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_1__, warn = () => undefined } = {}) {
    for (;;) {
        signal.throwIfAborted();
        const got = await (0,_make_folder_js__WEBPACK_IMPORTED_MODULE_5__/* .makeFolder */ .f)(fs, folder)
            .then(() => tryLock(folder, fs, warn))
            .catch((error) => {
            throw (0,_refused_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRefusalFailure */ .vJ)('lock', folder, error);
        });
        if (typeof got !== 'string') {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const _held = __addDisposableResource(env_1, got, true);
                return await work();
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_0__.setTimeout)(LOOK_MS * (0.5 + Math.random()), undefined, { signal });
    }
}
async function tryLock(folder, fs, doubt) {
    const name = (0,_disk_js__WEBPACK_IMPORTED_MODULE_4__/* .makeTemporaryName */ .d2)('lock');
    const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
    await (await fs.open(path, 'wx', 0o644)).close();
    const other = await findOtherLock(folder, name, fs, doubt);
    if (other === undefined)
        return makeHeldLock(path, fs);
    await fs.rm(path, { force: true });
    return other;
}
async function sweepAndLock(folder, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_1__) {
    const held = await lockFolder(folder, fs);
    try {
        await sweepFiles(folder, { held: true, fs });
        return held;
    }
    catch (error) {
        await held[Symbol.asyncDispose]();
        throw error;
    }
}
async function sweepFiles(folder, { deep = true, held = false, keep = () => false, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ } = {}) {
    const swept = [];
    if ((await fs.lstat(folder).catch(() => undefined))?.isSymbolicLink())
        return swept;
    const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, entry.name);
        if (_disk_js__WEBPACK_IMPORTED_MODULE_4__/* .TEMPORARY */ .G2.test(entry.name)) {
            if (!keep(entry.name) && (await isLeftover(path, entry.name, held, fs)) && (await removeQuietly(path, fs)))
                swept.push(path);
        }
        else if (deep && entry.isDirectory())
            swept.push(...(await sweepFiles(path, { held, keep, fs })));
    }
    return swept;
}
async function removeQuietly(path, fs) {
    try {
        await (0,_disk_js__WEBPACK_IMPORTED_MODULE_4__/* .removeTree */ .dM)(fs, path);
        return true;
    }
    catch (error) {
        if (['EACCES', 'EPERM'].includes(error.code ?? ''))
            return false;
        throw (0,_refused_js__WEBPACK_IMPORTED_MODULE_6__/* .makeRefusalFailure */ .vJ)('remove', path, error);
    }
}
function makeHeldLock(path, fs) {
    const touch = () => {
        const now = new Date();
        fs.utimes(path, now, now).catch(() => undefined);
    };
    const beat = setInterval(touch, BEAT_MS).unref();
    return {
        async [Symbol.asyncDispose]() {
            clearInterval(beat);
            await fs.rm(path, { force: true });
        }
    };
}
async function findOtherLock(folder, own, fs, doubt) {
    const now = (await readMtime((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, own), fs)) ?? 0;
    for (const name of await fs.readdir(folder)) {
        const owner = _disk_js__WEBPACK_IMPORTED_MODULE_4__/* .TEMPORARY */ .G2.exec(name)?.[1] === 'lock' && name !== own ? (0,_owner_js__WEBPACK_IMPORTED_MODULE_7__/* .parseOwner */ .pZ)(name) : undefined;
        if (!owner)
            continue;
        const life = (0,_owner_js__WEBPACK_IMPORTED_MODULE_7__/* .judgeLife */ .yJ)(owner);
        if (life === 'alive' && !doubt)
            return name;
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        const touched = (await readMtime(path, fs)) ?? 0;
        if (life !== 'dead' && Math.abs(now - touched) < STALE_MS)
            return name;
        if (life !== 'dead' && touched > now)
            doubt?.(`the lock ${path} is dated ${new Date(touched).toISOString()}, which is in the future: it does not count`);
        await fs.rm(path, { force: true });
    }
    return undefined;
}
async function isLeftover(path, name, held, fs) {
    const owner = (0,_owner_js__WEBPACK_IMPORTED_MODULE_7__/* .parseOwner */ .pZ)(name);
    if (!owner)
        return false;
    const life = (0,_owner_js__WEBPACK_IMPORTED_MODULE_7__/* .judgeLife */ .yJ)(owner);
    if (life !== 'elsewhere')
        return life === 'dead';
    if (held && _disk_js__WEBPACK_IMPORTED_MODULE_4__/* .TEMPORARY */ .G2.exec(name)?.[1] !== 'lock')
        return true;
    const changed = await readMtime(path, fs);
    return changed !== undefined && Date.now() - changed > ABANDONED_MS;
}
const readMtime = async (path, fs) => (await fs.stat(path).catch(() => undefined))?.mtimeMs;
function makeTakenFailure(folder, name) {
    const owner = (0,_owner_js__WEBPACK_IMPORTED_MODULE_7__/* .parseOwner */ .pZ)(name);
    const where = owner && (0,_owner_js__WEBPACK_IMPORTED_MODULE_7__/* .judgeLife */ .yJ)(owner) === 'elsewhere' ? ' on another host or in another container' : '';
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .Failure */ .H('environment', `another run (pid ${owner?.pid ?? '?'}${where}) is working in ${folder}`, {
        code: 'output-in-use',
        hint: `Wait for it to end, or choose another folder. If there is no such run, remove ${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name)}.`
    });
}


/***/ }),

/***/ 97550:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  u: () => (/* binding */ loopback),
  t: () => (/* binding */ requestLoopback)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(44708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(41692);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __nccwpck_require__(34758);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __nccwpck_require__(58369);
// EXTERNAL MODULE: ./src/adapters/clusters/kubeconfig/place.ts
var kubeconfig_place = __nccwpck_require__(70355);
;// CONCATENATED MODULE: ./src/adapters/clusters/kubeconfig/fence.ts

const READS = ['GET', 'HEAD', 'OPTIONS'];
const DOORS = ['attach', 'exec', 'portforward', 'proxy'];
function staysInside(namespace, method, url) {
    const path = normalizePath(url);
    if (path === undefined)
        return false;
    const place = (0,kubeconfig_place/* parseApiPath */.pp)(path);
    const opens = place?.part !== undefined && DOORS.includes(place.part);
    if (READS.includes(method) && !opens)
        return true;
    if (!place)
        return false;
    if (place.namespace === namespace)
        return true;
    const itself = place.version === '/api/v1' && place.resource === 'namespaces' && place.name === namespace;
    return (itself && place.namespace === undefined) || (method === 'POST' && (0,kubeconfig_place/* isQuestion */.J6)(place));
}
function normalizePath(url) {
    const [path = ''] = url.split('?');
    try {
        const segments = path.replace(/\/$/, '').split('/').slice(1).map(decodeURIComponent);
        return segments.every((each) => !/^\.{0,2}$|\//.test(each)) ? `/${segments.join('/')}` : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/adapters/kubernetes/self-signed.ts

const LIFE_MS = 24 * 3600 * 1000;
function makeSelfSigned(now) {
    const { privateKey, publicKey } = (0,external_node_crypto_.generateKeyPairSync)('ec', { namedCurve: 'P-256' });
    const name = sequence(set(sequence(oid(COMMON_NAME), der(0x0c, Buffer.from('slipway')))));
    const body = sequence(der(0xa0, integer(Buffer.from([2]))), integer(Buffer.concat([Buffer.from([0x40]), (0,external_node_crypto_.randomBytes)(15)])), sequence(oid(ECDSA_SHA256)), name, sequence(time(new Date(now.getTime() - LIFE_MS)), time(new Date(now.getTime() + LIFE_MS))), name, publicKey.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(extension(BASIC_CONSTRAINTS, sequence(der(0x01, Buffer.from([0xff])))), extension(ALTERNATIVE_NAMES, sequence(der(0x87, Buffer.from([127, 0, 0, 1])))))));
    const signature = (0,external_node_crypto_.sign)('sha256', body, privateKey);
    const whole = sequence(body, sequence(oid(ECDSA_SHA256)), der(0x03, Buffer.concat([Buffer.from([0]), signature])));
    const lines = whole.toString('base64').match(/.{1,64}/g) ?? [];
    return {
        key: privateKey.export({ type: 'pkcs8', format: 'pem' }),
        certificate: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n')
    };
}
const COMMON_NAME = [0x55, 0x04, 0x03];
const ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13];
const ALTERNATIVE_NAMES = [0x55, 0x1d, 0x11];
function der(tag, content) {
    const { length } = content;
    const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts) => der(0x30, Buffer.concat(parts));
const set = (...parts) => der(0x31, Buffer.concat(parts));
const oid = (bytes) => der(0x06, Buffer.from(bytes));
const integer = (bytes) => der(0x02, bytes);
const time = (date) => der(0x17, Buffer.from(`${date
    .toISOString()
    .replace(/[-:T]|\.\d+/g, '')
    .slice(2)}`));
const extension = (id, value) => sequence(oid(id), der(0x04, value));

;// CONCATENATED MODULE: ./src/adapters/kubernetes/witness.ts





const WORDS_LIMIT = limits/* LIMITS */.b1.words.most;
const REFUSED_LIMIT = 5000;
async function witness(connection, within) {
    const upstream = chooseTarget(connection);
    const refused = [];
    const held = [];
    let requests = 0;
    const told = ({ method = '', url = '' }, status, message) => ({
        ...{ method, path: cutQuery(url), status, message }
    });
    const watched = (request, answer) => {
        const status = answer.statusCode ?? 502;
        if (status < 400)
            return;
        const words = [];
        let size = 0;
        answer.on('data', (chunk) => {
            if (size < WORDS_LIMIT)
                words.push(chunk);
            size += chunk.length;
        });
        answer.once('end', () => {
            if (refused.length < REFUSED_LIMIT)
                refused.push(told(request, status, readStatusMessage(Buffer.concat(words).subarray(0, WORDS_LIMIT))));
        });
    };
    const refusal = (request) => {
        const { method = '', url = '' } = request;
        if (within === undefined || staysInside(within, method, url))
            return undefined;
        const message = `not handed on by Slipway: this cluster is somebody's, and a trial writes in its namespace ${within} alone`;
        if (held.length < REFUSED_LIMIT)
            held.push(told(request, 403, message));
        return JSON.stringify({
            ...{ kind: 'Status', apiVersion: 'v1', metadata: {}, status: 'Failure' },
            ...{ message, reason: 'Forbidden', code: 403 }
        });
    };
    const { key, certificate } = makeSelfSigned(new Date());
    const server = external_node_https_.createServer({ key, cert: certificate }, (request, response) => {
        requests += 1;
        const no = refusal(request);
        if (no !== undefined) {
            request.resume();
            response.writeHead(403, { 'content-type': 'application/json' }).end(no);
            return;
        }
        const sent = upstream.request(request);
        sent.on('response', (answer) => {
            const status = answer.statusCode ?? 502;
            response.writeHead(status, answer.rawHeaders);
            response.flushHeaders();
            watched(request, answer);
            answer.pipe(response);
            answer.once('error', () => response.destroy());
        });
        sent.once('error', () => response.destroy());
        response.once('close', () => sent.destroy());
        request.pipe(sent);
    });
    server.on('upgrade', (request, socket, head) => {
        requests += 1;
        const no = refusal(request);
        if (no !== undefined) {
            const head = `HTTP/1.1 403 Forbidden\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(no)}`;
            socket.end(`${head}\r\nConnection: close\r\n\r\n${no}`);
            return;
        }
        const sent = upstream.request(request);
        socket.once('error', () => sent.destroy());
        sent.once('error', () => socket.destroy());
        sent.once('upgrade', (answer, other, early) => {
            socket.write(formatHead(answer));
            socket.write(early);
            other.write(head);
            other.once('error', () => socket.destroy());
            socket.pipe(other).pipe(socket);
        });
        sent.once('response', (answer) => {
            watched(request, answer);
            socket.write(formatHead(answer));
            answer.pipe(socket);
        });
        sent.end();
    });
    await new Promise((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string')
        throw new Error('a TCP server without a port');
    return {
        url: `https://127.0.0.1:${address.port}`,
        certificate,
        refused,
        held,
        get requests() {
            return requests;
        },
        async [Symbol.asyncDispose]() {
            const closed = new Promise((resolve) => server.close(resolve));
            server.closeAllConnections();
            upstream.agent.destroy();
            await closed;
        }
    };
}
function chooseTarget({ server, ca, servername, insecure }) {
    const client = server.protocol === 'http:' ? external_node_http_ : external_node_https_;
    const agent = new client.Agent({
        keepAlive: true,
        ...(ca !== undefined && { ca }),
        ...(servername !== undefined && { servername }),
        ...(insecure && { rejectUnauthorized: false })
    });
    const request = ({ method, url, headers }) => client.request({
        agent,
        method,
        host: server.hostname.replace(/^\[|\]$/g, ''),
        port: server.port,
        path: server.pathname.replace(/\/$/, '') + (url ?? ''),
        headers: { ...headers, host: server.host }
    });
    return { agent, request };
}
const formatHead = ({ statusCode, statusMessage, rawHeaders }) => {
    const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1] ?? ''}`] : []));
    return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines, '', ''].join('\r\n');
};
const cutQuery = (url) => {
    const [path = '', query = ''] = url.split('?');
    return /(^|&)watch=(true|1)(&|$)/.test(query) ? `${path}?watch=true` : path;
};
function readStatusMessage(bytes) {
    const text = bytes.toString('utf8');
    try {
        const { message } = JSON.parse(text);
        if (typeof message === 'string')
            return message;
    }
    catch {
    }
    const runs = text.match(/[^\p{Cc}\ufffd]{8,}/gu) ?? [];
    return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '').trim();
}

;// CONCATENATED MODULE: ./src/adapters/machine/loopback.ts








const SILENCE_MS = 2000;
const BODY_LIMIT = limits/* LIMITS */.b1.loopback.most;
const loopback = (files) => ({
    port: findPort,
    get: requestUrl,
    async witness(kubeconfig, within) {
        const { readKubeconfig } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(6921), __nccwpck_require__.e(4966)]).then(__nccwpck_require__.bind(__nccwpck_require__, 74966));
        const { connection } = await readKubeconfig(kubeconfig, (path) => files.read(path));
        return witness(connection, within);
    }
});
const [LOWEST, HIGHEST] = [15_000, 30_000];
const handedOut = new Set();
async function findPort() {
    for (let tries = 1; tries <= HIGHEST - LOWEST; tries++) {
        const one = (0,external_node_crypto_.randomInt)(LOWEST, HIGHEST);
        if (handedOut.has(one))
            continue;
        handedOut.add(one);
        if (await isFree(one))
            return one;
    }
    throw new errors/* Failure */.H('environment', `no port of 127.0.0.1 between ${LOWEST} and ${HIGHEST} is free`, {
        hint: 'Something listens on nearly all of them: ss -ltn.'
    });
}
const isFree = (port) => new Promise((resolve) => {
    const server = (0,external_node_net_.createServer)();
    server.once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
});
const requestUrl = (url, signal) => requestLoopback(url, signal);
async function requestLoopback(url, signal, connect) {
    const { protocol, hostname, port } = new URL(url);
    if (!/^https?:$/.test(protocol) || !['127.0.0.1', 'localhost', '[::1]'].includes(hostname))
        throw new errors/* Failure */.H('input', `${url} does not lead to this machine`, {
            hint: 'A program under test is asked at http://127.0.0.1:{port}/….'
        });
    const secure = protocol === 'https:';
    const client = secure ? external_node_https_ : external_node_http_;
    const over = connect && (() => connect(Number(port || (secure ? 443 : 80))));
    return await new Promise((resolve, reject) => {
        const stop = AbortSignal.any([signal, AbortSignal.timeout(SILENCE_MS)]);
        const fail = () => (signal.aborted ? reject(signal.reason) : resolve(undefined));
        const options = {
            ...{ signal: stop, ...(secure && { rejectUnauthorized: false }) },
            ...(over ? { createConnection: adaptConnect(over, secure) } : { agent: false })
        };
        const request = client.get(url, options, (answer) => {
            const chunks = [];
            let size = 0;
            const done = () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8').slice(0, BODY_LIMIT) });
            answer.on('data', (chunk) => {
                size += chunk.length;
                chunks.push(chunk);
                if (size > BODY_LIMIT) {
                    done();
                    request.destroy();
                }
            });
            answer.once('end', done);
            answer.once('error', fail);
        });
        request.once('error', fail);
    });
}
const adaptConnect = (connect, secure) => (_, made) => {
    connect().then((socket) => made(null, secure ? (0,external_node_tls_.connect)({ socket, rejectUnauthorized: false }) : socket), (error) => made(error, undefined));
};


/***/ }),

/***/ 35631:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ makeFolder)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _refused_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(84586);


async function makeFolder(fs, path) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(path);
    try {
        return await makeOne(fs, path);
    }
    catch (error) {
        if ((0,_refused_js__WEBPACK_IMPORTED_MODULE_1__/* .readSystemCode */ .Pt)(error) !== 'ENOENT' || parent === path)
            throw error;
    }
    const topmost = await makeFolder(fs, parent);
    try {
        const made = await makeOne(fs, path);
        return topmost ?? made;
    }
    catch (error) {
        if ((0,_refused_js__WEBPACK_IMPORTED_MODULE_1__/* .readSystemCode */ .Pt)(error) !== 'ENOENT')
            throw error;
        throw Object.assign(new Error(`mkdir ${path}`, { cause: error }), { code: 'ENOTSUP' });
    }
}
async function makeOne(fs, path) {
    try {
        await fs.mkdir(path);
        return path;
    }
    catch (error) {
        if (await isFolder(fs, path))
            return undefined;
        throw error;
    }
}
const isFolder = (fs, path) => fs.stat(path).then((found) => found.isDirectory(), () => false);


/***/ }),

/***/ 27146:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ ownDisk)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _disk_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(1953);
/* harmony import */ var _own_folder_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(44927);
/* harmony import */ var _regular_file_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(39929);





function ownDisk(root, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    const [plain, strict] = [(0,_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .disk */ .E9)(root, fs), (0,_disk_js__WEBPACK_IMPORTED_MODULE_2__/* .disk */ .E9)(root, (0,_regular_file_js__WEBPACK_IMPORTED_MODULE_4__/* .withoutLinks */ .W_)(fs))];
    const at = async (path) => {
        const [first = ''] = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(root, path).split(node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
        if (!(0,_own_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .isBelow */ .Yw)(root, path) || _disk_js__WEBPACK_IMPORTED_MODULE_2__/* .TEMPORARY */ .G2.test(first))
            return plain;
        await (0,_own_folder_js__WEBPACK_IMPORTED_MODULE_3__/* .refuseLinksBelow */ .BT)(root, path, fs);
        return strict;
    };
    return {
        ...plain,
        read: async (path, most) => (await at(path)).read(path, most),
        tail: async (path, most) => (await at(path)).tail(path, most),
        write: async (path, content, mode) => (await at(path)).write(path, content, mode),
        async *stream(path) {
            yield* (await at(path)).stream(path);
        },
        blob: async (path) => (await at(path)).blob(path),
        digest: async (path) => (await at(path)).digest(path),
        list: async (path) => (await at(path)).list(path),
        names: async (path) => (await at(path)).names(path),
        entries: async (path) => (await at(path)).entries(path),
        stamp: async (path) => (await at(path)).stamp(path),
        async move(from, to) {
            await at(from);
            return (await at(to)).move(from, to);
        },
        async copy(from, to, options) {
            await at(from);
            return (await at(to)).copy(from, to, options);
        },
        remove: async (path) => (await at(path)).remove(path)
    };
}


/***/ }),

/***/ 44927:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   BT: () => (/* binding */ refuseLinksBelow),
/* harmony export */   CW: () => (/* binding */ refuseForeignContent),
/* harmony export */   OE: () => (/* binding */ refuseForeignPath),
/* harmony export */   Yw: () => (/* binding */ isBelow),
/* harmony export */   vO: () => (/* binding */ refuseLinkedPath)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(34758);
/* harmony import */ var _refused_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(84586);




const LEFT_LOGS = /^logs[\\/]kubernetes-[^\\/]+$/;
async function refuseForeignPath(path, home, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    await refuseLinkedPath(path, home, fs);
    const found = await lookWithoutFollowing(path, fs);
    if (found)
        demandOwn(path, found, path);
}
async function refuseLinkedPath(path, home, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    for (const part of listPathParts(path)) {
        const found = await lookWithoutFollowing(part, fs);
        if (!found)
            return;
        if (found.isSymbolicLink() && (isBelow(home, part) || !(await isOfMachine(part, found, fs))))
            throw makeLinkFailure(part, path);
    }
}
async function refuseForeignContent(path, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    const walk = async (folder) => {
        for (const { name } of await fs.readdir(folder, { withFileTypes: true })) {
            const inner = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
            const found = await lookWithoutFollowing(inner, fs);
            if (!found)
                continue;
            if (found.isSymbolicLink())
                throw makeLinkFailure(inner, path);
            demandOwn(inner, found, path);
            if (found.isDirectory()) {
                if (!LEFT_LOGS.test((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(path, inner)))
                    await walk(inner);
            }
            else if (!found.isFile())
                throw makeForeignFolderFailure(inner, 'is neither a file nor a folder', path);
        }
    };
    await walk(path);
}
async function refuseLinksBelow(root, path, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    for (const part of listPathParts(path))
        if (part.length >= root.length && (await lookWithoutFollowing(part, fs))?.isSymbolicLink())
            throw makeLinkFailure(part, root);
}
const isBelow = (folder, path) => path === folder || path.startsWith(folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
function listPathParts(path) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    return parent === path ? [path] : [...listPathParts(parent), path];
}
async function lookWithoutFollowing(path, fs) {
    try {
        return await fs.lstat(path);
    }
    catch (error) {
        if ((0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .readSystemCode */ .Pt)(error) === 'ENOENT' || (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .readSystemCode */ .Pt)(error) === 'ENOTDIR')
            return undefined;
        throw (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .makeRefusalFailure */ .vJ)('read', path, error);
    }
}
async function isOfMachine(path, found, fs) {
    const parent = await lookWithoutFollowing((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), fs);
    return found.uid === 0 && parent?.uid === 0 && (process.platform === 'win32' || (parent.mode & 0o022) === 0);
}
function demandOwn(path, found, folder) {
    const own = process.getuid?.();
    if (own !== undefined && found.uid !== own)
        throw makeForeignFolderFailure(path, `belongs to another user (uid ${found.uid})`, folder);
}
const makeLinkFailure = (path, folder) => makeForeignFolderFailure(path, 'is a link, and Slipway follows none there', folder);
const makeForeignFolderFailure = (path, why, folder) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${path} ${why}`, {
    code: 'foreign-output',
    hint: `A commit or a job before may have left it. Remove ${folder}, or choose another folder.`
});


/***/ }),

/***/ 60309:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $q: () => (/* binding */ listPids),
/* harmony export */   BV: () => (/* binding */ readStat),
/* harmony export */   Vu: () => (/* binding */ formatOwner),
/* harmony export */   XU: () => (/* binding */ isDead),
/* harmony export */   oQ: () => (/* binding */ readProcessVariable),
/* harmony export */   pZ: () => (/* binding */ parseOwner),
/* harmony export */   yJ: () => (/* binding */ judgeLife),
/* harmony export */   yo: () => (/* binding */ OWNER),
/* harmony export */   zF: () => (/* binding */ isExistingProcess)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);


const OWNER = /(\d+)-(\d+)-([0-9a-f]{8})/;
function readStat(pid) {
    const text = readProcText(`/proc/${pid}/stat`);
    const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields && { state: fields[0] ?? '?', group: Number(fields[2]), start: fields[19] ?? '0' };
}
function listPids() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)('/proc')
            .filter((name) => /^\d+$/.test(name))
            .map(Number);
    }
    catch {
        return [];
    }
}
function readProcessVariable(pid, name) {
    const start = `${name}=`;
    return readProcText(`/proc/${pid}/environ`)
        ?.split('\0')
        .find((entry) => entry.startsWith(start))
        ?.slice(start.length);
}
let ourselves;
function formatOwner() {
    return (ourselves ??= `${process.pid}-${readStat('self')?.start ?? '0'}-${identifyPlace()}`);
}
function parseOwner(text) {
    const [, pid, start, where] = OWNER.exec(text) ?? [];
    return pid && start && where ? { pid: Number(pid), start, where } : undefined;
}
function judgeLife({ pid, start, where }) {
    if (where !== identifyPlace())
        return 'elsewhere';
    const stat = readStat(pid);
    if (stat)
        return stat.start === start && !isDead(stat) ? 'alive' : 'dead';
    return isExistingProcess(pid) ? 'alive' : 'dead';
}
const isDead = ({ state }) => state === 'Z' || state === 'X';
function isExistingProcess(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
let place;
function identifyPlace() {
    return (place ??= (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`${readProcText('/proc/sys/kernel/random/boot_id') ?? ''}${readLink('/proc/self/ns/pid') ?? ''}`)
        .digest('hex')
        .slice(0, 8));
}
function readProcText(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
function readLink(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readlinkSync)(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 569:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  Yu: () => (/* binding */ addMarker),
  uF: () => (/* binding */ processes)
});

// UNUSED EXPORTS: describeExit, makeCommandFailure, makeStartFailure, nameCommand

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __nccwpck_require__(31421);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(58500);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __nccwpck_require__(34758);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __nccwpck_require__(58369);
// EXTERNAL MODULE: ./src/adapters/machine/ending.ts
var ending = __nccwpck_require__(51439);
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./src/adapters/machine/output.ts


const TAIL = 4000;
const cutTail = (text) => {
    const end = text.trimEnd();
    return end.length > TAIL ? `…${end.slice(-TAIL)}` : end;
};
function makeLineReader(onLine) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    let rest = '';
    let cut = false;
    const tell = (line) => onLine?.(cut ? `${line}…` : line.replace(/\r$/, ''));
    const add = (text) => {
        if (cut)
            return;
        rest += text;
        if (rest.length <= limits/* LIMITS */.b1.line.most)
            return;
        rest = rest.slice(0, limits/* LIMITS */.b1.line.most);
        cut = true;
    };
    return {
        push: (chunk) => {
            if (!onLine)
                return;
            const [first = '', ...more] = decoder.write(chunk).split('\n');
            add(first);
            for (const text of more) {
                tell(rest);
                rest = '';
                cut = false;
                add(text);
            }
        },
        end: () => {
            if (rest !== '')
                tell(rest);
            rest = '';
        }
    };
}
const LOOSE = 1000;
function collectOutput(stream, limit, keep, onLimit, onChunk) {
    const chunks = [];
    let loose = 0;
    let size = 0;
    let full = false;
    stream?.on('data', (chunk) => {
        onChunk?.(chunk);
        if (full)
            return;
        chunks.push(chunk);
        size += chunk.length;
        if (++loose >= LOOSE) {
            chunks.push(Buffer.concat(chunks.splice(-loose)));
            loose = 0;
        }
        if (keep === 'refuse' && size > limit) {
            full = true;
            onLimit?.();
        }
        while (keep === 'last' && size - (chunks[0]?.length ?? size) >= limit)
            size -= chunks.shift()?.length ?? 0;
    });
    return {
        closed: new Promise((resolve) => {
            if (!stream)
                return resolve();
            stream.once('close', resolve).on('error', () => resolve());
        }),
        text: () => Buffer.concat(chunks)
            .subarray(keep === 'last' ? -limit : 0)
            .toString('utf8')
    };
}

// EXTERNAL MODULE: ./src/adapters/machine/owner.ts
var owner = __nccwpck_require__(60309);
;// CONCATENATED MODULE: ./src/adapters/machine/process.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});










const STDOUT_LIMIT = limits/* LIMITS */.b1.stdout.most;
const STDERR_LIMIT = limits/* LIMITS */.b1.stderr.most;
const LINGER_MS = 2000;
const processes = ({ graceMs = 3000 } = {}) => {
    const running = new Set();
    const starting = new Set();
    const begin = async (launching) => {
        starting.add(launching);
        try {
            const child = await launching;
            running.add(child);
            return child;
        }
        finally {
            starting.delete(launching);
        }
    };
    const run = async (argv, options) => {
        options.signal?.throwIfAborted();
        const stdin = options.input === undefined ? 'ignore' : 'pipe';
        const child = await begin(launchChild(argv, options, [stdin, 'pipe', 'pipe'], graceMs));
        const stop = () => void child.stop();
        options.signal?.addEventListener('abort', stop, { once: true });
        if (options.signal?.aborted)
            stop();
        try {
            return await finishChild(child, options, graceMs);
        }
        finally {
            options.signal?.removeEventListener('abort', stop);
            running.delete(child);
        }
    };
    return {
        run,
        async start(argv, { log, ...options }) {
            const child = await begin(openLogFile(log).then((file) => launchChild(argv, options, ['ignore', file.fd, file.fd], graceMs).finally(() => file.close())));
            const ended = child.exited.then(async (exit) => {
                await (0,ending/* endProcesses */.Hk)(() => (0,ending/* listSurvivors */.Yr)(child.pid), graceMs);
                running.delete(child);
                return child.stopped()
                    ? `${nameCommand(child.argv)} was stopped`
                    : `${nameCommand(child.argv)} ${describeExit(exit)}${await readLogEnd(log)}`;
            });
            return {
                pid: child.pid,
                ended,
                exit: child.exited,
                ask: () => (0,ending/* sendSignal */.vG)(child.pid, 'SIGTERM'),
                async [Symbol.asyncDispose]() {
                    refuseSurvivors(child, await child.stop());
                    await ended;
                }
            };
        },
        async stopAll() {
            while (running.size + starting.size > 0) {
                await Promise.allSettled(starting);
                await Promise.all([...running].map(async (child) => refuseSurvivors(child, await child.stop())));
                for (const child of running)
                    if (child.stopped())
                        running.delete(child);
            }
        },
        killAll() {
            for (const { pid } of running)
                (0,ending/* sendSignal */.vG)(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
        }
    };
};
const addMarker = (env) => ({
    ...env,
    [ending/* MARKER */.tl]: `${(0,owner/* formatOwner */.Vu)()}/${++serial}`
});
let serial = 0;
const nameCommand = ([tool, first]) => first && /^[a-z][a-z-]*$/.test(first) ? `${(0,external_node_path_.basename)(tool)} ${first}` : (0,external_node_path_.basename)(tool);
function makeStartFailure(argv, cwd, cause) {
    const code = cause?.code;
    if (cwd !== undefined && !isFolder(cwd))
        return new errors/* Failure */.H('environment', `cannot start ${argv[0]}: there is no folder ${cwd}`, {
            hint: 'Something removed it meanwhile: run again in a folder that stays.',
            cause
        });
    const missing = code === 'ENOENT';
    return new errors/* Failure */.H('environment', `cannot start ${argv[0]}: ${missing ? 'no such program' : (code ?? 'refused')}`, {
        hint: missing ? `Install ${(0,external_node_path_.basename)(argv[0])} or put it on PATH.` : `Check that ${argv[0]} may be executed here.`,
        cause
    });
}
const makeCommandFailure = (argv, how, said) => new errors/* Failure */.H('command', `${nameCommand(argv)} ${how}`, {
    cause: cutTail(said.stderr.trim() === '' ? said.stdout : said.stderr)
});
const describeExit = ({ status, by }) => by ? `was ended by ${by}` : `ended with exit status ${status}`;
const isFolder = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
function launchChild(argv, { cwd, env, as = {} }, stdio, graceMs) {
    const [tool, ...args] = argv;
    const environment = addMarker(env);
    return new Promise((resolve, reject) => {
        let child;
        try {
            const detached = process.platform !== 'win32';
            child = (0,external_node_child_process_.spawn)(tool, args, { ...as, cwd, env: environment, stdio, detached, windowsHide: true });
        }
        catch (cause) {
            reject(makeStartFailure(argv, cwd, cause));
            return;
        }
        const exited = new Promise((done) => child.once('exit', (status, by) => done({ status, by })));
        child.on('error', (cause) => reject(makeStartFailure(argv, cwd, cause)));
        child.once('spawn', () => {
            const pid = child.pid;
            let stopping;
            const stop = async () => {
                const left = await (0,ending/* endProcesses */.Hk)(() => (0,ending/* listSurvivors */.Yr)(pid, environment[ending/* MARKER */.tl]), graceMs);
                if (left.length === 0)
                    await exited;
                return left;
            };
            resolve({
                argv,
                pid,
                process: child,
                exited,
                stop: () => (stopping ??= stop()),
                stopped: () => stopping !== undefined
            });
        });
    });
}
async function finishChild(child, { input, onLine, signal }, graceMs) {
    const { stdin, stdout, stderr } = child.process;
    stdin?.on('error', () => undefined).end(input);
    const lines = makeLineReader(onLine);
    let tooMuch = false;
    const out = collectOutput(stdout, STDOUT_LIMIT, 'refuse', () => {
        tooMuch = true;
        void child.stop();
    });
    const err = collectOutput(stderr, STDERR_LIMIT, 'last', undefined, lines.push);
    const closed = Promise.all([out.closed, err.closed]);
    const exit = await child.exited;
    await Promise.race([closed, (0,external_node_timers_promises_.setTimeout)(LINGER_MS, undefined, { ref: false })]);
    const left = child.stopped() ? await child.stop() : await (0,ending/* endProcesses */.Hk)(() => (0,ending/* listSurvivors */.Yr)(child.pid), graceMs);
    stdout?.destroy();
    stderr?.destroy();
    await closed;
    lines.end();
    refuseSurvivors(child, left);
    signal?.throwIfAborted();
    const said = { stdout: out.text(), stderr: err.text() };
    if (tooMuch)
        throw makeCommandFailure(child.argv, `wrote more than ${STDOUT_LIMIT} bytes to stdout and was stopped`, said);
    if (exit.status !== 0)
        throw makeCommandFailure(child.argv, describeExit(exit), said);
    return said;
}
function refuseSurvivors(child, left) {
    if (left.length > 0)
        throw new errors/* Failure */.H('environment', `${nameCommand(child.argv)} does not end, even by SIGKILL: pid ${left.join(', ')}`, {
            hint: 'A process that hangs in the kernel ends when its device or file system answers, or with a restart.'
        });
}
const APPENDING = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_APPEND | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
async function openLogFile(path) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        return await (0,promises_.open)(path, APPENDING, 0o600);
    }
    catch (cause) {
        const code = cause.code ?? 'refused';
        throw new errors/* Failure */.H('environment', `cannot write the log ${path}: ${code}`, {
            hint: 'Give this user the right to write there, or choose another folder: --out.',
            cause
        });
    }
}
async function readLogEnd(log) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = __addDisposableResource(env_1, await (0,promises_.open)(log), true);
            const { size } = await file.stat();
            const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, Math.max(0, size - 4096));
            const text = buffer.toString('utf8', 0, bytesRead).trim().split('\n').slice(-15).join('\n');
            return text === '' ? ', its log is empty' : `, its log ends with:\n${text}`;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = __disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch {
        return `, its log ${log} cannot be read`;
    }
}


/***/ }),

/***/ 84586:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Pt: () => (/* binding */ readSystemCode),
/* harmony export */   bt: () => (/* binding */ ignoreMissing),
/* harmony export */   vJ: () => (/* binding */ makeRefusalFailure),
/* harmony export */   vK: () => (/* binding */ explainSystemRefusal)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);

const makeRefusalFailure = (doing, path, cause) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `cannot ${doing} ${path}: ${HINTS[readSystemCode(cause)]?.[0] ?? (readSystemCode(cause) || 'refused')}`, {
    hint: HINTS[readSystemCode(cause)]?.[1] ?? 'Check the path and the disk under it.',
    cause
});
const HINTS = {
    ENOSPC: ['no space left on the device', 'Free some space there, or choose another folder.'],
    EDQUOT: ['the disk quota is used up', 'Free some space there, or choose another folder.'],
    EACCES: ['permission denied', 'Give this user the right to it, or choose another folder.'],
    EPERM: ['operation not permitted', 'Give this user the right to it, or choose another folder.'],
    EROFS: ['the file system is read-only', 'Choose another folder.'],
    ENOENT: ['no such file or folder', 'Check the path.'],
    ENOTSUP: ['this file system does not take it', 'Choose another folder.'],
    EEXIST: ['something else lies there', 'Move it away, or choose another folder.'],
    EISDIR: ['it is a folder', 'Check the path.'],
    ENOTDIR: ['a part of the path is a file', 'Check the path.'],
    ELOOP: ['its links lead in a circle', 'Check the path.'],
    ENXIO: ['it is no file but a socket or a device', 'Check the path.']
};
const readSystemCode = (error) => error?.code ?? '';
const explainSystemRefusal = (doing, path, promise) => promise.catch((error) => {
    throw readSystemCode(error) === '' || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? error : makeRefusalFailure(doing, path, error);
});
const ignoreMissing = (promise) => promise.catch((error) => {
    if (readSystemCode(error) === 'ENOENT' || readSystemCode(error) === 'ENOTDIR')
        return undefined;
    throw error;
});


/***/ }),

/***/ 39929:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EZ: () => (/* binding */ openExisting),
/* harmony export */   Tq: () => (/* binding */ openFile),
/* harmony export */   W_: () => (/* binding */ withoutLinks),
/* harmony export */   kU: () => (/* binding */ demandRegular),
/* harmony export */   oD: () => (/* binding */ readWhole),
/* harmony export */   sA: () => (/* binding */ readEnd)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(34758);
/* harmony import */ var _base_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(58369);
/* harmony import */ var _refused_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(84586);
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0 } = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.constants;
const FLAGS = O_RDONLY | O_NONBLOCK;
const withoutLinks = (fs) => ({
    ...fs,
    open: (path, flags, mode) => fs.open(path, typeof flags === 'number' ? flags | O_NOFOLLOW : flags, mode)
});
async function openFile(fs, path, doing = 'read') {
    return demandOpenedRegular(await (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .explainSystemRefusal */ .vK)(doing, path, fs.open(path, FLAGS)), path, doing);
}
async function openExisting(fs, path) {
    const file = await (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .explainSystemRefusal */ .vK)('read', path, (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .ignoreMissing */ .bt)(fs.open(path, FLAGS)));
    return file && demandOpenedRegular(file, path, 'read');
}
async function demandOpenedRegular(file, path, doing) {
    try {
        const found = await (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .explainSystemRefusal */ .vK)(doing, path, file.stat());
        demandRegular(found, path, doing);
        const { size, mode } = found;
        return { file, size, mode, [Symbol.asyncDispose]: () => file.close() };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
function demandRegular(found, path, doing) {
    if (found.isFile())
        return;
    if (found.isDirectory())
        throw (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .makeRefusalFailure */ .vJ)(doing, path, { code: 'EISDIR' });
    const kind = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `cannot ${doing} ${path}: it is no file but ${kind}`, {
        hint: 'Name a regular file: what has no end is not read.'
    });
}
async function readWhole(path, most = _base_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b1.document.most, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = __addDisposableResource(env_1, await openExisting(fs, path), true);
        if (!opened)
            return undefined;
        const { file, size } = opened;
        if (size > most)
            throw (0,_base_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .makeSizeFailure */ .oP)(path, size, most);
        const bytes = await fillBuffer(file, path, size, most);
        if (bytes.length > most)
            throw (0,_base_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .makeSizeFailure */ .oP)(path, undefined, most);
        return bytes;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function readEnd(path, most, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = __addDisposableResource(env_2, await openExisting(fs, path), true);
        if (!opened)
            return undefined;
        const { file, size } = opened;
        const before = Math.max(0, size - most);
        const bytes = await fillBuffer(file, path, size - before, most, before);
        return { bytes: bytes.subarray(0, most), before };
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
async function fillBuffer(file, path, size, most, from = 0) {
    let bytes = Buffer.allocUnsafeSlow(Math.min(Math.max(size, 1023), most) + 1);
    let done = 0;
    for (;;) {
        const { bytesRead } = await (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .explainSystemRefusal */ .vK)('read', path, file.read(bytes, done, bytes.length - done, from + done));
        done += bytesRead;
        if (bytesRead === 0 || done > most)
            return bytes.subarray(0, done);
        if (done === bytes.length)
            bytes = Buffer.concat([bytes], Math.min(bytes.length * 2, most + 1));
    }
}


/***/ }),

/***/ 65587:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ canRedraw),
/* harmony export */   s: () => (/* binding */ local)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(72091);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(25282);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(58805);




const canRedraw = (stream) => stream.isTTY && process.env['TERM'] !== 'dumb';
function local(stream, drawing) {
    const live = canRedraw(stream) ? drawing?.(stream) : undefined;
    const look = live?.look ?? (() => _line_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAIN */ .tZ);
    const secrets = new Set();
    const clean = (text) => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .makeHarmless */ .c)(text));
    const print = (text) => (live ? live.print(text) : void stream.write(`${text}\n`));
    const word = (colour, text) => look().colours ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)([colour, 'bold'], text, { validateStream: false }) : text;
    return {
        name: 'local',
        info: (line) => print(clean(line)),
        warn: (line) => print(`${word('yellow', 'warning:')} ${clean(line)}`),
        error: (line) => print(`${word('red', 'error:')} ${clean(line)}`),
        async finding({ rule, severity, file, line, column, message }) {
            const place = [file, line, column].filter((part) => part !== undefined).join(':');
            const head = word(severity === 'error' ? 'red' : 'yellow', `${severity}:`);
            print(`${clean(place)}: ${head} ${clean(`${message} (${rule})`)}`);
        },
        keepIn: () => { },
        section: (_, text) => print(clean(text)),
        quote: (title, text) => print(`${clean(title)}\n${clean(text).trimEnd().replace(/^/gm, '  | ')}`),
        mask: (secret) => (0,_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .listSecretForms */ .U)(secret).forEach((form) => form.length > 5 && secrets.add(form)),
        output: async () => { },
        summary: async () => { },
        progress(stage, item) {
            const names = [clean(stage), clean(item)];
            const entry = live?.begin(...names);
            return {
                note: (text) => entry?.note(clean(text)),
                end(outcome, note) {
                    entry?.end();
                    print((0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .formatLine */ .IL)(...names, outcome, clean(note ?? ''), look()));
                }
            };
        }
    };
}


/***/ }),

/***/ 72091:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   C7: () => (/* binding */ formatElapsed),
/* harmony export */   IL: () => (/* binding */ formatLine),
/* harmony export */   k9: () => (/* binding */ noteOn),
/* harmony export */   tZ: () => (/* binding */ PLAIN)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40766);


const PLAIN = { colours: false, width: 40, cut: false };
const MARKS = {
    done: ['✓', 'green'],
    reused: ['=', 'green'],
    skipped: ['-', 'yellow'],
    failed: ['✗', 'red'],
    running: ['…', 'cyan']
};
function formatLine(stage, item, outcome, note = '', look = PLAIN) {
    const [mark, colour] = MARKS[outcome];
    const paint = (style, text) => look.colours ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text, { validateStream: false }) : text;
    const name = look.cut ? cutMiddle(joinLines(item), look.width) : joinLines(item);
    const rest = item === '' ? `${outcome}: ${joinLines(note)}` : `${name.padEnd(look.width)}  ${joinLines(note)}`.trimEnd();
    return `${paint(colour, mark)} ${joinLines(stage).padEnd(9)} ${outcome === 'failed' ? paint('red', rest) : rest}`;
}
const formatElapsed = (ms) => `${Math.floor(ms / 1000)} s`.padStart(_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .TIME_WIDTH */ .LQ);
const cutMiddle = (name, width) => name.length <= width
    ? name
    : `${name.slice(0, Math.ceil((width - 1) / 2))}…${name.slice(-Math.floor((width - 1) / 2))}`;
const joinLines = (text) => text.replace(/\s*[\n\u2028\u2029]\s*/g, ' ');
const noteOn = (host) => (text) => text.startsWith('warning: ') ? host.warn(text.slice(9)) : host.info(`  ${text}`);


/***/ }),

/***/ 25282:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ makeHarmless)
/* harmony export */ });
/* unused harmony export makePrintable */
const SEQUENCES = /\u001b(\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(\u0007|\u001b\\)?|[ -/]*[0-~])/g;
const makePrintable = (text) => text
    .replace(SEQUENCES, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, (c) => `<U+${formatEscape(c)}>`);
const makeHarmless = (text) => makePrintable(text)
    .replaceAll('##[', '## [')
    .replace(/^([^\S\n]*)::/gmu, '$1: :');
const formatEscape = (c) => (c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');


/***/ }),

/***/ 58805:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ makeHiding),
/* harmony export */   U: () => (/* binding */ listSecretForms)
/* harmony export */ });
const SHORTEST = 6;
function listSecretForms(secret) {
    const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
    const base64 = [secret, secret.trim()].map((text) => Buffer.from(text).toString('base64'));
    const whole = lines.filter(Boolean).length === 1;
    const plain = lines.filter((line) => (whole ? line !== '' : line.length >= 4));
    const encoded = plain.map((line) => encodeURIComponent(line.toWellFormed()));
    const more = whole ? [...listBase64Forms(secret.trim()), ...listSecretParts(secret.trim())] : [];
    return [...new Set([...plain, ...encoded, ...base64, ...more])].filter(Boolean);
}
function listBase64Forms(text) {
    const { length } = Buffer.from(text);
    if (length < SHORTEST)
        return [];
    return [0, 1, 2].map((before) => {
        const code = Buffer.from('.'.repeat(before) + text).toString('base64');
        return code.slice(Math.ceil((before * 4) / 3), Math.floor(((before + length) * 4) / 3));
    });
}
const listSecretParts = (text) => /^[\w-]+\.[\w-]+\.([\w-]{20,})$/.exec(text)?.slice(1) ?? [];
function makeHiding() {
    const secrets = new Set();
    const hide = (text) => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    return {
        hide,
        from: (host) => ({
            ...host,
            mask(secret) {
                for (const form of listSecretForms(secret))
                    if (form.length >= SHORTEST)
                        secrets.add(form);
                host.mask(secret);
            },
            finding: ({ message, ...finding }) => host.finding({ ...finding, message: hide(message) }),
            summary: (markdown) => host.summary(hide(markdown))
        })
    };
}


/***/ }),

/***/ 61767:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ computeHash1)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

function computeHash1(files) {
    const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const byName = [...files].sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
    for (const { name, sha256 } of byName) {
        if (name.includes('\n'))
            throw new RangeError('a file name with a newline has no h1 sum');
        sum.update(`${sha256}  ${name}\n`);
    }
    return `h1:${sum.digest('base64')}`;
}


/***/ }),

/***/ 44582:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ downloadFile)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(34758);



class Broken extends Error {
}
const NETWORK = 'Check the network and its proxy settings (HTTPS_PROXY, NO_PROXY), or put the tool on PATH.';
const DIFFERENT = 'Something between here and there changed the file. Do not use it; report it if it stays so.';
const WAITS = [500, 2000, 5000];
const SILENCE_MS = 60_000;
const REDIRECTS = 10;
async function downloadFile(what, path, by, signal) {
    const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const body = transferBytes(what, by, signal);
    await by.files.write(path, (async function* () {
        for await (const chunk of body) {
            sum.update(chunk);
            yield chunk;
        }
        const seen = sum.digest('hex');
        if (what.sha256 !== undefined && seen !== what.sha256) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${redactUrl(what.url)} has sha256 ${seen}, not ${what.sha256}`, {
                hint: DIFFERENT
            });
        }
    })(), what.mode);
}
async function* transferBytes(what, by, signal) {
    const waits = by.waits ?? WAITS;
    let received = 0;
    for (let attempt = 0;; attempt += 1) {
        try {
            for await (const chunk of readConnection(what, received, by, signal)) {
                received += chunk.length;
                if (received > what.limit) {
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${redactUrl(what.url)} is larger than ${what.limit} bytes`, {
                        hint: DIFFERENT
                    });
                }
                yield chunk;
            }
            return;
        }
        catch (cause) {
            signal.throwIfAborted();
            if (!(cause instanceof Broken))
                throw cause;
            const wait = waits[attempt];
            if (wait === undefined) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${redactUrl(what.url)} cannot be downloaded: ${cause.message}`, {
                    hint: NETWORK,
                    cause
                });
            }
            by.note(`${redactUrl(what.url)}: ${cause.message}; trying again`);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(wait, undefined, { signal });
        }
    }
}
async function* readConnection(what, offset, by, signal) {
    const quiet = new AbortController();
    const silence = by.silence ?? SILENCE_MS;
    const timer = setTimeout(() => quiet.abort(new Broken(`nothing came for ${silence} ms`)), silence);
    try {
        const response = await followRedirects(what, offset, by.fetch, AbortSignal.any([signal, quiet.signal]));
        let skip = readStart(response, offset);
        const length = Number(response.headers.get('content-length') ?? Number.NaN);
        if (length > what.limit) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${redactUrl(what.url)} is ${length} bytes, more than the ${what.limit} allowed`, {
                hint: DIFFERENT
            });
        }
        for await (const chunk of response.body ?? []) {
            timer.refresh();
            const bytes = chunk;
            if (skip < bytes.length)
                yield bytes.subarray(skip);
            skip = Math.max(0, skip - bytes.length);
        }
        if (skip > 0)
            throw new Broken('the file became shorter');
    }
    catch (cause) {
        if (cause instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H || cause instanceof Broken)
            throw cause;
        if (quiet.signal.aborted)
            throw quiet.signal.reason;
        if (findReason(cause).startsWith('ENOTFOUND')) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${redactUrl(what.url)} cannot be downloaded: ${findReason(cause)}`, {
                hint: NETWORK,
                cause
            });
        }
        throw new Broken(findReason(cause), { cause });
    }
    finally {
        clearTimeout(timer);
        quiet.abort();
    }
}
function readStart(response, offset) {
    if (response.status !== 206)
        return offset;
    const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
    if (Number(start) === offset)
        return 0;
    throw new Broken(`a range from ${start} came instead of one from ${offset}`);
}
async function followRedirects(what, offset, fetch, signal) {
    const first = new URL(what.url);
    let url = first;
    for (let hop = 0; hop <= REDIRECTS; hop += 1) {
        const safe = url.protocol === 'https:' || (what.plain ?? []).includes(url.origin);
        if (!safe || url.username !== '') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${redactUrl(what.url)} leads to ${redactUrl(url.href)}, which is not plain https`, {
                hint: DIFFERENT
            });
        }
        const headers = new Headers({ 'accept-encoding': 'identity', ...(offset > 0 && { range: `bytes=${offset}-` }) });
        if (what.authorization !== undefined && url.origin === first.origin) {
            headers.set('authorization', what.authorization);
        }
        const response = await fetch(url, { headers, redirect: 'manual', signal });
        const location = response.headers.get('location');
        if (response.status >= 300 && response.status < 400 && location !== null) {
            await response.body?.cancel();
            url = new URL(location, url);
            continue;
        }
        if (response.ok)
            return response;
        await response.body?.cancel();
        if (response.status >= 500 || [408, 416, 429].includes(response.status)) {
            throw new Broken(`status ${response.status} from ${url.host}`);
        }
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${redactUrl(what.url)} cannot be downloaded: status ${response.status} from ${url.host}`, { hint: `Let this machine reach ${url.host}, or put the tool on PATH.` });
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${redactUrl(what.url)} redirects more than ${REDIRECTS} times`, {
        hint: 'Look at what answers there: a login page of a proxy does this.'
    });
}
function redactUrl(url) {
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname}`;
}
function findReason(cause) {
    if (typeof cause !== 'object' || cause === null)
        return String(cause);
    if ('cause' in cause && typeof cause.cause === 'object')
        return findReason(cause.cause);
    const code = 'code' in cause ? `${String(cause.code)} ` : '';
    return code + ('message' in cause ? String(cause.message) : 'no reason given');
}


/***/ }),

/***/ 21225:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H_: () => (/* binding */ describeFitting),
/* harmony export */   aY: () => (/* binding */ findOnPath),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   qN: () => (/* binding */ askVersion)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(51455);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(62088);
/* harmony import */ var semver__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(semver__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(34758);
/* harmony import */ var _platform_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(29877);






async function findOnPath(name, env, platform) {
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder));
    for (const folder of folders) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .formatProgramName */ .N)(name, platform));
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
        if (found?.isFile() && (await isRunnable(path)))
            return path;
    }
    return undefined;
}
const isRunnable = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK).then(() => true, () => false);
const KUBERNETES = { args: ['--version'], answer: /^Kubernetes (v\S+)/m };
const QUESTIONS = {
    cosign: { args: ['version', '--json'], answer: /"gitVersion":\s*"(v[^"]+)"/ },
    kind: { args: ['version', '--quiet'], answer: /^v?(\d+\.\d+\.\d+\S*)/m },
    etcd: { args: ['--version'], answer: /^etcd Version: (\S+)/m },
    'kube-apiserver': KUBERNETES,
    'kube-controller-manager': KUBERNETES,
    'kube-scheduler': KUBERNETES,
    kubectl: { args: ['version', '--client', '--output=json'], answer: /"gitVersion":\s*"(v[^"]+)"/ }
};
const PATIENCE_MS = 60_000;
async function askVersion(run, name, path, env, signal) {
    const { args, answer } = QUESTIONS[name];
    const given = ['PATH', 'HOME', 'SystemRoot', 'SYSTEMROOT'].flatMap((key) => {
        const value = env[key];
        return value === undefined ? [] : [[key, value]];
    });
    const limit = AbortSignal.timeout(PATIENCE_MS);
    const child = AbortSignal.any([signal, limit]);
    const { stdout } = await run([path, ...args], { env: Object.fromEntries(given), signal: child }).catch((cause) => {
        signal.throwIfAborted();
        if (!limit.aborted)
            throw cause;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('command', `${path} did not say its version within ${PATIENCE_MS / 1000} s`, {
            hint: 'Run again when the machine is less busy, or take that program off PATH.',
            cause
        });
    });
    const version = answer.exec(stdout)?.[1];
    if (version === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('command', `${path} ${args.join(' ')} said no version: ${stdout.slice(0, 200).trim()}`, {
            hint: 'Take that program off PATH: it is not the tool of that name.'
        });
    }
    return version.startsWith('v') ? version : `v${version}`;
}
function fits(version, wanted) {
    const parsed = semver__WEBPACK_IMPORTED_MODULE_3___default().parse(version);
    if (parsed === null)
        return false;
    if ('range' in wanted)
        return semver__WEBPACK_IMPORTED_MODULE_3___default().satisfies(parsed, wanted.range);
    const early = /^(alpha|beta|rc|dev)/.test(String(parsed.prerelease[0] ?? ''));
    return `${parsed.major}.${parsed.minor}` === wanted.minor && !early;
}
const describeFitting = (wanted) => ('range' in wanted ? wanted.range : `${wanted.minor}.x`);


/***/ }),

/***/ 78826:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Nd: () => (/* binding */ KIND),
/* harmony export */   SH: () => (/* binding */ GO_ORIGIN),
/* harmony export */   _G: () => (/* binding */ APIDIFF),
/* harmony export */   ew: () => (/* binding */ KUBERNETES_OS),
/* harmony export */   pS: () => (/* binding */ KUBERNETES),
/* harmony export */   s2: () => (/* binding */ COSIGN),
/* harmony export */   sh: () => (/* binding */ GO_SUMS),
/* harmony export */   uw: () => (/* binding */ GOVULNCHECK),
/* harmony export */   z3: () => (/* binding */ ETCD_MACHINE),
/* harmony export */   zt: () => (/* reexport safe */ _go_go_mod_js__WEBPACK_IMPORTED_MODULE_0__.zt)
/* harmony export */ });
/* harmony import */ var _go_go_mod_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(32695);

const GO_SUMS = {
    'linux-amd64': 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=',
    'linux-arm64': 'h1:sYL/O6MqS68ML0kjsQ36WoYIpJqkw60TxizWUYUKQMc=',
    'darwin-amd64': 'h1:7/9KPPN8PckcA9s91hm2jmQMhzW4KyTJXHIs45L0C9M=',
    'darwin-arm64': 'h1:dFjGhY6f8DTsY8/rLchUTDRRfjJP4pCrGCwxvHFT2Fg='
};
const GO_ORIGIN = 'https://go.dev/dl/mod';
const COSIGN_LISTS = 'pin lists of public repositories that agree, such as skaft-software/ygg scripts/install.sh';
const pinCosign = (file, sha256) => ({
    url: `https://github.com/sigstore/cosign/releases/download/v3.1.3/${file}`,
    sha256,
    readAt: COSIGN_LISTS
});
const COSIGN = {
    version: 'v3.1.3',
    machine: '>=3.1.3 <4.0.0',
    downloads: {
        'linux/amd64': pinCosign('cosign-linux-amd64', '4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71'),
        'linux/arm64': pinCosign('cosign-linux-arm64', 'c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a'),
        'darwin/amd64': pinCosign('cosign-darwin-amd64', '2347488e5d5b25336644024dfeca5601b190e91197a71a917bda44744aff106c'),
        'darwin/arm64': pinCosign('cosign-darwin-arm64', '5cf948c2f4dfe59687bdd0b8523709067383e03982cc543475c8a7dc70e92a76'),
        'windows/amd64': pinCosign('cosign-windows-amd64.exe', '9fe59be0eca1271873ce019061335eb1ac419b7059202e797828467ddabe33be')
    },
    module: {
        path: 'github.com/sigstore/cosign/v3',
        version: 'v3.1.3',
        sum: 'h1:001JQRI/PJ/5T+g/kJ1KTvKFbb322+fomc+pHDZ/6sg=',
        cost: '7 CPU-minutes the first time'
    }
};
const APIDIFF = {
    path: 'golang.org/x/exp',
    version: 'v0.0.0-20261014143641-f0251eb4aa3e',
    sum: 'h1:HgI6W1OolKK6tcV74is+rl9SMT0njsHlp0TbQiGXI/A=',
    cost: '4 CPU-seconds the first time'
};
const GOVULNCHECK = {
    path: 'golang.org/x/vuln',
    version: 'v1.9.0',
    sum: 'h1:12VaqnI9kJfqwRoPptxoqsUhQtdfrSbdksT7X/KY/sc=',
    cost: '20 CPU-seconds the first time'
};
const pinKubernetes = (version, facts) => ({
    version,
    etcd: facts.etcd,
    supported: facts.supported,
    kubectl: Object.fromEntries(Object.entries(facts.kubectl).map(([arch, sha256]) => [
        `linux/${arch}`,
        { url: `https://dl.k8s.io/release/${version}/bin/linux/${arch}/kubectl`, sha256, readAt: facts.readAt }
    ])),
    module: { path: 'k8s.io/kubernetes', version, sum: facts.sum, cost: `${facts.cost} the first time` }
});
const KUBECTL_LISTS = 'pin lists of public repositories that agree, each naming the kubectl.sha256 published beside it';
const KUBESPRAY = 'kubernetes-sigs/kubespray roles/kubespray_defaults/vars/main/checksums.yml at 005bdce';
const KUBERNETES = {
    '1.37': pinKubernetes('v1.37.1', {
        etcd: 'v3.7.0',
        supported: '2027-10-28',
        sum: 'h1:LTUzSbp9n0W7649oVKBYfC48zcoD3vCk++1PZQn28q8=',
        kubectl: {
            amd64: '65691ff77eb6fa44c908b77a1082c9f092c3b9733b5cefabec0d1104890e21a8',
            arm64: 'ff749f4b78d9c4f1ec87307df9b50119ed819e2094aa9810cb9acffc3286c8c7'
        },
        readAt: KUBECTL_LISTS,
        cost: '13 CPU-minutes and 3.1 GiB of memory'
    }),
    '1.36': pinKubernetes('v1.36.4', {
        etcd: 'v3.6.8',
        supported: '2027-06-28',
        sum: 'h1:08GT0ZOMtyCcRnslyvnpWurf1wm20KHbC/aRS+0LxSo=',
        kubectl: {
            amd64: '8b8f088da2dab964f853b38464033b1be15ede2839eca751482357c45abdd05a',
            arm64: '0ecf44450ee6063bf19dd166a103ee6df4a9034455c2abce626e6eea657d73fb'
        },
        readAt: KUBECTL_LISTS,
        cost: '13 CPU-minutes and 3 GiB of memory'
    }),
    '1.35': pinKubernetes('v1.35.8', {
        etcd: 'v3.6.5',
        supported: '2027-02-28',
        sum: 'h1:nqVTiKGbHuwTNjCn1dvK2tjOFie7J7SUMyZWDNsNHgA=',
        kubectl: {
            amd64: '874d5e72dbb819f43cff16bcd1e4f8bac5b7f2361fe1e55049b0a6c676fb0cbf',
            arm64: 'cc749967b62f4422260bc9c0aa7a7c55f45175ae38cb8d95767b5d2b7e04c1fd'
        },
        readAt: KUBECTL_LISTS,
        cost: '13 CPU-minutes and 3 GiB of memory'
    }),
    '1.34': pinKubernetes('v1.34.4', {
        etcd: 'v3.6.4',
        supported: '2026-10-27',
        sum: 'h1:Yy6R4QB8C9kJPp25GFqEvX5XQwY5qzKeqD0Xx6oAcmk=',
        kubectl: {
            amd64: 'd50c359d95e0841eaad08ddc27c7be37cba8fdccfba5c8e2ded65e121ff112db',
            arm64: '5b982c0644ab1e27780246b9085a5886651b4a7ed86243acbb2bacc1bea01dda'
        },
        readAt: KUBESPRAY,
        cost: '13 CPU-minutes and 3 GiB of memory'
    })
};
const KIND_MODULE = 'pkg/apis/config/defaults/image.go of the module sigs.k8s.io/kind@v0.33.0';
const KIND_LISTS = 'lists of the images of kind v0.33.0 in public repositories that agree';
const pinNodeImage = (version, sha256, readAt) => ({
    version,
    image: `kindest/node@sha256:${sha256}`,
    readAt
});
const KIND_DOWNLOADS = 'pin lists of public repositories that agree, such as the ones of cert-manager and its tools';
const pinKind = (platform, sha256) => ({
    url: `https://github.com/kubernetes-sigs/kind/releases/download/v0.33.0/kind-${platform}`,
    sha256,
    readAt: KIND_DOWNLOADS
});
const KIND = {
    version: 'v0.33.0',
    machine: '>=0.33.0 <1.0.0',
    downloads: {
        'linux/amd64': pinKind('linux-amd64', 'aee6151561422756b764a4ae28e7f44cda5af5a9eead3cc9985112b1de8d8e0d'),
        'linux/arm64': pinKind('linux-arm64', '20022bee6cfcd5086cb7234d218e3454e6090022f2a8f55d1fa7fcf42c3867a2'),
        'darwin/amd64': pinKind('darwin-amd64', '5a99f26f57246dc9319dd294803313197a0f34d33c525b3ea8b655db5916ece0'),
        'darwin/arm64': pinKind('darwin-arm64', '0c8c7dbe5e23594a198b786c4bc13dacc101fa6196b0cb0b23a1ca44e61f4b4f')
    },
    module: {
        path: 'sigs.k8s.io/kind',
        version: 'v0.33.0',
        sum: 'h1:AjvDv3vOygb/VKLVQW87lfktIBzkxR8Ump9DjxC8+Lk=',
        cost: 'half a CPU-minute the first time'
    },
    images: {
        '1.37': pinNodeImage('v1.37.0', 'a1ed56cfb0e7b93589bdf97c8cd566405a265939e3620fc4f5de89adff580ae5', KIND_MODULE),
        '1.36': pinNodeImage('v1.36.4', '099e049362a1526b2db71494e1947aae99bd16290d7c895f2b7ea312e3cbfaed', KIND_LISTS),
        '1.35': pinNodeImage('v1.35.8', '07b2536e30b803ed61d1677a79df6115f798ce64c80f9e22f6ed45afd09323c0', KIND_LISTS),
        '1.34': pinNodeImage('v1.34.11', '44e222ee2132dab25ff87301682f89eb82c7880ea3a1bf543bfe9708fd08d67d', KIND_LISTS)
    }
};
const ETCD_MACHINE = '>=3.5.0 <4.0.0';
const KUBERNETES_OS = ['linux'];


/***/ }),

/***/ 29877:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ translateToGo),
/* harmony export */   N: () => (/* binding */ formatProgramName)
/* harmony export */ });
const GO_OS = { win32: 'windows', sunos: 'solaris' };
const GO_ARCH = { x64: 'amd64', ia32: '386' };
const translateToGo = ({ os, arch }) => ({
    os: GO_OS[os] ?? os,
    arch: GO_ARCH[arch] ?? arch
});
const formatProgramName = (name, platform) => platform.os === 'win32' ? `${name}.exe` : name;


/***/ }),

/***/ 23998:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ hashToolchain)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_2__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_3___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_3__);
/* harmony import */ var _base_limits_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(58369);





async function hashToolchain(root, prefix) {
    const hashed = [];
    let left = _base_limits_js__WEBPACK_IMPORTED_MODULE_4__/* .LIMITS */ .b1['toolchain unpacked'].most;
    const hash = (path) => {
        left -= (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.statSync)(path).size;
        return left < 0 ? 'too large' : hashFile(path);
    };
    const walk = async (below) => {
        const entries = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, below), { withFileTypes: true });
        const sums = new Map(entries
            .filter((entry) => !entry.isDirectory())
            .map((entry) => [entry.name, entry.isFile() ? hash((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(root, below, entry.name)) : 'no file']));
        const copied = sums.has('_go.mod') && sums.get('_go.mod') === sums.get('go.mod');
        if (copied)
            sums.delete('go.mod');
        hashed.push(...[...sums].map(([name, sha256]) => ({ name: `${prefix}${below}${name}`, sha256 })));
        await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_3__.setImmediate)();
        for (const entry of entries)
            if (entry.isDirectory())
                await walk(`${below}${entry.name}/`);
    };
    await walk('');
    return hashed;
}
const hashFile = (path) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(path)).digest('hex');


/***/ }),

/***/ 42857:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LH: () => (/* binding */ hashStream),
/* harmony export */   rJ: () => (/* binding */ feedHash),
/* harmony export */   yi: () => (/* binding */ hashBytes)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

const hashBytes = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
async function hashStream(content) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of content)
        hash.update(chunk);
    return hash.digest('hex');
}
async function* feedHash(content, hash) {
    for await (const chunk of content) {
        hash.update(chunk);
        yield chunk;
    }
}


/***/ }),

/***/ 34758:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Failure),
/* harmony export */   d: () => (/* binding */ EXIT)
/* harmony export */ });
const EXIT = {
    input: 2,
    environment: 3,
    command: 4,
    verification: 5,
    host: 6
};
class Failure extends Error {
    name = 'Failure';
    kind;
    code;
    hint;
    findings;
    exposed;
    constructor(of, message, detail = {}) {
        super(message, detail);
        const told = typeof of === 'string' ? { kind: of, code: of, hint: undefined } : of;
        this.kind = told.kind;
        this.code = detail.code ?? told.code;
        this.hint = detail.hint ?? told.hint;
        this.findings = detail.findings ?? [];
        this.exposed = detail.exposed ?? false;
    }
}


/***/ }),

/***/ 23659:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   F1: () => (/* binding */ readItems),
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   Q2: () => (/* binding */ printJson),
/* harmony export */   Tw: () => (/* binding */ readTextAt),
/* harmony export */   dw: () => (/* binding */ canonicalize),
/* harmony export */   kz: () => (/* binding */ readNumber),
/* harmony export */   m6: () => (/* binding */ readAt),
/* harmony export */   qF: () => (/* binding */ parseJson),
/* harmony export */   qU: () => (/* binding */ readFields),
/* harmony export */   s0: () => (/* binding */ readObjectsAt),
/* harmony export */   yR: () => (/* binding */ readText)
/* harmony export */ });
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const readAt = (value, ...keys) => keys.reduce((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
const readTextAt = (value, ...keys) => {
    const found = readAt(value, ...keys);
    return typeof found === 'string' ? found : '';
};
const readObjectsAt = (value, ...keys) => readItems(readAt(value, ...keys)).filter(isObject);
const readFields = (value) => isObject(value) ? value : {};
const readItems = (value) => Array.isArray(value) ? value : [];
const readText = (value) => typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const readNumber = (value) => (typeof value === 'number' ? value : 0);
function parseJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
const canonicalize = (value) => JSON.stringify(value, (_, inner) => inner && typeof inner === 'object' && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : inner);
const isSame = (a, b) => canonicalize(a) === canonicalize(b);
const printJson = (value, indent) => JSON.stringify(value, undefined, indent)
    .replaceAll('##[', '#\\u0023[')
    .replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (character) => [...Array(character.length).keys()]
    .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
    .join(''));


/***/ }),

/***/ 58369:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Xq: () => (/* binding */ formatSize),
/* harmony export */   b1: () => (/* binding */ LIMITS),
/* harmony export */   oP: () => (/* binding */ makeSizeFailure)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);

const [KIB, MIB, GIB] = [2 ** 10, 2 ** 20, 2 ** 30];
const LIMITS = {
    document: {
        most: 16 * MIB,
        of: 'A file that is read whole: settings, go.mod and go.sum, a manifest, checksums, a bundle, a kubeconfig, a record',
        above: 'refused, with its size'
    },
    yaml: { most: 4 * MIB, in: 'characters', of: 'A YAML file', above: 'refused' },
    program: {
        most: GIB,
        of: 'A program, or another file of an archive: to look into it, to pack it, to compare it',
        above: 'not built or packed; `verify` goes by its digest alone'
    },
    licence: { most: 256 * KIB, of: 'A licence file of a module', above: 'the rest does not count' },
    log: { most: 16 * MIB, of: 'What a program under test logged', above: 'the end is looked at' },
    words: { most: 64 * KIB, of: 'What a server says when it refuses', above: 'the rest is left' },
    token: { most: 64 * KIB, of: 'The answer with an identity token', above: 'refused' },
    answer: { most: 32 * MIB, of: 'An answer of GitHub or GitLab', above: 'refused, and the connection closed' },
    list: { most: 128 * MIB, of: 'A list of GitHub or GitLab, all pages', above: 'refused' },
    pages: { most: 200, in: 'pages', of: 'The same', above: 'refused' },
    cluster: { most: 64 * MIB, of: 'An answer of the Kubernetes API', above: 'refused, and the connection closed' },
    listed: { most: 256 * MIB, of: 'The list that a watch begins with, all pages', above: 'refused' },
    event: { most: 16 * MIB, of: 'An event of a watch', above: 'the watch begins anew' },
    loopback: { most: MIB, of: 'An answer of a program under test', above: 'the rest is left' },
    stdout: { most: 64 * MIB, of: 'What a tool prints', above: 'the tool is stopped, and the run fails' },
    stderr: { most: MIB, of: 'What a tool prints as errors', above: 'the end is kept' },
    line: { most: 64 * KIB, in: 'characters', of: 'A line of that, as progress', above: 'the rest of the line is left' },
    entries: { most: 20_000, in: 'entries', of: 'An archive that is looked into', above: 'refused' },
    given: {
        most: 10_000,
        in: 'files and folders',
        of: 'A folder whose files `publish --from` releases',
        above: 'refused'
    },
    names: { most: 64 * MIB, of: 'The names of its entries, with the folders that they lie in', above: 'refused' },
    unpacked: { most: 4 * GIB, of: 'All of its files, which are not kept', above: 'refused before they are unpacked' },
    tool: { most: 400_000_000, of: 'A tool that is downloaded, to the disk', above: 'the download is stopped' },
    toolchain: {
        most: 200_000_000,
        of: 'A Go toolchain that is downloaded, to the disk',
        above: 'the download is stopped'
    },
    'toolchain files': { most: 30_000, in: 'files', of: 'Its archive', above: 'refused' },
    'toolchain unpacked': { most: 800_000_000, of: 'Its files, on the disk', above: 'refused before they are unpacked' }
};
function formatSize(bytes) {
    const units = [
        [GIB, 'GiB'],
        [MIB, 'MiB'],
        [1_000_000, 'MB'],
        [KIB, 'KiB']
    ];
    const [unit, name] = units.find(([unit]) => bytes >= unit && bytes % unit === 0) ?? [1, 'bytes'];
    return `${bytes / unit} ${name}`;
}
const makeSizeFailure = (path, size, most) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `cannot read ${path}: ${size === undefined ? 'it grows while it is read, beyond' : `it has ${size} bytes, and is read up to`} ${formatSize(most)}`, { hint: 'Is this the file that is meant? docs/limits.md says how much is read of what.' });


/***/ }),

/***/ 47480:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   q: () => (/* binding */ callOnce)
/* harmony export */ });
function callOnce(work) {
    let made;
    return () => (made ??= work());
}


/***/ }),

/***/ 1205:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Scope)
/* harmony export */ });
class Scope {
    #ends = [];
    use(value) {
        this.defer(() => (Symbol.asyncDispose in value ? value[Symbol.asyncDispose]() : value[Symbol.dispose]()));
        return value;
    }
    defer(end) {
        this.#open().push(end);
    }
    move() {
        const moved = new Scope();
        moved.#ends = this.#open();
        this.#ends = undefined;
        return moved;
    }
    async disposeAsync() {
        const ends = this.#ends ?? [];
        this.#ends = undefined;
        let failed;
        for (const end of ends.reverse()) {
            try {
                await end();
            }
            catch (error) {
                failed = { error: failed ? joinErrors(failed.error, error) : error };
            }
        }
        if (failed)
            throw failed.error;
    }
    [Symbol.asyncDispose]() {
        return this.disposeAsync();
    }
    #open() {
        if (!this.#ends)
            throw new ReferenceError('this scope has ended');
        return this.#ends;
    }
}
const joinErrors = (suppressed, error) => Object.assign(new Error('An error was suppressed during disposal.'), { name: 'SuppressedError', error, suppressed });


/***/ }),

/***/ 40766:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ formatCount),
/* harmony export */   LQ: () => (/* binding */ TIME_WIDTH),
/* harmony export */   RM: () => (/* binding */ alignColumns),
/* harmony export */   Ru: () => (/* binding */ findClosest),
/* harmony export */   a3: () => (/* binding */ formatDuration),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   z3: () => (/* binding */ formatBytes)
/* harmony export */ });
const quote = (text) => {
    const clean = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (c) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
    return JSON.stringify(clean.length > 80 ? `${clean.slice(0, 77)}...` : clean);
};
const formatBytes = (size) => size < 1000 ? `${size} B` : size < 1e6 ? `${(size / 1000).toFixed(1)} kB` : `${(size / 1e6).toFixed(1)} MB`;
const TIME_WIDTH = 11;
const formatDuration = (ms) => {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const whole = Math.round(ms / 1000);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
};
const formatCount = (many, one) => `${many} ${one}${many === 1 ? '' : 's'}`;
function alignColumns(rows) {
    const widths = [];
    for (const row of rows)
        row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
    return rows.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '));
}
function findClosest(word, known) {
    const ranked = known
        .map((candidate) => ({ candidate, far: measureDistance(word, candidate) }))
        .filter(({ far }) => far <= 3)
        .sort((a, b) => a.far - b.far);
    return ranked[0]?.candidate;
}
function measureDistance(a, b) {
    let row = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (const [i, x] of [...a].entries()) {
        const next = [i + 1];
        for (const [j, y] of [...b].entries()) {
            next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (x === y ? 0 : 1)));
        }
        row = next;
    }
    return row[b.length] ?? 0;
}


/***/ }),

/***/ 95581:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _adapters_machine_own_disk_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(27146);
/* harmony import */ var _adapters_terminal_host_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(65587);
/* harmony import */ var _adapters_hosts_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(92461);
/* harmony import */ var _adapters_terminal_printable_js__WEBPACK_IMPORTED_MODULE_10__ = __nccwpck_require__(25282);
/* harmony import */ var _adapters_http_outgoing_js__WEBPACK_IMPORTED_MODULE_9__ = __nccwpck_require__(55291);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(34758);
/* harmony import */ var _config_help_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(67527);
/* harmony import */ var _config_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(79178);
/* harmony import */ var _config_commands_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(64006);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(72684);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(40766);













for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => { });
const drawing = [process.stdout, process.stderr].some(_adapters_terminal_host_js__WEBPACK_IMPORTED_MODULE_2__/* .canRedraw */ .G)
    ?
        (await Promise.all(/* import() */[__nccwpck_require__.e(6279), __nccwpck_require__.e(5746)]).then(__nccwpck_require__.bind(__nccwpck_require__, 45746))).terminal
    : undefined;
const { env } = process;
const makeHost = (stream) => (0,_adapters_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .chooseHost */ .w)({ env, stream, files: _adapters_machine_own_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .ownDisk */ .o, fetch: () => (0,_adapters_http_outgoing_js__WEBPACK_IMPORTED_MODULE_9__/* .chooseFetch */ .G)(env), drawing });
process.exitCode = await (0,_main_js__WEBPACK_IMPORTED_MODULE_8__/* .main */ .i)(readRequest, (json) => makeHost(json ? process.stderr : process.stdout), {
    print: (text) => void process.stdout.write(`${(0,_adapters_terminal_printable_js__WEBPACK_IMPORTED_MODULE_10__/* .makeHarmless */ .c)(text)}\n`),
    json: process.argv.includes('--json')
});
function readRequest() {
    const flags = Object.entries(_config_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m).filter(([, { doors }]) => doors.includes('flag'));
    const { values, positionals } = parseFlags({
        ...Object.fromEntries(flags.map(([name, input]) => [name, { type: 'value' in input ? 'string' : 'boolean' }])),
        help: { type: 'boolean', short: 'h' }
    });
    const [word, ...rest] = positionals;
    const command = _config_commands_js__WEBPACK_IMPORTED_MODULE_7__/* .COMMANDS */ .Lo.find((known) => known === word);
    if (values['help'] || (word === undefined && rest.length === 0))
        return { print: (0,_config_help_js__WEBPACK_IMPORTED_MODULE_5__/* .formatHelp */ .B)(command) };
    if (command === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', `there is no command ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_11__/* .quote */ .hD)(word ?? '')}${suggestWord(word ?? '')}`, {
            hint: `Commands: ${_config_commands_js__WEBPACK_IMPORTED_MODULE_7__/* .COMMANDS */ .Lo.join(', ')}.`
        });
    refuseForeignFlags(command, values);
    return {
        command,
        operands: rest,
        read: (name) => {
            if (values[name] !== undefined)
                return { text: String(values[name]), from: `--${name}` };
            const { variable } = _config_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m[name];
            const text = variable === undefined ? '' : (env[variable] ?? '');
            return variable === undefined || text === '' ? undefined : { text, from: variable };
        }
    };
}
function parseFlags(options) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: completeFlags(process.argv.slice(2)), options, allowPositionals: true });
    }
    catch (cause) {
        const message = cause.message.split('. ')[0] ?? '';
        const unknown = /^Unknown option '--([\w-]+)'/.exec(message)?.[1];
        const near = unknown === undefined ? undefined : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_11__/* .findClosest */ .Ru)(unknown, Object.keys(options));
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', near ? `${message}; did you mean --${near}?` : message, {
            hint: 'slipway --help lists the flags.',
            cause
        });
    }
}
function completeFlags(args) {
    return args.map((arg, i) => {
        const input = arg.startsWith('--') ? _config_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m[arg.slice(2)] : undefined;
        if (input?.alone === undefined)
            return arg;
        try {
            input.parse(args[i + 1] ?? '');
            return arg;
        }
        catch {
            return `${arg}=${input.alone}`;
        }
    });
}
function refuseForeignFlags(command, values) {
    const foreign = Object.keys(values).filter((name) => name !== 'help' && !_config_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m[name].commands.includes(command));
    if (foreign.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', `${command} takes no ${foreign.map((name) => `--${name}`).join(', ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}
function suggestWord(word) {
    const near = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_11__/* .findClosest */ .Ru)(word, _config_commands_js__WEBPACK_IMPORTED_MODULE_7__/* .COMMANDS */ .Lo);
    return near ? `; did you mean ${near}?` : '';
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 64006:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   IA: () => (/* binding */ LOOKING),
/* harmony export */   Jj: () => (/* binding */ PIPELINE),
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   UT: () => (/* binding */ STEPS),
/* harmony export */   _n: () => (/* binding */ PROVING),
/* harmony export */   pH: () => (/* binding */ RELEASES),
/* harmony export */   u6: () => (/* binding */ PUBLISHING)
/* harmony export */ });
const COMMANDS = [
    'auto',
    'plan',
    'build',
    'gate',
    'release',
    'publish',
    'verify',
    'yank',
    'crds',
    'schema',
    'doctor',
    'init'
];
const PIPELINE = ['auto', 'plan', 'build', 'gate', 'release'];
const STEPS = [...PIPELINE, 'publish', 'verify', 'yank'];
const LOOKING = [...PIPELINE, 'doctor'];
const PROVING = ['auto', 'plan', 'gate', 'release', 'doctor'];
const PUBLISHING = ['auto', 'plan', 'release', 'doctor'];
const RELEASES = [
    'auto',
    'plan',
    'release',
    'publish',
    'verify',
    'yank',
    'doctor'
];


/***/ }),

/***/ 67527:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ formatHelp)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(79178);
/* harmony import */ var _commands_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(64006);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(40766);




const WHAT = {
    auto: 'a tag is released; anything else is gated',
    plan: 'print what would happen, and do nothing',
    build: 'binaries, archives, SBOMs and checksums into --out',
    gate: 'build, prove, rehearse signing; publish nothing',
    release: 'all of it: build, prove, sign, publish, verify',
    publish: 'publish files that were made earlier: slipway publish --from DIR --tag TAG --to …',
    verify: 'check a release as a careful downloader does: slipway verify TAG|URL|DIR',
    yank: 'take a bad release back: it is marked, the one before it is the latest again',
    crds: 'print SMI CRDs for kubectl apply --server-side',
    schema: 'print the JSON Schema of slipway.yaml',
    doctor: 'say what is missing for a release from here, and whose move it is',
    init: 'make a first slipway.yaml and workflow, from go.mod and .goreleaser.yaml'
};
function formatHelp(command) {
    const flags = Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .m)
        .filter(([, { doors, commands }]) => doors.includes('flag') && (command === undefined || commands.includes(command)))
        .flatMap(([name, { value, description, variable, default: fallback }]) => [
        [`  --${name}${value ? ` ${value}` : ''}`, description],
        ...(variable === undefined ? [] : [['', `variable: ${variable}`]]),
        ...(fallback && fallback !== 'false' ? [['', `default: ${fallback}`]] : [])
    ]);
    return [
        'Slipway releases Go programs that live on Kubernetes, and proves them before it does.',
        '',
        `usage: slipway ${command ?? 'COMMAND'} [flags]`,
        '',
        ...(command === undefined
            ? [...(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .alignColumns */ .RM)(_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .Lo.map((name) => [`  ${name}`, WHAT[name]])), '']
            : [`  ${WHAT[command]}`, '']),
        ...(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .alignColumns */ .RM)(flags),
        '',
        'Exit status: 0 done, 2 wrong input, 3 something is missing, 4 a tool failed, 5 a check said no, 6 the host refused.'
    ].join('\n');
}


/***/ }),

/***/ 79178:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ INPUTS)
});

// UNUSED EXPORTS: listInputPlaces

// EXTERNAL MODULE: ./src/go/target.ts
var target = __nccwpck_require__(82577);
// EXTERNAL MODULE: ./src/config/commands.ts
var commands = __nccwpck_require__(64006);
// EXTERNAL MODULE: ./src/model/weaker.ts
var weaker = __nccwpck_require__(85126);
// EXTERNAL MODULE: ./src/go/target-list.ts
var target_list = __nccwpck_require__(81782);
// EXTERNAL MODULE: ./src/model/crd-sets.ts
var crd_sets = __nccwpck_require__(47038);
;// CONCATENATED MODULE: ./src/model/held-releases.ts
const HELD = ['release.draft', 'release.disable', 'release.skip_upload', 'release.repository'];

// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __nccwpck_require__(40766);
// EXTERNAL MODULE: ./src/suites/suites.ts + 6 modules
var suites = __nccwpck_require__(7196);
;// CONCATENATED MODULE: ./src/config/kubernetes-minors.ts
const KUBERNETES_MINORS = ['1.37', '1.36', '1.35', '1.34'];

;// CONCATENATED MODULE: ./src/config/parsers.ts






const PLAIN = '[A-Za-z0-9_./,:@+=~-]*';
const PART = '\\.?[A-Za-z0-9_][A-Za-z0-9_.-]*';
const FOLDER = `\\.|(\\./)?${PART}(/${PART})*`;
const splitList = (text) => text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter(Boolean);
const flag = (text) => oneOf('true', 'false')(text) === 'true';
const oneOf = (...options) => Object.assign((text) => {
    const found = options.find((item) => item === text);
    if (found === undefined)
        throw new Error(`must be one of ${options.join(', ')}, not ${(0,base_text/* quote */.hD)(text)}`);
    return found;
}, { options });
const targets = (text) => (0,target_list/* parseTargets */.S)(splitList(text));
const PATH_MOST = 4096;
const path = (text) => {
    if (text.startsWith('-'))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} starts with "-" and would be taken for an option`);
    if (/\p{Cc}/u.test(text))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} holds a control character`);
    if (text.length > PATH_MOST)
        throw new Error(`${(0,base_text/* quote */.hD)(text)} is longer than ${PATH_MOST} characters`);
    return text;
};
const mains = (text) => splitList(text).map((item) => {
    if (!/^\.(\/[\w.+~-]+)*$/.test(item) || item.includes('..'))
        throw new Error(`${(0,base_text/* quote */.hD)(item)} is not a package folder such as ./cmd/tool`);
    return item;
});
const semver = (text) => {
    if (text !== '' && !/^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(text))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} is not a version such as 1.2.3`);
    return text.replace(/^v/, '');
};
const goVersion = (text) => {
    if (text !== 'go.mod' && !/^(go)?1\.\d+(\.\d+)?((rc|beta)\d+)?$/.test(text))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} is neither go.mod nor a Go version such as 1.26.8`);
    return text === 'go.mod' ? text : `go${text.replace(/^go/, '')}`;
};
const minors = (text) => text === 'auto'
    ? text
    : text === 'none'
        ? []
        : splitList(text).map((item) => {
            if (!/^1\.\d{1,3}$/.test(item))
                throw new Error(`${(0,base_text/* quote */.hD)(item)} is not a Kubernetes minor such as ${KUBERNETES_MINORS[0]}`);
            return item;
        });
const mirrors = (text) => splitList(text).map((item) => {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?(\/[a-z0-9._-]+)*$/.test(item) || !/[.:]/.test(item.split('/')[0] ?? ''))
        throw new Error(`${(0,base_text/* quote */.hD)(item)} is not a registry such as mirror.example.com`);
    return item;
});
const destination = (text) => {
    if (text === '')
        return text;
    return path(text);
};
const tagName = (text) => {
    if (/^-|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|^[/.]|\/\.|\/\/|[/.]$|\.lock$/.test(text))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} is not a name that git takes for a tag`);
    return text;
};
const parsers_suites = (text) => text === 'auto' ? text : text === 'none' ? [] : splitList(text).map(oneOf(...suites/* SUITES */.KK.map(({ name }) => name)));
const toolDigests = (text) => Object.fromEntries(splitList(text).map((item) => {
    const [, name, sha256] = /^([a-z]+(?:-[a-z]+)*)=([0-9a-f]{64})$/.exec(item) ?? [];
    if (!name || !sha256)
        throw new Error(`${(0,base_text/* quote */.hD)(item)} is not a tool with its SHA-256, such as cosign=<64 hex digits>`);
    return [name, sha256];
}));
const settingNames = (text) => splitList(text).map((item) => {
    if (!/^[a-z]+(-[a-z]+)*$/.test(item))
        throw new Error(`${(0,base_text/* quote */.hD)(item)} is not a key of slipway.yaml such as vet`);
    return item;
});
const held = (text) => splitList(text).map(oneOf(...HELD));
const smiSets = (text) => [...new Set(splitList(text).map(oneOf(...crd_sets/* CRD_SETS */.G, crd_sets/* OWN */.Z)))];
const numberOrAll = (text) => {
    if (text === 'all')
        return Infinity;
    if (!/^\d{1,3}$/.test(text))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} is neither a number nor all`);
    return Number(text);
};
const sentence = (text) => text.replace(/\s+/g, ' ').slice(0, 1000);
const anything = (text) => text;
const matrix = (text) => {
    if (text === 'none')
        return undefined;
    const [, platform, machines] = /^(github|gitlab):([1-9]\d{0,2})$/.exec(text) ?? [];
    if (!platform)
        throw new Error(`must be none, or such as github:3, not ${(0,base_text/* quote */.hD)(text)}`);
    return { platform: platform === 'github' ? 'github' : 'gitlab', machines: Number(machines) };
};
const shard = (text) => {
    if (text === '')
        return undefined;
    const [index = 0, of = 0] = (/^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(text) ?? []).slice(1).map(Number);
    if (index < 1 || index > of)
        throw new Error(`must be such as 2/3, not ${(0,base_text/* quote */.hD)(text)}`);
    return { index, of };
};
const storedVersions = (text) => Object.fromEntries(splitList(text).map((item) => {
    const [, kind, version] = /^([A-Za-z]+)=(v[0-9a-z]+)$/.exec(item) ?? [];
    if (!kind || !version)
        throw new Error(`${(0,base_text/* quote */.hD)(item)} is not of the form KIND=VERSION`);
    return [kind, version];
}));

;// CONCATENATED MODULE: ./src/config/inputs/build.ts




const BUILD = {
    command: {
        description: 'What to do. auto: a tag is released; a pull request, or anything else, is gated and nothing is published. publish, verify and yank need no checkout.',
        default: 'auto',
        commands: commands/* STEPS */.UT,
        doors: ['action'],
        value: 'COMMAND',
        parse: oneOf(...commands/* STEPS */.UT)
    },
    module: {
        description: 'Folder of the go.mod, for modules in a subdirectory.',
        default: '.',
        commands: [...commands/* LOOKING */.IA, 'init'],
        doors: ['flag', 'action'],
        value: 'DIR',
        pattern: FOLDER,
        parse: path
    },
    out: {
        description: 'Folder for everything that is made; it git-ignores itself.',
        default: '.slipway',
        commands: commands/* LOOKING */.IA,
        doors: ['flag', 'action'],
        value: 'DIR',
        pattern: FOLDER,
        parse: path
    },
    targets: {
        description: 'Platforms to build: os/arch or os/arch/variant, separated by commas or lines.',
        default: target/* DEFAULT_TARGETS */.b6.map(target/* formatTarget */.P4).join(','),
        commands: commands/* LOOKING */.IA,
        doors: ['flag', 'action', 'file'],
        value: 'OS/ARCH,…',
        parse: targets
    },
    main: {
        description: 'Main packages to build, such as ./cmd/tool; left out: those in . and ./cmd, or every one where there are none.',
        default: '',
        commands: commands/* LOOKING */.IA,
        doors: ['flag', 'action', 'file'],
        value: './PKG,…',
        parse: mains
    },
    version: {
        description: 'The version to build, when several tags or none are on the commit.',
        default: '',
        commands: commands/* LOOKING */.IA,
        doors: ['flag', 'action'],
        value: 'V',
        pattern: 'v?[0-9]+\\.[0-9]+\\.[0-9]+([-+][0-9A-Za-z.+-]+)?',
        parse: semver
    },
    'go-version': {
        description: 'The Go to build with. go.mod: what its toolchain or go line asks for.',
        default: 'go.mod',
        commands: commands/* LOOKING */.IA,
        doors: ['flag', 'action', 'file'],
        value: 'go.mod|VERSION',
        pattern: 'go\\.mod|(go)?1\\.[0-9]+(\\.[0-9]+)?((rc|beta)[0-9]+)?',
        parse: goVersion
    },
    'build-cache': {
        description: "Where go finds what was compiled before. own: in an empty build cache of this run, gone at its end; shared: in the user's (GOCACHE). auto: own where a CI job releases or builds, shared elsewhere.",
        default: 'auto',
        commands: commands/* LOOKING */.IA,
        doors: ['flag', 'action', 'file'],
        value: 'auto|own|shared',
        parse: oneOf('auto', 'own', 'shared'),
        weaker: (0,weaker/* inOrder */.al)('shared', 'auto', 'own')
    }
};
const SHARDS = {
    matrix: {
        description: 'plan: print the job matrix of a fan-out over so many machines; none: the plan itself.',
        default: 'none',
        commands: ['plan'],
        doors: ['flag', 'action'],
        value: 'none|github:N|gitlab:N',
        parse: matrix
    },
    shard: {
        description: "build: build one machine's part of the targets, such as 2/3; left out: all of them.",
        default: '',
        commands: ['build'],
        doors: ['flag', 'action'],
        value: 'I/N',
        parse: shard
    },
    shards: {
        description: 'Folder with the output folders of every shard: nothing is built here. Left out: everything is.',
        default: '',
        commands: ['build', 'gate', 'release', 'auto'],
        doors: ['flag', 'action'],
        value: 'DIR',
        parse: path
    },
    verdicts: {
        description: 'Folder with the verdicts.json of a gate in an earlier job of this run: everything is compiled again, compared with what was proved there, and no program of the project is run. Left out: the proof runs here.',
        default: '',
        commands: ['release', 'auto'],
        doors: ['flag', 'action'],
        value: 'DIR',
        parse: path
    }
};

;// CONCATENATED MODULE: ./src/config/inputs/evidence.ts



const EVIDENCE = {
    sign: {
        description: 'How to sign checksums.txt. auto: a key when there is one, else keyless when the job has an identity token, else a release stops before it compiles (none: it is not signed), and all else rehearses with a throw-away key.',
        default: 'auto',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'auto|key|keyless|none',
        parse: oneOf('auto', 'key', 'keyless', 'none'),
        weaker: (from, to) => (from === 'none' || from === 'auto' ? to === 'none' && from !== to : from !== to)
    },
    'sign-key': {
        description: 'The signing key: a file, a KMS reference, or env://COSIGN_PRIVATE_KEY. Its password is COSIGN_PASSWORD.',
        default: '',
        commands: commands/* PUBLISHING */.u6,
        doors: ['flag', 'action', 'file'],
        value: 'REF',
        parse: path,
        weaker: weaker/* whenChanged */.p5
    },
    rebuild: {
        description: 'How many targets a release compiles a second time, in another folder with an empty build cache, to see that the bytes are the same: a sample, which the digest of the commit chooses; all: every one. verify: how many it builds again from source, which it does only when this is given.',
        default: '1',
        commands: [...commands/* PUBLISHING */.u6, 'verify'],
        doors: ['flag', 'action', 'file'],
        value: 'N|all',
        alone: 'all',
        parse: numberOrAll,
        weaker: weaker/* whenLower */.eD
    },
    sbom: {
        description: 'What an SBOM is written in, for each program. cyclonedx: CycloneDX 1.6 as JSON; both: SPDX 2.3 as JSON beside it.',
        default: 'cyclonedx',
        commands: commands/* LOOKING */.IA,
        doors: ['flag', 'action', 'file'],
        value: 'cyclonedx|both',
        parse: oneOf('cyclonedx', 'both')
    },
    vulnerabilities: {
        description: 'Known vulnerabilities of the modules and the Go in the programs, by govulncheck. warn: what is reachable is told, with its fix; fail: it stops the run before anything is signed, and so does a database that cannot be asked; off: nobody is asked.',
        default: 'warn',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'off|warn|fail',
        parse: oneOf('warn', 'fail', 'off'),
        weaker: (0,weaker/* inOrder */.al)('off', 'warn', 'fail')
    },
    attestations: {
        description: 'Whether the signed provenance of a keyless release also becomes a GitHub artifact attestation, for gh attestation verify. auto: where the token may (attestations: write); required: a release without it fails before it is published; off.',
        default: 'auto',
        commands: [...commands/* PUBLISHING */.u6, 'publish'],
        doors: ['flag', 'action', 'file'],
        value: 'auto|required|off',
        parse: oneOf('auto', 'required', 'off'),
        weaker: (0,weaker/* inOrder */.al)('off', 'auto', 'required')
    },
    'signing-config': {
        description: "Keyless signing at a Sigstore of your own: its signing config, a file. Left out: the public Sigstore's.",
        default: '',
        commands: commands/* PUBLISHING */.u6,
        doors: ['flag', 'action', 'file'],
        value: 'FILE',
        parse: path,
        weaker: weaker/* whenChanged */.p5
    },
    'trusted-root': {
        description: 'What vouches for keyless signatures of a Sigstore of your own: its trusted root, a file. Left out: the public one, which cosign fetches and checks.',
        default: '',
        commands: [...commands/* PUBLISHING */.u6, 'publish', 'verify'],
        doors: ['flag', 'action', 'file'],
        value: 'FILE',
        variable: 'SLIPWAY_TRUSTED_ROOT',
        parse: path,
        weaker: weaker/* whenChanged */.p5
    }
};
const EXPECTED_SIGNER = {
    key: {
        description: 'The public key that must have signed, a file or a KMS reference: verify, and the baseline (left out: the key that signs this release).',
        default: '',
        commands: ['publish', 'verify', ...commands/* PROVING */._n],
        doors: ['flag', 'action', 'file'],
        value: 'FILE|REF',
        variable: 'SLIPWAY_KEY',
        parse: path,
        weaker: weaker/* whenChanged */.p5
    },
    identity: {
        description: 'The certificate identity that must have signed (keyless): verify, and the baseline. Left out: a workflow of the repository at the tag.',
        default: '',
        commands: ['publish', 'verify', ...commands/* PROVING */._n],
        doors: ['flag', 'action', 'file'],
        value: 'URL',
        variable: 'SLIPWAY_IDENTITY',
        parse: path,
        weaker: weaker/* whenChanged */.p5
    },
    issuer: {
        description: 'Who must have vouched for that identity.',
        default: '',
        commands: ['publish', 'verify', ...commands/* PROVING */._n],
        doors: ['flag', 'action', 'file'],
        value: 'URL',
        variable: 'SLIPWAY_ISSUER',
        parse: path,
        weaker: weaker/* whenChanged */.p5
    },
    trust: {
        description: 'verify, publish: a slipway.yaml that says key, or identity and issuer, and trusted-root. No other slipway.yaml counts there, and none that lies in the release.',
        default: '',
        commands: ['publish', 'verify'],
        doors: ['flag', 'action'],
        value: 'FILE',
        variable: 'SLIPWAY_TRUST',
        parse: path
    },
    of: {
        description: 'verify: the module, such as example.com/tool, or the URL of the repository that must have been released. Left out: the repository that the page or the job names.',
        default: '',
        commands: ['verify'],
        doors: ['flag', 'action'],
        value: 'MODULE|URL',
        parse: path
    },
    'extra-files': {
        description: 'verify, publish --finish: what to do about files, folders and links beside those that are signed. refuse: the release is not what was signed; allow: they are listed.',
        default: 'refuse',
        commands: ['verify', 'publish'],
        doors: ['flag', 'action'],
        value: 'allow|refuse',
        parse: oneOf('allow', 'refuse')
    }
};

// EXTERNAL MODULE: ./src/model/cluster-providers.ts
var cluster_providers = __nccwpck_require__(37964);
;// CONCATENATED MODULE: ./src/config/inputs/proof.ts







const PROVIDER_NAMES = cluster_providers/* CLUSTER_PROVIDERS */.A.map(({ name }) => name);
const SOME_MINORS = [KUBERNETES_MINORS[0], KUBERNETES_MINORS.at(-1)].join(',');
const newest = (minors) => (minors === 'auto' ? [KUBERNETES_MINORS[0]] : minors);
const provesLess = (from, to) => {
    if (from === to)
        return false;
    if (to === 'auto')
        return Array.isArray(from) && from.length > 0;
    return (0,weaker/* whenFewer */.eb)(from === 'auto' ? suites/* SUITES */.KK.map(({ name }) => name) : from, to);
};
const PROOF = {
    kubernetes: {
        description: `Kubernetes minors to prove against, side by side, such as ${SOME_MINORS}. On clusters of ours: ${KUBERNETES_MINORS.join(', ')}. auto: the newest; none: no proof.`,
        default: 'auto',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'auto|none|MINOR,…',
        pattern: 'auto|none|1\\.[0-9]{1,3}(,1\\.[0-9]{1,3})*',
        parse: minors,
        weaker: (from, to) => (0,weaker/* whenFewer */.eb)(newest(from), newest(to))
    },
    cluster: {
        description: `Where the proof runs: ${cluster_providers/* CLUSTER_PROVIDERS */.A.map(({ name, clusters }) => `${name}, ${clusters}`).join('; ')}. auto takes the first that works here and says which and why.`,
        default: 'auto',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: ['auto', ...PROVIDER_NAMES].join('|'),
        parse: oneOf('auto', ...PROVIDER_NAMES),
        weaker: (from, to) => from !== to && !(from === 'auto' && to === 'kind')
    },
    kubeconfig: {
        description: 'File that names the cluster for cluster kubeconfig; left out: KUBECONFIG, else ~/.kube/config.',
        default: '',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action'],
        value: 'FILE',
        parse: path
    },
    context: {
        description: 'Context of the kubeconfig; left out: its current one.',
        default: '',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action'],
        value: 'NAME',
        parse: path
    },
    'existing-crds': {
        description: 'cluster kubeconfig: a CRD that is there already is adopted (used as it is) or refused (the trial stops). It is never changed or deleted.',
        default: 'refuse',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'adopt|refuse',
        parse: oneOf('refuse', 'adopt'),
        weaker: (0,weaker/* inOrder */.al)('adopt', 'refuse')
    },
    'image-mirrors': {
        description: 'cluster kind: registries that are asked for the node image, by its digest, when its own refuses, such as mirror.example.com.',
        default: 'mirror.gcr.io',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'HOST[/PATH],…',
        parse: mirrors
    },
    baseline: {
        description: 'The release to compare with: a tag, or none. auto: the highest stable version below this one, read from its release where one can be verified, else built from its tag.',
        default: 'auto',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'auto|none|TAG',
        parse: tagName,
        weaker: (from, to) => from !== 'none' && from !== to
    },
    suites: {
        description: `What to prove. auto: ${suites/* SUITES */.KK.map(({ name, auto }) => `${name} ${auto}`).join(', ')}.`,
        default: 'auto',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'auto|none|SUITE,…',
        parse: parsers_suites,
        weaker: provesLess
    },
    'smi-set': {
        description: `CRD sets to prove the SMI APIs with: ${crd_sets/* CRD_SETS */.G.join(', ')}, or ${crd_sets/* OWN */.Z} for the CRD files of the repository.`,
        default: 'all',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'NAME,…',
        parse: smiSets,
        weaker: weaker/* whenFewer */.eb
    },
    vet: {
        description: 'gate: what go vet finds in the module and its tests is shown on its lines. warn: and stops nothing; fail: and fails the gate.',
        default: 'off',
        commands: ['auto', 'plan', 'gate'],
        doors: ['flag', 'action', 'file'],
        value: 'off|warn|fail',
        parse: oneOf('off', 'warn', 'fail'),
        weaker: (0,weaker/* inOrder */.al)('off', 'warn', 'fail')
    },
    'accept-weaker': {
        description: 'A change whose slipway.yaml takes away from what its base branch judges by fails its gate; this names the keys that it may weaken all the same, such as vet,workloads. all: nothing is compared. It is never read from slipway.yaml.',
        default: '',
        commands: ['auto', 'plan', 'gate', 'release'],
        doors: ['flag', 'action'],
        value: 'KEY,…|all',
        pattern: '[a-z,-]{0,1000}',
        parse: settingNames
    }
};

;// CONCATENATED MODULE: ./src/config/inputs/publication.ts


const PUBLICATION = {
    to: {
        description: 'Where releases live: github, gitlab, a folder, or none. auto: the platform whose job this is; elsewhere it has to be said. A gate reads the baseline there and publishes nothing.',
        default: 'auto',
        commands: ['gate', ...commands/* RELEASES */.pH],
        doors: ['flag', 'action'],
        value: 'auto|none|github|gitlab|DIR',
        parse: destination
    },
    prerelease: {
        description: 'Whether the release is a prerelease. auto: when its version says so, as 1.2.0-rc.1 does.',
        default: 'auto',
        commands: [...commands/* PUBLISHING */.u6, 'publish'],
        doors: ['flag', 'action'],
        value: 'auto|true|false',
        parse: oneOf('auto', 'true', 'false')
    },
    latest: {
        description: 'Whether the release becomes the latest. auto: when it is the highest stable version.',
        default: 'auto',
        commands: [...commands/* PUBLISHING */.u6, 'publish'],
        doors: ['flag', 'action'],
        value: 'auto|true|false',
        parse: oneOf('auto', 'true', 'false')
    },
    draft: {
        description: 'The release is uploaded and verified, and stays a draft that nobody else sees: publish --finish TAG makes it public, or a person does. In slipway.yaml: release: draft.',
        default: 'false',
        commands: [...commands/* PUBLISHING */.u6, 'publish'],
        doors: ['flag', 'action', 'file'],
        inFile: { key: 'release', values: { draft: 'true', public: 'false' } },
        parse: flag
    },
    finish: {
        description: 'publish: the tag whose draft becomes public, when it is still what a run has left there.',
        default: '',
        commands: ['publish'],
        doors: ['flag', 'action'],
        value: 'TAG',
        parse: tagName
    },
    notes: {
        description: 'What the notes tell: history: the commits since the release before, grouped where they are conventional; generated: what GitHub makes of its pull requests; none.',
        default: 'history',
        commands: commands/* PUBLISHING */.u6,
        doors: ['flag', 'action', 'file'],
        value: 'history|generated|none',
        parse: oneOf('history', 'generated', 'none')
    },
    token: {
        description: 'Token that may write releases (contents: write). On the command line: GITHUB_TOKEN; GitLab: CI_JOB_TOKEN, else GITLAB_TOKEN.',
        default: '',
        actionDefault: '${{ github.token }}',
        commands: commands/* RELEASES */.pH,
        doors: ['action'],
        value: 'TOKEN',
        parse: anything
    },
    comment: {
        description: 'A comment on the pull request, made once and then updated. auto: when the token may (pull-requests: write).',
        default: 'auto',
        commands: commands/* PIPELINE */.Jj,
        doors: ['action'],
        value: 'auto|false',
        parse: oneOf('auto', 'false')
    },
    cache: {
        description: 'What earlier gates left with the cache service of GitHub: modules, compiled packages, tools, steps. auto: for gates; a build or a release never restores any of it.',
        default: 'auto',
        commands: commands/* PIPELINE */.Jj,
        doors: ['action'],
        value: 'auto|off',
        parse: oneOf('auto', 'off')
    },
    from: {
        description: 'publish: the folder with the files; its manifest.json, when there is one, says which. init (command line): a configuration of GoReleaser that lies elsewhere than GoReleaser looks; none: begin without.',
        default: '',
        commands: ['publish', 'init'],
        doors: ['flag', 'action'],
        value: 'DIR|FILE',
        parse: path
    },
    tag: {
        description: 'publish: the tag to publish under. verify: the tag that a folder must be the release of.',
        default: '',
        commands: ['publish', 'verify'],
        doors: ['flag', 'action'],
        value: 'TAG',
        parse: tagName
    },
    which: {
        description: 'verify, yank: which release: its tag, the address of its page or, for verify, a folder. On the command line it stands behind the command.',
        default: '',
        commands: ['verify', 'yank'],
        doors: ['action'],
        value: 'TAG|URL|DIR',
        parse: path
    },
    why: {
        description: 'yank: the reason, for the people who find the release.',
        default: 'Its publisher found it to be bad.',
        commands: ['yank'],
        doors: ['flag', 'action'],
        value: 'TEXT',
        parse: sentence
    },
    undo: {
        description: 'yank: stand by a release again that was taken back.',
        default: 'false',
        commands: ['yank'],
        doors: ['flag', 'action'],
        parse: flag
    },
    yes: {
        description: 'yank: do not ask.',
        default: 'false',
        commands: ['yank'],
        doors: ['flag'],
        parse: flag
    }
};

;// CONCATENATED MODULE: ./src/config/inputs/rest.ts




const REST = {
    set: {
        description: 'crds: the set of SMI CRDs to print.',
        default: 'all',
        commands: ['crds'],
        doors: ['flag'],
        value: 'NAME',
        parse: oneOf(...crd_sets/* CRD_SETS */.G)
    },
    storage: {
        description: 'crds: the version that is stored of a kind, such as TrafficSplit=v1alpha2; left out: the newest.',
        default: '',
        commands: ['crds'],
        doors: ['flag'],
        value: 'KIND=VERSION,…',
        parse: storedVersions
    },
    ci: {
        description: 'init: where the pipeline runs. auto: where the clone came from.',
        default: 'auto',
        commands: ['init'],
        doors: ['flag'],
        value: 'auto|github|gitlab|none',
        parse: oneOf('auto', 'github', 'gitlab', 'none')
    },
    'two-jobs': {
        description: 'init: a pipeline of two jobs: one proves without a secret, the other compiles again, compares, signs and publishes.',
        default: 'false',
        commands: ['init'],
        doors: ['flag'],
        parse: flag
    },
    'path-tools': {
        description: 'Programs on PATH that Slipway may run beside a secret, each with its SHA-256, such as cosign=<64 hex digits>: go, cosign, kubectl, kind, etcd, kube-apiserver, kube-controller-manager, kube-scheduler. Left out: none of them; the pinned ones are taken.',
        default: '',
        commands: [...commands/* LOOKING */.IA, 'publish', 'verify'],
        doors: ['flag', 'action'],
        value: 'NAME=SHA256,…',
        variable: 'SLIPWAY_PATH_TOOLS',
        pattern: '([a-z-]+=[0-9a-f]{64}(,[a-z-]+=[0-9a-f]{64})*)?',
        parse: toolDigests
    },
    without: {
        description: `init: what to go on without though the configuration of GoReleaser says it: ${HELD.join(', ')}.`,
        default: '',
        commands: ['init'],
        doors: ['flag'],
        value: 'SETTING,…',
        parse: held
    },
    'dry-run': {
        description: 'Print the plan and stop.',
        default: 'false',
        commands: commands/* PIPELINE */.Jj,
        doors: ['flag', 'action'],
        parse: flag
    },
    json: {
        description: 'Print the plan, the outcome and errors as JSON.',
        default: 'false',
        commands: commands/* COMMANDS */.Lo,
        doors: ['flag'],
        parse: flag
    }
};

;// CONCATENATED MODULE: ./src/config/inputs.ts





const INPUTS = {
    ...BUILD,
    ...PROOF,
    ...EVIDENCE,
    ...PUBLICATION,
    ...SHARDS,
    ...EXPECTED_SIGNER,
    ...REST
};
const ACTION_ONLY = [
    ...['command', 'token', 'comment', 'cache', 'matrix', 'shard', 'shards', 'verdicts'],
    ...['from', 'tag', 'finish', 'which', 'why', 'undo', 'trust', 'of', 'extra-files']
];
const listInputPlaces = (name, { doors }) => [
    ...doors,
    ...(doors.includes('action') && !ACTION_ONLY.includes(name) ? ['component'] : [])
];


/***/ }),

/***/ 76618:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   k: () => (/* binding */ SLIPWAY)
/* harmony export */ });
/* unused harmony export LEAST_NODE */
const SLIPWAY = '0.1.0';
const LEAST_NODE = '20.18';


/***/ }),

/***/ 79183:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $v: () => (/* binding */ fillVariables),
/* harmony export */   TZ: () => (/* binding */ VARIABLE),
/* harmony export */   bC: () => (/* binding */ listVariableNames),
/* harmony export */   eh: () => (/* binding */ isSecretName),
/* harmony export */   uG: () => (/* binding */ makeAbsentFailure)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);

const VARIABLE = /\{env\.([A-Za-z_]\w*)\}/g;
const SECRET = /TOKEN|SECRET|PASS(WORD|WD|PHRASE|CODE)|CREDENTIAL|PRIVATE|COOKIE|SESSION|(^|_)(AUTH|PASS|PAT|PWD|DSN|JWT|KEYS?)(_|$)|(API|ACCESS|SIGNING|SSH|GPG)_?KEY/i;
const isSecretName = (name) => SECRET.test(name);
function listVariableNames(builds) {
    const flags = builds.flatMap(({ ldflags, gcflags, overrides = [] }) => [
        ...[...ldflags, ...gcflags],
        ...overrides.flatMap((own) => [...(own.ldflags ?? []), ...(own.gcflags ?? [])])
    ]);
    return [...new Set(flags.flatMap((flag) => [...flag.matchAll(VARIABLE)].map(([, name = '']) => name)))].sort();
}
const fillVariables = (flag, values) => flag.replace(VARIABLE, (_, name) => {
    const value = values[name];
    if (value === undefined)
        throw makeAbsentFailure([name]);
    return value;
});
const makeAbsentFailure = (names) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `slipway.yaml names ${names.map((name) => `{env.${name}}`).join(', ')}, and ${names.length === 1 ? 'that variable is' : 'those variables are'} not set, or empty`, {
    code: 'missing-variable',
    hint: 'Set it for the step of Slipway (env: on GitHub, variables: on GitLab), or take it out of the flags.'
});


/***/ }),

/***/ 41415:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ digestSourceFiles)
/* harmony export */ });
/* unused harmony export NO_SOURCES */
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(42857);

const NO_SOURCES = { crds: [], samples: [], manifests: [] };
const digestSourceFiles = (files) => (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(files.map(({ path, text }) => `${path}\0${(0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(text)}\n`).join(''));


/***/ }),

/***/ 6515:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isRunId),
/* harmony export */   a: () => (/* binding */ describeInvocation)
/* harmony export */ });
const isRunId = (text) => /^(https?:\/\/|urn:uuid:)[!-~]{1,500}$/.test(text);
const GITHUB = [
    ...['GITHUB_RUN_ID', 'GITHUB_RUN_ATTEMPT', 'GITHUB_RUN_NUMBER', 'GITHUB_JOB', 'GITHUB_WORKFLOW_REF'],
    ...['GITHUB_WORKFLOW_SHA', 'GITHUB_EVENT_NAME', 'GITHUB_REPOSITORY', 'GITHUB_REPOSITORY_ID', 'GITHUB_REF'],
    ...[
        'GITHUB_ACTOR_ID',
        'GITHUB_ACTION_REPOSITORY',
        'GITHUB_ACTION_REF',
        'RUNNER_ENVIRONMENT',
        'RUNNER_OS',
        'RUNNER_ARCH',
        'ImageVersion'
    ]
];
const GITLAB = [
    ...['CI_JOB_ID', 'CI_JOB_NAME', 'CI_PIPELINE_ID', 'CI_PIPELINE_SOURCE', 'CI_PROJECT_PATH', 'CI_PROJECT_ID'],
    ...['CI_CONFIG_PATH', 'CI_COMMIT_REF_NAME', 'CI_RUNNER_ID', 'CI_RUNNER_VERSION', 'CI_RUNNER_EXECUTABLE_ARCH']
];
function describeInvocation(env, slipway, startedOn, uuid) {
    const get = (name) => env[name] ?? '';
    const told = (names) => Object.fromEntries(names.filter((name) => get(name) !== '').map((name) => [name, get(name)]));
    if (get('GITHUB_ACTIONS') === 'true') {
        const server = get('GITHUB_SERVER_URL') || 'https://github.com';
        return {
            builder: `${server}/${get('GITHUB_WORKFLOW_REF') || get('GITHUB_REPOSITORY')}`,
            id: `${server}/${get('GITHUB_REPOSITORY')}/actions/runs/${get('GITHUB_RUN_ID')}/attempts/${get('GITHUB_RUN_ATTEMPT') || '1'}`,
            startedOn,
            slipway,
            platform: { name: 'github', ...told(GITHUB) }
        };
    }
    if (get('GITLAB_CI') === 'true')
        return {
            builder: `${get('CI_PROJECT_URL')}//${get('CI_CONFIG_PATH') || '.gitlab-ci.yml'}@${get('CI_COMMIT_TAG') ? 'refs/tags/' : 'refs/heads/'}${get('CI_COMMIT_REF_NAME')}`,
            id: get('CI_JOB_URL'),
            startedOn,
            slipway,
            platform: { name: 'gitlab', ...told(GITLAB) }
        };
    return { builder: 'urn:slipway:local', id: `urn:uuid:${uuid}`, startedOn, slipway, platform: { name: 'local' } };
}


/***/ }),

/***/ 5295:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   FI: () => (/* binding */ formatRepositoryName),
/* harmony export */   pQ: () => (/* binding */ refuseForeignHead),
/* harmony export */   wZ: () => (/* binding */ readBase)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40766);


const readBase = (commit, isMerged) => commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit) ? { base: { commit, isMerged } } : {};
const formatRepositoryName = (path, none) => path === undefined ? none : /^[\w./-]{1,200}$/.test(path) ? path : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(String(path));
function refuseForeignHead({ only, untrusted }, commit) {
    if (only === undefined || commit === only)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `this run has the rights of the base repository, and commit ${commit.slice(0, 7)} is not its own: ${untrusted}`, {
        code: 'foreign-head',
        hint: 'Build heads of forks with "on: pull_request", which has no secrets; here, check out the base.'
    });
}


/***/ }),

/***/ 51120:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  P4: () => (/* binding */ PLATFORMS),
  li: () => (/* binding */ detectPlatform),
  rB: () => (/* binding */ findPlatform),
  j_: () => (/* binding */ readEvent)
});

// EXTERNAL MODULE: ./src/model/signer.ts
var signer = __nccwpck_require__(49587);
// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __nccwpck_require__(79121);
// EXTERNAL MODULE: ./src/facts/event.ts
var facts_event = __nccwpck_require__(5295);
;// CONCATENATED MODULE: ./src/facts/platforms/github.ts



const github = {
    name: 'github',
    runsHere: (env) => env['GITHUB_ACTIONS'] === 'true',
    event: (env, payload) => readGithubEvent(env, payload ?? {}),
    knowsProject: (env) => env['GITHUB_ACTIONS'] === 'true' && Boolean(env['GITHUB_REPOSITORY']),
    startedFor: (env) => env['GITHUB_SHA'] || undefined,
    signer: (repository, tag) => (0,signer/* expectWorkflowAtTag */.y4)(repository, {
        workflows: '/\\.github/workflows/[^@]+',
        tag,
        issuer: deriveIssuer(new URL(repository.server))
    }),
    refuseFiles: release_names/* refuseSizes */.DF,
    draft: 'a draft',
    pages: {
        compare: (since, tag) => `compare/${escapeSegments(since)}...${escapeSegments(tag)}`,
        file: (tag, name) => `releases/download/${escapeSegments(tag)}/${encodeURIComponent(name)}`
    },
    keepsAttestations: true,
    generatesNotes: true
};
const escapeSegments = (tag) => tag.split('/').map(encodeURIComponent).join('/');
function deriveIssuer({ hostname, origin }) {
    if (hostname === 'github.com')
        return 'https://token.actions.githubusercontent.com';
    if (hostname.endsWith('.ghe.com'))
        return `https://token.actions.${hostname}`;
    return `${origin}/_services/token`;
}
function readGithubEvent(env, payload) {
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return readPullRequest(name, env, payload);
        case 'merge_group':
            return { kind: 'merge-queue', ...(0,facts_event/* readBase */.wZ)(payload.merge_group?.base_sha, false) };
        case 'issue_comment':
            return { kind: 'other', ...readComment(env, payload) };
        case 'workflow_run':
            return { kind: 'other', ...readWorkflowRun(env, payload) };
    }
    if (env['GITHUB_REF_TYPE'] === 'tag' && env['GITHUB_REF_NAME'])
        return { kind: 'tag', tag: env['GITHUB_REF_NAME'] };
    return { kind: name === 'push' ? 'push' : 'other' };
}
const DEPENDABOT = 'dependabot[bot]';
function readPullRequest(name, env, { pull_request: pull }) {
    const head = pull?.head?.repo?.full_name;
    const base = pull?.base?.repo?.full_name ?? env['GITHUB_REPOSITORY'];
    const foreign = head === undefined || head !== base
        ? `a pull request from ${(0,facts_event/* formatRepositoryName */.FI)(head, 'a repository that is gone')}`
        : [pull?.user?.login, env['GITHUB_ACTOR']].includes(DEPENDABOT)
            ? 'a pull request of Dependabot'
            : undefined;
    const target = name === 'pull_request_target';
    const untrusted = foreign ?? (target ? 'pull_request_target runs with the base branch’s rights' : undefined);
    return {
        kind: 'pull-request',
        ...(0,facts_event/* readBase */.wZ)(pull?.base?.sha, !target),
        ...(typeof pull?.number === 'number' && { pullRequest: pull.number }),
        ...(untrusted !== undefined && { untrusted }),
        ...(target && foreign !== undefined && { only: env['GITHUB_SHA'] ?? '' })
    };
}
function readComment(env, { issue }) {
    if (!issue?.pull_request)
        return {};
    return { untrusted: 'a comment on a pull request', only: env['GITHUB_SHA'] ?? '' };
}
function readWorkflowRun(env, { workflow_run: run }) {
    const head = run?.head_repository?.full_name;
    const own = run?.repository?.full_name ?? env['GITHUB_REPOSITORY'];
    if (head !== undefined && head === own)
        return {};
    return {
        untrusted: `a run after one of ${(0,facts_event/* formatRepositoryName */.FI)(head, 'a repository that is gone')}`,
        only: env['GITHUB_SHA'] ?? ''
    };
}

;// CONCATENATED MODULE: ./src/facts/platforms/gitlab.ts



const gitlab = {
    name: 'gitlab',
    runsHere: (env) => env['GITLAB_CI'] === 'true' || knowsProject(env),
    event: readGitlabEvent,
    startedFor: (env) => env['CI_COMMIT_SHA'] || undefined,
    knowsProject,
    signer: (repository, tag) => (0,signer/* expectWorkflowAtTag */.y4)(repository, { workflows: '//[^@]+', tag, issuer: repository.server }),
    refuseFiles: release_names/* refusePackageSizes */.rW,
    draft: 'files in the package registry, without a release (GitLab has no drafts),',
    pages: {
        compare: (since, tag) => `-/compare/${encodeURIComponent(since)}...${encodeURIComponent(tag)}`,
        file: (tag, name) => `-/releases/${encodeURIComponent(tag)}/downloads/${encodeURIComponent(name)}`
    },
    keepsAttestations: false,
    generatesNotes: false
};
function knowsProject(env) {
    return Boolean(env['CI_API_V4_URL']) && Boolean(env['CI_PROJECT_ID']);
}
function readGitlabEvent(env) {
    if (env['CI_COMMIT_TAG'])
        return { kind: 'tag', tag: env['CI_COMMIT_TAG'] };
    if (!env['CI_MERGE_REQUEST_IID'])
        return { kind: env['CI_PIPELINE_SOURCE'] === 'push' ? 'push' : 'other' };
    const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID'];
    const foreign = source !== undefined && source !== env['CI_MERGE_REQUEST_PROJECT_ID'];
    return {
        kind: env['CI_MERGE_REQUEST_EVENT_TYPE'] === 'merge_train' ? 'merge-queue' : 'pull-request',
        ...(0,facts_event/* readBase */.wZ)(env['CI_MERGE_REQUEST_TARGET_BRANCH_SHA'] || env['CI_MERGE_REQUEST_DIFF_BASE_SHA'], false),
        ...(foreign && {
            untrusted: `a merge request from ${(0,facts_event/* formatRepositoryName */.FI)(env['CI_MERGE_REQUEST_SOURCE_PROJECT_PATH'], 'another project')}`
        })
    };
}

;// CONCATENATED MODULE: ./src/facts/platforms.ts


const PLATFORMS = [github, gitlab];
const findPlatform = (name) => PLATFORMS.find((platform) => platform.name === name);
const detectPlatform = (env) => PLATFORMS.find(({ runsHere }) => runsHere(env));
const readEvent = (env, payload) => detectPlatform(env)?.event(env, payload) ?? { kind: 'local' };


/***/ }),

/***/ 29083:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G1: () => (/* binding */ makeGoEnvironment),
/* harmony export */   IQ: () => (/* binding */ makeBuildEnvironment),
/* harmony export */   KL: () => (/* binding */ NO_FLAGS),
/* harmony export */   R7: () => (/* binding */ makeReachingEnvironment),
/* harmony export */   UC: () => (/* binding */ makeStepEnvironment),
/* harmony export */   gd: () => (/* binding */ refuseNoCache),
/* harmony export */   hY: () => (/* binding */ pickVariables),
/* harmony export */   tG: () => (/* binding */ CREDENTIALS),
/* harmony export */   zv: () => (/* binding */ makeCloneEnvironment)
/* harmony export */ });
/* unused harmony exports trustFolder, makeCredentialSettings */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(40766);



const NO_FLAGS = ' ';
const PASSED = [
    ...['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'],
    ...['USERPROFILE', 'LOCALAPPDATA', 'APPDATA', 'SYSTEMROOT', 'SystemRoot', 'PATHEXT', 'COMSPEC'],
    ...['GOPATH', 'GOCACHE', 'GOMODCACHE', 'GOPROXY', 'GONOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GOAUTH'],
    ...['GIT_SSL_CAINFO', 'NETRC', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND']
];
const REACHING = [
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'all_proxy'],
    ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'SYSTEMROOT', 'SystemRoot', 'TMPDIR', 'TMP', 'TEMP']
];
const makeReachingEnvironment = (env, home) => ({
    ...pickVariables(env, REACHING),
    ...Object.fromEntries(['HOME', 'XDG_CONFIG_HOME', 'APPDATA', 'USERPROFILE'].map((name) => [name, home]))
});
const makeStepEnvironment = (env, { home, go, modules, network, epoch }) => {
    const [folder, list] = [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(go), env['PATH'] ?? ''];
    const reaching = network ? [...REACHING, 'GOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GONOPROXY'] : [];
    const passed = Object.entries(pickVariables(env, ['SYSTEMROOT', 'SystemRoot', 'PATHEXT', 'COMSPEC', ...reaching]));
    return {
        ...Object.fromEntries(passed.filter(([, value]) => !/:\/\/[^/\s]*@/.test(value))),
        PATH: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(folder) ? `${folder}${node_path__WEBPACK_IMPORTED_MODULE_0__.delimiter}${list}` : list,
        ...Object.fromEntries(['HOME', 'USERPROFILE', 'APPDATA', 'LOCALAPPDATA'].map((name) => [name, home])),
        ...Object.fromEntries(['TMPDIR', 'TMP', 'TEMP'].map((name) => [name, (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, 'tmp')])),
        ...{ XDG_CACHE_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, 'cache'), XDG_CONFIG_HOME: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, 'config') },
        ...{ GOCACHE: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, 'go-build'), GOPATH: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(home, 'go'), ...(modules !== '' && { GOMODCACHE: modules }) },
        ...{ GOENV: 'off', GOWORK: 'off', GOTOOLCHAIN: 'local', CGO_ENABLED: '0' },
        GOFLAGS: '-buildvcs=false',
        ...(network ? {} : { GOPROXY: 'off' }),
        ...{ SOURCE_DATE_EPOCH: String(epoch), TZ: 'UTC', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }
    };
};
const CREDENTIALS = 'SLIPWAY_GIT_CREDENTIALS';
const makeGoEnvironment = (env, settings = []) => ({
    ...pickVariables(env, [...PASSED, ...REACHING]),
    ...formatGitSettings([...ANSWERING, ...settings]),
    GOENV: 'off',
    GOWORK: 'off',
    GOFLAGS: NO_FLAGS,
    GOTOOLCHAIN: 'local',
    GOFIPS140: 'off',
    GOGC: '200',
    CGO_ENABLED: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0'
});
const makeCloneEnvironment = (env, folder) => makeGoEnvironment(env, [...trustFolder(folder), ['safe.bareRepository', 'explicit']]);
const makeBuildEnvironment = (env, folder) => makeGoEnvironment(env, [...trustFolder(folder), ...makeCredentialSettings(env[CREDENTIALS])]);
const ANSWERING = [
    ['log.showSignature', 'false'],
    ['i18n.logOutputEncoding', 'UTF-8'],
    ['status.showUntrackedFiles', 'normal'],
    ['diff.ignoreSubmodules', 'none'],
    ['core.fsmonitor', 'false']
];
function refuseNoCache({ GOCACHE: cache = '' }) {
    if (cache === '' || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(cache))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('environment', `GOCACHE is ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(cache)}, and go compiles nothing without a build cache`, {
        hint: 'Unset it, or set it to the absolute path of a folder that may be written.'
    });
}
function trustFolder(folder) {
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder);
    return [['safe.directory', folder], ...(above === folder ? [] : trustFolder(above))];
}
function makeCredentialSettings(text) {
    return (text ?? '')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .map((line, i) => {
        const url = URL.canParse(line) ? new URL(line) : undefined;
        if (url?.protocol !== 'https:' || !url.password)
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `line ${i + 1} of ${CREDENTIALS} is not of the form https://user:token@host`, {
                hint: 'Write one such URL a line; a sign that is special in URLs has to be percent-encoded.'
            });
        const basic = Buffer.from(`${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`).toString('base64');
        return [
            `http.https://${url.host}${url.pathname.replace(/\/$/, '')}/.extraheader`,
            `Authorization: Basic ${basic}`
        ];
    });
}
const formatGitSettings = (settings) => ({
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(settings.flatMap(([key, value], i) => [
        [`GIT_CONFIG_KEY_${i}`, key],
        [`GIT_CONFIG_VALUE_${i}`, value]
    ]))
});
const pickVariables = (env, names) => Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));


/***/ }),

/***/ 32695:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ chooseGo),
/* harmony export */   kW: () => (/* binding */ parseGoMod),
/* harmony export */   zt: () => (/* binding */ DEFAULT_GO)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(62054);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40766);



const DIRECTIVE = /^\s*(module|go|toolchain)\s+("[^"]*"|`[^`]*`|\S+)\s*(?:\/\/.*)?$/;
function parseGoMod(text, path) {
    const found = new Map();
    for (const line of text.split(/\r?\n/)) {
        const [, name, value] = DIRECTIVE.exec(line) ?? [];
        if (name && value && !found.has(name))
            found.set(name, value.replace(/^["`]|["`]$/g, ''));
    }
    const module = found.get('module');
    const unread = /^[ \t]*module[ \t]+[^\s(].*$/m.exec(text)?.[0];
    if (!module && unread)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} has a module line that cannot be read: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(unread)}`, {
            hint: 'A go.mod starts with: module example.com/name'
        });
    if (!module)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} has no module line`, { hint: 'A go.mod starts with: module example.com/name' });
    return { module, go: found.get('go') ?? '', toolchain: found.get('toolchain') };
}
const DEFAULT_GO = 'go1.26.8';
function chooseGo(mod, asked) {
    if (asked !== 'go.mod')
        return raiseToGoLine(asked, mod, 'go-version asks for it');
    const { go, toolchain = 'default' } = mod;
    if (toolchain !== 'default' && (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareGo */ .A)(toolchain, go) >= 0)
        return { version: toolchain, why: 'the toolchain line of go.mod' };
    const over = toolchain === 'default' ? '' : `, which is newer than its toolchain line ${toolchain}`;
    if (/^1\.(2[1-9]|[3-9]\d|\d{3,})(\.|rc|beta)\d+$/.test(go))
        return { version: `go${go}`, why: `the go line of go.mod${over}` };
    return raiseToGoLine(DEFAULT_GO, mod, go
        ? `go.mod says go ${go}, a language version${over}; this is Slipway's own pin`
        : "go.mod has no go line; this is Slipway's own pin");
}
function raiseToGoLine(version, mod, why) {
    if (mod.go && (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareGo */ .A)(version, mod.go) < 0)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `go.mod needs go ${mod.go}, and ${version} is older (${why})`, {
            hint: 'Set go-version, or write a toolchain line into go.mod.'
        });
    return { version, why };
}


/***/ }),

/***/ 7703:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ findTraces),
/* harmony export */   b: () => (/* binding */ listTraces)
/* harmony export */ });
const AROUND = 80;
const NAMES = 2;
function findTraces(bytes, traces) {
    const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const stems = new Map();
    const mayHold = (spelling) => {
        const stem = spelling.match(STEM)?.[0] ?? spelling;
        const known = stems.get(stem) ?? haystack.includes(stem);
        stems.set(stem, known);
        return known;
    };
    return traces.flatMap(({ what, text, isInside }) => {
        const folder = text.replace(/[\\/]+$/, '');
        const names = folder.split(/[\\/]/).filter((name) => name !== '' && !/^[A-Za-z]:$/.test(name)).length;
        const sure = names >= NAMES;
        if (names === 0 || (!sure && !isInside))
            return [];
        const spellings = [...new Set([folder, folder.replaceAll('\\', '/')])].filter((spelling) => !sure || mayHold(spelling));
        const at = spellings
            .map((spelling) => findFolder(haystack, spelling, sure ? undefined : isInside))
            .find((place) => place >= 0);
        if (at === undefined)
            return [];
        const seen = haystack.toString('latin1', at, at + folder.length + AROUND).replace(/[^ -~].*/s, '');
        return [`it holds ${what} of the build machine: ${JSON.stringify(seen)}`];
    });
}
const STEM = /^(?:[A-Za-z]:)?(?:[\\/]+[^\\/]+){2}/;
function findFolder(haystack, folder, isInside) {
    const length = Buffer.byteLength(folder);
    for (let at = haystack.indexOf(folder); at >= 0; at = haystack.indexOf(folder, at + 1)) {
        const next = haystack[at + length];
        if (next !== 0x2f && next !== 0x5c)
            continue;
        if (!isInside || (canBeginPath(haystack, at) && isInside(readPathAt(haystack, at + length + 1))))
            return at;
    }
    return -1;
}
const canBeginPath = (haystack, at) => at === 0 || !/[\w.~@+-]/.test(String.fromCharCode(haystack[at - 1] ?? 0));
const LONGEST = 1024;
function readPathAt(haystack, at) {
    const text = haystack.toString('utf8', at, at + LONGEST);
    return text.slice(0, Math.max(0, text.search(/[\0-\x1f]|$/))).replaceAll('\\', '/');
}
function listTraces({ root, tracked, go: { keeps }, goRoot, temporary }) {
    const sources = new Set(tracked.filter((path) => SOURCE.test(path)));
    const isSource = (rest) => [...rest.matchAll(/\.(go|s)/g)].some(({ 0: ending, index }) => sources.has(rest.slice(0, index + ending.length)));
    return [
        { what: 'the work tree', text: root, isInside: isSource },
        { what: 'the Go toolchain', text: goRoot, isInside: (rest) => rest.startsWith('src/runtime/') },
        ...(keeps
            ? [
                {
                    what: 'the build cache',
                    text: keeps.builds,
                    isInside: (rest) => /^[0-9a-f]{2}\/[0-9a-f]{64}-[ad]/.test(rest)
                },
                { what: 'the module cache', text: keeps.modules, isInside: (rest) => /^[^\s]+@v\d/.test(rest) }
            ]
            : []),
        { what: 'the temporary folder', text: temporary, isInside: (rest) => /^go-build\d/.test(rest) }
    ];
}
const SOURCE = /\.(go|s)$/;


/***/ }),

/***/ 81782:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ findUnbuildable),
/* harmony export */   S: () => (/* binding */ parseTargets)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(40766);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(82577);



const ALIASES = {
    macos: 'darwin',
    macosx: 'darwin',
    osx: 'darwin',
    win: 'windows',
    win32: 'windows',
    win64: 'windows',
    x86_64: 'amd64',
    x64: 'amd64',
    aarch64: 'arm64',
    i386: '386',
    i686: '386',
    x86: '386',
    armhf: 'arm',
    ppc64el: 'ppc64le',
    powerpc64le: 'ppc64le'
};
function parseTargets(texts) {
    const found = new Map();
    const mistakes = [];
    for (const text of texts) {
        try {
            const target = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTarget */ .hu)(text);
            found.set((0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target), target);
        }
        catch (error) {
            if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
                throw error;
            mistakes.push(error);
        }
    }
    const [first, ...more] = mistakes;
    if (first === undefined)
        return [...found.values()];
    if (more.length === 0)
        throw first;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', mistakes.map(({ message }) => message).join('; '), {
        hint: mistakes.map(({ hint = '' }) => hint).join(' ')
    });
}
function findUnbuildable(targets, distList) {
    const known = distList.split(/\s+/).filter((line) => line.includes('/'));
    return targets.flatMap(_target_js__WEBPACK_IMPORTED_MODULE_1__/* .splitUniversal */ .mm).flatMap((target) => {
        const pair = `${target.os}/${target.arch}`;
        if (!known.includes(pair)) {
            const near = findNearest(pair, known);
            const advice = near === undefined ? '' : `; did you mean ${near}?`;
            return [`${(0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target)} is not a target of this Go${advice}`];
        }
        const reason = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .needsCgo */ .JW)(target);
        return reason === undefined ? [] : [reason];
    });
}
function findNearest(pair, known) {
    const translated = pair
        .split('/')
        .map((word) => ALIASES[word] ?? word)
        .join('/');
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .findClosest */ .Ru)(translated, known);
}


/***/ }),

/***/ 82577:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Fw: () => (/* binding */ findVariantSetting),
/* harmony export */   JW: () => (/* binding */ needsCgo),
/* harmony export */   P4: () => (/* binding */ formatTarget),
/* harmony export */   RP: () => (/* binding */ refuseUnknownVariants),
/* harmony export */   a0: () => (/* binding */ formatTargetName),
/* harmony export */   b6: () => (/* binding */ DEFAULT_TARGETS),
/* harmony export */   hu: () => (/* binding */ parseTarget),
/* harmony export */   mm: () => (/* binding */ splitUniversal),
/* harmony export */   pO: () => (/* binding */ makeTargetEnv)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40766);
/* harmony import */ var _version_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(62054);



const float = (variable) => ({
    variable,
    pattern: /^(hard|soft)float$/,
    example: 'hardfloat or softfloat',
    standard: 'hardfloat'
});
const power = {
    variable: 'GOPPC64',
    pattern: /^power(8|9|10)$/,
    example: 'power8, power9 or power10',
    standard: 'power8'
};
const FAMILIES = new Map([
    ['386', { variable: 'GO386', pattern: /^(sse2|softfloat)$/, example: 'sse2 or softfloat', standard: 'sse2' }],
    ['amd64', { variable: 'GOAMD64', pattern: /^v[1-4]$/, example: 'v1, v2, v3 or v4', standard: 'v1' }],
    ['arm', { variable: 'GOARM', pattern: /^v[567]$/, example: 'v5, v6 or v7', standard: 'v7', shown: true }],
    [
        'arm64',
        {
            variable: 'GOARM64',
            pattern: /^v(8\.\d|9\.[0-5])$/,
            example: 'v8.0 to v8.9, or v9.0 to v9.5',
            standard: 'v8.0',
            since: 23
        }
    ],
    ['mips', float('GOMIPS')],
    ['mipsle', float('GOMIPS')],
    ['mips64', float('GOMIPS64')],
    ['mips64le', float('GOMIPS64')],
    ['ppc64', power],
    ['ppc64le', power],
    [
        'riscv64',
        {
            variable: 'GORISCV64',
            pattern: /^rva(20|22|23)u64$/,
            example: 'rva20u64, rva22u64 or rva23u64',
            standard: 'rva20u64',
            since: 23
        }
    ],
    ['wasm', { variable: 'GOWASM', pattern: /^(satconv|signext)$/, example: 'satconv or signext', standard: '' }]
]);
const DEFAULT_TARGETS = [
    { os: 'linux', arch: 'amd64' },
    { os: 'linux', arch: 'arm64' },
    { os: 'linux', arch: 'ppc64le' },
    { os: 'darwin', arch: 'amd64' },
    { os: 'darwin', arch: 'arm64' },
    { os: 'windows', arch: 'amd64' },
    { os: 'windows', arch: '386' }
];
function parseTarget(text) {
    const parts = text.trim().split('/');
    const [os = '', arch = '', variant] = parts;
    if (parts.length > 3 || !/^[a-z0-9]+$/.test(os) || !/^[a-z0-9]+$/.test(arch)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `target ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} is not of the form os/arch or os/arch/variant`, {
            hint: 'Write it in Go\'s words and lower case, such as "linux/amd64" or "linux/arm/v7".'
        });
    }
    if (arch === UNIVERSAL && (os !== 'darwin' || variant !== undefined))
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `target ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} stands for several processors, which only darwin/all does`, {
            hint: 'Name each one, such as "linux/amd64" and "linux/arm64".'
        });
    const family = FAMILIES.get(arch);
    if (variant === undefined)
        return family?.shown ? { os, arch, variant: family.standard } : { os, arch };
    if (family === undefined) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `target ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} names a variant, but ${arch} has none`, {
            hint: `Write "${os}/${arch}".`
        });
    }
    if (!family.pattern.test(variant)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `target ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} has the variant ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(variant)}`, {
            hint: `Variants of ${arch} are ${family.example}.`
        });
    }
    return variant === family.standard && !family.shown ? { os, arch } : { os, arch, variant };
}
function formatTarget({ os, arch, variant }) {
    return variant === undefined ? `${os}/${arch}` : `${os}/${arch}/${variant}`;
}
function formatTargetName({ os, arch, variant = '' }) {
    const joint = variant === '' || /^v\d/.test(variant) ? '' : '_';
    return `${os}_${arch}${joint}${variant}`;
}
function makeTargetEnv({ os, arch, variant }) {
    const family = FAMILIES.get(arch);
    if (family === undefined)
        return { GOOS: os, GOARCH: arch };
    const value = variant ?? family.standard;
    return { GOOS: os, GOARCH: arch, [family.variable]: arch === 'arm' ? value.replace(/^v/, '') : value };
}
function findVariantSetting(target, go) {
    const { variable: name, since = 0 } = FAMILIES.get(target.arch) ?? {};
    const value = name === undefined || (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGoMinor */ .f)(go) < since ? undefined : makeTargetEnv(target)[name];
    return name === undefined || !value ? undefined : [name, value];
}
function refuseUnknownVariants(targets, go) {
    for (const target of targets) {
        const { variable = '', since = 0 } = FAMILIES.get(target.arch) ?? {};
        if (target.variant === undefined || (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .parseGoMinor */ .f)(go) >= since)
            continue;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${go} does not know ${variable}, so it cannot build ${formatTarget(target)}`, {
            hint: `Go 1.${since} and newer do: set go-version, or write "${target.os}/${target.arch}".`
        });
    }
}
const splitUniversal = (target) => target.os === 'darwin' && target.arch === UNIVERSAL
    ? ['amd64', 'arm64'].map((arch) => ({ os: target.os, arch }))
    : [target];
const UNIVERSAL = 'all';
function needsCgo({ os, arch }) {
    if (os === 'ios' || (os === 'android' && arch !== 'arm64')) {
        return `${os}/${arch} always needs cgo and an external linker, and Slipway builds without cgo`;
    }
    return undefined;
}


/***/ }),

/***/ 62054:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ compareGo),
/* harmony export */   f: () => (/* binding */ parseGoMinor)
/* harmony export */ });
const parseGoMinor = (version) => parseGoVersion(version).minor;
function compareGo(a, b) {
    const [one, other] = [parseGoVersion(a), parseGoVersion(b)];
    return one.minor - other.minor || one.kind - other.kind || one.number - other.number;
}
const KINDS = ['', 'beta', 'rc', '.'];
function parseGoVersion(version) {
    const [, minor = '0', kind = '', number = '0'] = /^(?:go)?1\.(\d+)(?:(\.|rc|beta)(\d+))?/.exec(version) ?? [];
    const first = kind === '' && Number(minor) < 21;
    return { minor: Number(minor), kind: KINDS.indexOf(first ? '.' : kind), number: Number(number) };
}


/***/ }),

/***/ 72684:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(48161);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __nccwpck_require__(34758);
// EXTERNAL MODULE: ./src/adapters/terminal/secret.ts
var secret = __nccwpck_require__(58805);
// EXTERNAL MODULE: ./src/config/inputs.ts + 8 modules
var inputs = __nccwpck_require__(79178);
// EXTERNAL MODULE: ./src/config/commands.ts
var commands = __nccwpck_require__(64006);
// EXTERNAL MODULE: ./src/base/json.ts
var base_json = __nccwpck_require__(23659);
// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __nccwpck_require__(29083);
;// CONCATENATED MODULE: ./src/facts/secrets.ts

const TOKENS = ['GITHUB_TOKEN', 'GITLAB_TOKEN', 'CI_JOB_TOKEN'];
const KEYS = [
    ...['COSIGN_PRIVATE_KEY', 'COSIGN_PASSWORD', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'SIGSTORE_ID_TOKEN'],
    ...['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AZURE_CLIENT_SECRET', 'VAULT_TOKEN'],
    environment/* CREDENTIALS */.tG
];
const SECRETS = [...TOKENS, ...KEYS, 'ACTIONS_RUNTIME_TOKEN'];
const ADDRESSES = [
    environment/* CREDENTIALS */.tG,
    ...['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'GOPROXY']
];
const listJobSecrets = (env, token) => [
    token,
    ...SECRETS.map((name) => env[name] ?? ''),
    ...ADDRESSES.flatMap((name) => listLogins(env[name] ?? ''))
].filter((secret) => secret !== '');
const listSecretVariables = (env) => [...TOKENS, ...KEYS].filter((name) => env[name]).map((name) => ({ name, isToken: TOKENS.includes(name) }));
const listLogins = (text) => [...text.matchAll(/:\/\/([^/\s:@]*):([^/\s@]+)@/g)].flatMap(([, user = '', password = '']) => [`${user}:${password}`, password].flatMap((part) => [part, decodeUrlPart(part)]));
const decodeUrlPart = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
};

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
;// CONCATENATED MODULE: ./src/adapters/clusters/free-memory.ts


const computeFreeMemory = ({ free, available }, read) => (available < free ? Math.min(free, available + readInactiveFiles(read)) : available);
function readInactiveFiles(read) {
    const groups = read('/proc/self/cgroup') ?? '';
    const first = /^\d+:(?:[\w,]+,)?memory(?:,[\w,]+)?:(.*)$/m.exec(groups)?.[1];
    const [root, path, field] = first === undefined
        ? ['/sys/fs/cgroup', /^0::(.*)$/m.exec(groups)?.[1] ?? '/', 'inactive_file']
        : ['/sys/fs/cgroup/memory', first, 'total_inactive_file'];
    const stat = read(`${root}${path.replace(/\/$/, '')}/memory.stat`) ?? read(`${root}/memory.stat`) ?? '';
    return Number(new RegExp(`^${field} (\\d+)$`, 'm').exec(stat)?.[1] ?? 0);
}
const measureFreeMemory = () => computeFreeMemory({ free: (0,external_node_os_.freemem)(), available: process.availableMemory() }, (path) => {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
});

// EXTERNAL MODULE: ./src/adapters/machine/disk.ts + 1 modules
var disk = __nccwpck_require__(1953);
// EXTERNAL MODULE: ./src/adapters/machine/owner.ts
var machine_owner = __nccwpck_require__(60309);
// EXTERNAL MODULE: ./src/adapters/clusters/providers.ts + 4 modules
var providers = __nccwpck_require__(17032);
;// CONCATENATED MODULE: ./src/adapters/clusters/clusters.ts




function openClusters(plan, parts, host) {
    const provider = plan && (0,providers/* findProvider */.lh)(plan.provider);
    return {
        async sweep(signal) {
            await provider?.leftovers?.sweep(parts, signal);
        },
        async create(kubernetes, signal) {
            if (!plan || !provider)
                throw new Error('a trial without a cluster in the plan');
            const steps = [];
            let running = false;
            const note = (line) => (running ? host.info(`  ${line}`) : void steps.push(line));
            try {
                const clusters = await provider.clusters(plan, { ...parts, note });
                const cluster = await clusters.create(kubernetes, signal);
                running = true;
                return cluster;
            }
            catch (error) {
                if (!signal.aborted && steps.length)
                    host.quote(`how far Kubernetes ${kubernetes} came`, steps.join('\n'));
                throw error;
            }
        }
    };
}
async function sweepMarked(folder, sweeping, signal) {
    const stay = [];
    for (const { leftovers } of providers/* PROVIDERS */.xq)
        if (leftovers && (await hasMark(folder, leftovers.mark)) && !(await leftovers.sweep(sweeping, signal)))
            stay.push(leftovers.mark);
    return (name) => stay.some((mark) => name.endsWith(`-${mark}`));
}
const isMark = (name) => providers/* PROVIDERS */.xq.some(({ leftovers }) => leftovers && name.endsWith(`-${leftovers.mark}`));
const hasMark = async (folder, mark) => (await (0,promises_.readdir)(folder).catch(() => [])).some((name) => {
    const owner = disk/* TEMPORARY */.G2.test(name) && name.endsWith(`-${mark}`) ? (0,machine_owner/* parseOwner */.pZ)(name) : undefined;
    return owner !== undefined && (0,machine_owner/* judgeLife */.yJ)(owner) === 'dead';
});

// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __nccwpck_require__(44119);
// EXTERNAL MODULE: ./src/adapters/cosign/arguments.ts
var cosign_arguments = __nccwpck_require__(66730);
;// CONCATENATED MODULE: ./src/adapters/cosign/downloader.ts


function formatDownloaderLines(identity, { statements, trustedRoot, release = '.', key = '../cosign.pub', cosign = ['cosign'], slipway = ['slipway'] }) {
    const own = (0,cosign_arguments/* formatTrustOptions */.EY)({ trustedRoot });
    const by = 'publicKey' in identity ? (0,cosign_arguments/* formatKeyOptions */.le)(key) : [...(0,cosign_arguments/* formatIdentityOptions */.aR)(identity), ...own];
    const expected = 'publicKey' in identity ? ['--key', key] : ['--identity', identity.identity, '--issuer', identity.issuer, ...own];
    return [
        [...cosign, 'verify-blob', ...by, '--bundle', release_chains/* BUNDLE */.dI, release_chains/* CHECKSUMS */.vM],
        ...statements.map(({ name, predicateType }) => [
            ...cosign,
            'verify-blob-attestation',
            '--type',
            predicateType,
            ...by,
            '--bundle',
            name,
            release_chains/* CHECKSUMS */.vM
        ]),
        [...slipway, 'verify', release, ...expected]
    ].map((words) => words.map(quoteForShell).join(' '));
}
const quoteForShell = (word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(75919);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __nccwpck_require__(70370);
;// CONCATENATED MODULE: ./src/adapters/archive/deflate.ts




const LEVEL = 5;
const { WebAssembly: wasm } = globalThis;
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads')
parentPort.on('message', (input) => {
  const wasm = new WebAssembly.Instance(workerData.module).exports
  wasm._initialize()
  const allocate = (size) => {
    const at = wasm.allocate(Math.max(size, 1)) >>> 0
    if (at === 0) throw new RangeError('no memory for ' + size + ' bytes')
    return at
  }
  const room = wasm.bound(input.length) >>> 0
  const from = allocate(input.length)
  const to = allocate(room)
  new Uint8Array(wasm.memory.buffer).set(input, from)
  const size = wasm.deflate(workerData.level, from, input.length, to, room) >>> 0
  if (size === 0) throw new RangeError('no memory to compress ' + input.length + ' bytes')
  const bytes = new Uint8Array(wasm.memory.buffer).slice(to, to + size)
  parentPort.postMessage({ bytes, crc32: wasm.crc32(from, input.length) >>> 0 }, [bytes.buffer])
})
`;
function deflateInThreads(threads = (0,external_node_os_.availableParallelism)()) {
    const limit = (0,p_limit/* default */.A)(threads);
    const idle = [];
    let compiled;
    return (bytes) => limit(async () => {
        compiled ??= compile();
        const workerData = { module: await compiled, level: LEVEL };
        const worker = idle.pop() ?? new external_node_worker_threads_.Worker(PROGRAM, { eval: true, env: {}, execArgv: [], workerData });
        const deflated = await run(worker, bytes);
        idle.push(worker);
        return deflated;
    });
}
async function compile() {
    const { LIBDEFLATE } = await __nccwpck_require__.e(/* import() */ 4135).then(__nccwpck_require__.bind(__nccwpck_require__, 54135));
    return await wasm.compile(Buffer.from(LIBDEFLATE, 'base64'));
}
function run(worker, bytes) {
    return new Promise((resolve, reject) => {
        const fail = (cause) => {
            reject(new errors/* Failure */.H('environment', `cannot compress ${bytes.length} bytes: ${String(cause)}`, {
                hint: 'The machine is short of memory for it: give it more, or build fewer targets at once.',
                cause
            }));
        };
        worker.ref();
        worker.once('error', fail);
        worker.once('exit', fail);
        worker.once('message', (deflated) => {
            worker.unref();
            worker.off('error', fail);
            worker.off('exit', fail);
            resolve(deflated);
        });
        const input = new Uint8Array(bytes);
        worker.postMessage(input, [input.buffer]);
    });
}

// EXTERNAL MODULE: ./src/adapters/machine/own-disk.ts
var own_disk = __nccwpck_require__(27146);
// EXTERNAL MODULE: ./src/adapters/machine/own-folder.ts
var own_folder = __nccwpck_require__(44927);
;// CONCATENATED MODULE: ./src/adapters/github/payload.ts

function readPayload(path) {
    try {
        return path ? JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8')) : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/base/scope.ts
var base_scope = __nccwpck_require__(1205);
// EXTERNAL MODULE: ./src/adapters/machine/lock.ts
var lock = __nccwpck_require__(5899);
// EXTERNAL MODULE: ./src/adapters/machine/ending.ts
var ending = __nccwpck_require__(51439);
;// CONCATENATED MODULE: ./src/adapters/machine/sweep.ts


async function sweepProcesses({ graceMs = 3000 } = {}) {
    if (process.platform !== 'linux')
        return { skip: `there is no /proc on ${process.platform} to find orphans in` };
    const seen = new Set();
    const left = await (0,ending/* endProcesses */.Hk)(() => {
        const found = listOrphans();
        for (const pid of found)
            seen.add(pid);
        return found;
    }, graceMs);
    return { ended: [...seen].filter((pid) => !left.includes(pid)), left };
}
function listOrphans() {
    return (0,machine_owner/* listPids */.$q)().filter((pid) => {
        const marker = pid === process.pid ? undefined : (0,machine_owner/* readProcessVariable */.oQ)(pid, ending/* MARKER */.tl);
        const owner = marker === undefined ? undefined : (0,machine_owner/* parseOwner */.pZ)(marker);
        if (!owner || (0,machine_owner/* judgeLife */.yJ)(owner) !== 'dead')
            return false;
        const stat = (0,machine_owner/* readStat */.BV)(pid);
        return stat !== undefined && !(0,machine_owner/* isDead */.XU)(stat);
    });
}

;// CONCATENATED MODULE: ./src/adapters/machine/claim.ts
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




async function claimFolder(folder, { home, temporary, fs, sweepMarked }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        await sweepProcesses();
        const scope = __addDisposableResource(env_1, new base_scope/* Scope */.H(), true);
        await (0,own_folder/* refuseForeignPath */.OE)(folder, home, fs);
        scope.use(await (0,lock/* sweepAndLock */.Tg)(folder, fs));
        await (0,own_folder/* refuseForeignContent */.CW)(folder, fs);
        await (0,lock/* sweepFiles */.W9)(temporary, { deep: false, fs, keep: await sweepMarked() });
        const held = scope.move();
        return { [Symbol.asyncDispose]: () => held.disposeAsync() };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: ./src/adapters/machine/loopback.ts + 3 modules
var loopback = __nccwpck_require__(97550);
// EXTERNAL MODULE: ./src/adapters/http/outgoing.ts
var outgoing = __nccwpck_require__(55291);
// EXTERNAL MODULE: ./src/adapters/machine/process.ts + 2 modules
var machine_process = __nccwpck_require__(569);
;// CONCATENATED MODULE: ./src/adapters/folder/destination.ts




const folderReleases = {
    takes: () => true,
    destination(to, { cwd, host }) {
        const root = (0,external_node_path_.resolve)(cwd, to);
        return {
            on: 'folder',
            place: { root },
            repository: () => undefined,
            async open(_, fs) {
                await (0,own_folder/* refuseLinkedPath */.vO)(root, cwd, fs);
                await (0,lock/* sweepFiles */.W9)(root, { fs });
                const { folder } = await __nccwpck_require__.e(/* import() */ 8239).then(__nccwpck_require__.bind(__nccwpck_require__, 18239));
                return folder(root, (0,own_disk/* ownDisk */.o)(root, fs), {
                    warn: (line) => host.warn(line),
                    lock: (held) => (0,lock/* sweepAndLock */.Tg)(held, fs)
                });
            }
        };
    }
};

// EXTERNAL MODULE: ./src/adapters/http/api-url.ts
var api_url = __nccwpck_require__(70013);
;// CONCATENATED MODULE: ./src/adapters/github/releases/destination.ts


const githubReleases = {
    takes: (to) => to === 'github',
    destination: (_, caller) => {
        const place = readPlace(caller);
        return describeDestination(place, () => readRepository(place, caller.env));
    },
    locate({ origin, pathname }, { env, token, fetch, host }) {
        const [, path, tag] = /^\/([^/]+\/[^/]+)\/releases\/tag\/(.+?)\/?$/.exec(pathname) ?? [];
        if (path === undefined || tag === undefined)
            return undefined;
        const own = origin === new URL(env['GITHUB_SERVER_URL'] || 'https://github.com').origin;
        const api = own && env['GITHUB_API_URL'] ? env['GITHUB_API_URL'] : deriveApiUrl(origin);
        const place = {
            token: own ? token || (env['GITHUB_TOKEN'] ?? '') : '',
            repository: decodeURIComponent(path),
            ...{ api, fetch, warn: (line) => host.warn(line) }
        };
        (0,api_url/* parseApiUrl */.n)(api, 'GitHub', 'Give the page of the release as https://HOST/OWNER/REPO/releases/tag/TAG.');
        const repository = { url: `${origin}/${place.repository}`, server: origin };
        return { destination: describeDestination(place, () => repository), tag: decodeURIComponent(tag), repository };
    }
};
const describeDestination = (place, repository) => ({
    on: 'github',
    place,
    repository,
    async open(files) {
        const { githubPublisher } = await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(6752), __nccwpck_require__.e(1351), __nccwpck_require__.e(1701)]).then(__nccwpck_require__.bind(__nccwpck_require__, 51701));
        return githubPublisher(place, files);
    }
});
function readPlace({ env, token, fetch, host }) {
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    if (repository === '')
        throw new errors/* Failure */.H('environment', 'nobody said which repository of GitHub: GITHUB_REPOSITORY is not set', {
            hint: 'Set GITHUB_REPOSITORY=owner/name, and GITHUB_TOKEN.'
        });
    return {
        token: token || (env['GITHUB_TOKEN'] ?? ''),
        repository,
        api: env['GITHUB_API_URL'] || 'https://api.github.com',
        fetch,
        warn: (line) => host.warn(line)
    };
}
function readRepository({ api, repository }, env) {
    const home = env['GITHUB_SERVER_URL'] || new URL(api).origin.replace('//api.', '//');
    return { url: `${home}/${repository}`, server: home };
}
const deriveApiUrl = (origin) => {
    const { hostname } = new URL(origin);
    if (hostname === 'github.com' || hostname.endsWith('.ghe.com'))
        return origin.replace('//', '//api.');
    return `${origin}/api/v3`;
};

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/destination.ts


const gitlabReleases = {
    takes: (to) => to === 'gitlab',
    destination: (_, caller) => {
        const { env } = caller;
        return destination_describeDestination(destination_readPlace(caller), () => parseRepository(env['CI_PROJECT_URL'] ?? '', readServerUrl(env)));
    },
    locate({ origin, pathname }, { env, token, fetch, host }) {
        const [, path, tag] = /^\/(.+?)\/-\/releases\/([^/]+)\/?$/.exec(pathname) ?? [];
        if (path === undefined || tag === undefined)
            return undefined;
        const page = `${origin}/${decodeURIComponent(path)}`;
        const server = readServerUrl(env);
        const own = server !== '' && page.startsWith(`${server}/`);
        const root = own ? server : origin;
        const project = page.slice(root.length + 1);
        const api = own && env['CI_API_V4_URL'] ? env['CI_API_V4_URL'] : `${root}/api/v4`;
        (0,api_url/* parseApiUrl */.n)(api, 'GitLab', 'Give the page of the release as https://HOST/GROUP/PROJECT/-/releases/TAG.');
        const mine = own && env['CI_PROJECT_URL'] === `${root}/${project}`;
        const secret = own ? chooseToken(env, token) : undefined;
        const place = {
            token: mine || (secret && 'access' in secret) ? secret : undefined,
            project: mine && env['CI_PROJECT_ID'] ? env['CI_PROJECT_ID'] : project,
            packageName: cutLastPart(project),
            ...{ api, fetch, warn: (line) => host.warn(line) }
        };
        const repository = { url: `${root}/${project}`, server: root };
        return { destination: destination_describeDestination(place, () => repository), tag: decodeURIComponent(tag), repository };
    }
};
const destination_describeDestination = (place, repository) => ({
    on: 'gitlab',
    place,
    repository,
    async open(files) {
        const { gitlabPublisher } = await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(2222), __nccwpck_require__.e(555)]).then(__nccwpck_require__.bind(__nccwpck_require__, 90555));
        return gitlabPublisher(place, files);
    }
});
function destination_readPlace({ env, token, fetch, host }) {
    const project = env['CI_PROJECT_ID'] ?? '';
    const api = env['CI_API_V4_URL'] || (env['CI_SERVER_HOST'] ? `https://${env['CI_SERVER_HOST']}/api/v4` : '');
    if (project === '' || api === '')
        throw new errors/* Failure */.H('environment', `nobody said which project of GitLab: ${project === '' ? 'CI_PROJECT_ID' : 'CI_API_V4_URL'} is not set`, {
            hint: 'Set CI_API_V4_URL=https://gitlab.com/api/v4, CI_PROJECT_ID=group/project (or its number), and GITLAB_TOKEN.'
        });
    return {
        token: chooseToken(env, token),
        project,
        api,
        packageName: env['CI_PROJECT_NAME'] || cutLastPart(project),
        fetch,
        warn: (line) => host.warn(line)
    };
}
function chooseToken(env, given) {
    if (given)
        return { access: given };
    if (env['CI_JOB_TOKEN'])
        return { job: env['CI_JOB_TOKEN'] };
    return env['GITLAB_TOKEN'] ? { access: env['GITLAB_TOKEN'] } : undefined;
}
const cutLastPart = (path) => /[^/]+$/.exec(path)?.[0] ?? '';
const readServerUrl = (env) => (env['CI_SERVER_URL'] ?? '').replace(/\/+$/, '');
const parseRepository = (url, server) => url === '' ? undefined : { url, server: server || new URL(url).origin };

;// CONCATENATED MODULE: ./src/adapters/publishers.ts




const PUBLISHERS = [gitlabReleases, githubReleases, folderReleases];
function findDestination(to, caller) {
    const kind = PUBLISHERS.find((publisher) => publisher.takes(to));
    if (!kind)
        throw new Error(`no publisher takes ${to}`);
    return kind.destination(to, caller);
}
function locateRelease(url, caller) {
    const page = new URL(url);
    for (const { locate } of PUBLISHERS) {
        const located = locate?.(page, caller);
        if (located)
            return located;
    }
    throw new errors/* Failure */.H('input', `${page.origin}${page.pathname} is not the page of a release`, {
        hint: 'Pages of releases: https://github.com/OWNER/REPO/releases/tag/TAG, https://HOST/GROUP/PROJECT/-/releases/TAG.'
    });
}

;// CONCATENATED MODULE: external "node:readline/promises"
const external_node_readline_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");
;// CONCATENATED MODULE: ./src/adapters/machine/question.ts

async function askToConfirm(question, { stdin, stderr }, signal) {
    if (!stdin.isTTY || !stderr.isTTY)
        return true;
    const terminal = (0,external_node_readline_promises_namespaceObject.createInterface)({ input: stdin, output: stderr });
    const closed = new Promise((resolve) => terminal.once('close', () => resolve('')));
    try {
        const answer = await Promise.race([terminal.question(`${question} [y/N] `, { signal }), closed]);
        return /^y(es)?$/i.test(answer.trim());
    }
    catch (error) {
        signal.throwIfAborted();
        if (error.name !== 'AbortError')
            throw error;
        stderr.write('\n');
        return false;
    }
    finally {
        terminal.close();
    }
}

// EXTERNAL MODULE: ./src/adapters/terminal/line.ts
var line = __nccwpck_require__(72091);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(58500);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __nccwpck_require__(62088);
var semver_default = /*#__PURE__*/__nccwpck_require__.n(semver);
// EXTERNAL MODULE: ./src/adapters/machine/make-folder.ts
var make_folder = __nccwpck_require__(35631);
// EXTERNAL MODULE: ./src/adapters/machine/refused.ts
var refused = __nccwpck_require__(84586);
;// CONCATENATED MODULE: ./src/adapters/toolchain/cache.ts








function locateToolCache(env, os) {
    const absolute = (name) => {
        const value = env[name];
        return value !== undefined && (0,external_node_path_.isAbsolute)(value) ? value : undefined;
    };
    const runner = absolute('RUNNER_TOOL_CACHE');
    if (runner !== undefined)
        return runner;
    const home = absolute('HOME') ?? absolute('USERPROFILE');
    const platform = os === 'win32' ? absolute('LOCALAPPDATA') : os === 'darwin' && home ? (0,external_node_path_.join)(home, 'Library', 'Caches') : undefined;
    const cache = absolute('XDG_CACHE_HOME') ?? platform ?? (home === undefined ? undefined : (0,external_node_path_.join)(home, '.cache'));
    if (cache !== undefined)
        return (0,external_node_path_.join)(cache, 'slipway', 'tools');
    throw new errors/* Failure */.H('environment', 'there is no folder to keep tools in: HOME is not set', {
        hint: 'Set RUNNER_TOOL_CACHE to an absolute path.'
    });
}
const GRACE_MS = 2000;
function openPlainToolCache(root, fs, warn) {
    const placeOf = (name, version) => (0,external_node_path_.join)(root, name, semver_default().clean(version) ?? version);
    const folderOf = (name, version, arch) => (0,external_node_path_.join)(placeOf(name, version), arch);
    return {
        find: async (name, version, arch) => {
            const folder = folderOf(name, version, arch);
            await refuseLinks(folder, fs);
            await sweepBeside((0,external_node_path_.dirname)(folder), fs);
            return (await isThereAlready(folder, fs)) && (await isThereAlready(`${folder}.complete`, fs)) ? folder : undefined;
        },
        add: async (from, name, version, arch) => {
            const folder = folderOf(name, version, arch);
            const staged = (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), (0,disk/* makeTemporaryName */.d2)('tmp'));
            await (0,make_folder/* makeFolder */.f)(fs, (0,external_node_path_.dirname)(folder));
            await moveEntry(from, staged, fs);
            while (!(await placeEntry(staged, folder, fs))) {
                if (await isComplete(folder, fs)) {
                    await (0,disk/* removeTree */.dM)(fs, staged);
                    return folder;
                }
                await (0,disk/* removeTree */.dM)(fs, folder);
            }
            await fs.rm(`${folder}.complete`, { force: true, recursive: true });
            await (await fs.open(`${folder}.complete`, 'wx')).close();
            return folder;
        },
        remove: async (name, version, arch) => {
            const folder = folderOf(name, version, arch);
            await fs.rm(`${folder}.complete`, { force: true, recursive: true });
            await (0,disk/* removeTree */.dM)(fs, folder);
        },
        exclusive: (name, version, _arch, signal, work) => (0,lock/* runInTurn */.Cl)(placeOf(name, version), signal, work, { fs, ...(warn && { warn }) })
    };
}
async function refuseLinks(entry, fs) {
    for (const path of [(0,external_node_path_.dirname)((0,external_node_path_.dirname)(entry)), (0,external_node_path_.dirname)(entry), entry])
        if ((await fs.lstat(path).catch(() => undefined))?.isSymbolicLink())
            throw new errors/* Failure */.H('environment', `${path} is a link, and a tool in the tool cache lies in a folder`, {
                hint: 'Remove that link: Slipway makes no links there.'
            });
}
const sweepBeside = (folder, fs) => (0,lock/* sweepFiles */.W9)(folder, { deep: false, fs }).catch(() => undefined);
const isThereAlready = (path, fs) => fs.stat(path).then(() => true, () => false);
async function moveEntry(from, to, fs) {
    try {
        await fs.rename(from, to);
    }
    catch (cause) {
        if ((0,refused/* readSystemCode */.Pt)(cause) !== 'EXDEV')
            throw cause;
        await fs.cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    }
}
async function placeEntry(staged, folder, fs) {
    try {
        await fs.rename(staged, folder);
        return true;
    }
    catch (cause) {
        if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((0,refused/* readSystemCode */.Pt)(cause)) && (await isThereAlready(folder, fs)))
            return false;
        throw cause;
    }
}
async function isComplete(folder, fs) {
    for (let waited = 0; waited < GRACE_MS; waited += 50) {
        if (await isThereAlready(`${folder}.complete`, fs))
            return true;
        if (!(await isThereAlready(folder, fs)))
            return false;
        await (0,external_node_timers_promises_.setTimeout)(50);
    }
    return isThereAlready(`${folder}.complete`, fs);
}

// EXTERNAL MODULE: ./src/adapters/toolchain/platform.ts
var toolchain_platform = __nccwpck_require__(29877);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __nccwpck_require__(58369);
// EXTERNAL MODULE: ./src/adapters/toolchain/download.ts
var download = __nccwpck_require__(44582);
;// CONCATENATED MODULE: ./src/adapters/toolchain/kept.ts



const NAME = '.slipway.json';
async function keepTool(folder, entry, record, { files, cache }) {
    await files.write((0,external_node_path_.join)(folder, NAME), `${JSON.stringify(record, undefined, 2)}\n`);
    return await cache.add(folder, entry.name, entry.version, entry.arch);
}
async function findKept(entry, wanted, by) {
    const folder = await by.cache.find(entry.name, entry.version, entry.arch);
    if (folder === undefined)
        return undefined;
    const record = parseToolRecord(await by.files.read((0,external_node_path_.join)(folder, NAME)));
    const found = await examineEntry(folder, record, wanted, by);
    if ('sha256' in found)
        return { folder, sha256: found.sha256, told: record?.vouched };
    by.note(`warning: ${entry.name} ${entry.version} in the tool cache ${found.wrong}; it is removed and made anew`);
    await by.cache.remove(entry.name, entry.version, entry.arch);
    return undefined;
}
async function examineEntry(folder, record, { program, links, recipe, sha256: pinned }, { files, fs }) {
    if (pinned === undefined && record === undefined)
        return { wrong: 'has no record' };
    if (pinned === undefined && record?.recipe !== recipe)
        return { wrong: 'was made by another recipe' };
    const path = (0,external_node_path_.join)(folder, program);
    const regular = (await fs.lstat(path).catch(() => undefined))?.isFile() === true;
    const seen = regular ? (await files.digest(path, limits/* LIMITS */.b1.tool.most))?.sha256 : undefined;
    const expected = pinned ?? record?.files[program];
    if (seen === undefined || seen !== expected)
        return { wrong: `holds ${program} with sha256 ${seen ?? '(missing)'}, not ${expected ?? 'one that is known'}` };
    for (const name of links) {
        const target = await fs.readlink((0,external_node_path_.join)(folder, name)).catch(() => undefined);
        if (target !== program)
            return { wrong: `holds ${name} leading to ${target ?? 'nothing'}, not to ${program}` };
    }
    const known = new Set([program, ...links, NAME]);
    const other = (await fs.readdir(folder)).find((name) => !known.has(name));
    return other === undefined ? { sha256: seen } : { wrong: `holds ${other}, which is no part of it` };
}
function parseToolRecord(content) {
    if (content === undefined)
        return undefined;
    try {
        const record = JSON.parse(Buffer.from(content).toString('utf8'));
        const { source, files, links } = (0,base_json/* readFields */.qU)(record);
        const made = { recipe: (0,base_json/* readTextAt */.Tw)(record, 'recipe'), vouched: (0,base_json/* readTextAt */.Tw)(record, 'vouched') };
        const known = source === 'download' || source === 'module';
        return known && isTexts(files) && isTexts(links) && made.recipe && made.vouched
            ? { source, ...made, files, links }
            : undefined;
    }
    catch {
        return undefined;
    }
}
const isTexts = (value) => (0,base_json/* isObject */.Gv)(value) && Object.values(value).every((text) => typeof text === 'string');

// EXTERNAL MODULE: ./src/adapters/toolchain/machine.ts
var machine = __nccwpck_require__(21225);
;// CONCATENATED MODULE: ./src/adapters/toolchain/shared.ts
function makeSharing() {
    const works = new Map();
    const begin = (key, work) => {
        const controller = new AbortController();
        const promise = work(controller.signal);
        const begun = { promise, controller, waiting: 0 };
        works.set(key, begun);
        promise.catch(() => {
            if (works.get(key) === begun)
                works.delete(key);
        });
        return begun;
    };
    return async (key, signal, work) => {
        signal.throwIfAborted();
        const running = works.get(key);
        const shared = running === undefined || running.controller.signal.aborted ? begin(key, work) : running;
        shared.waiting += 1;
        let leave = () => { };
        const aborted = new Promise((_, reject) => {
            leave = () => {
                shared.waiting -= 1;
                if (shared.waiting > 0)
                    return reject(signal.reason);
                shared.controller.abort(signal.reason);
                void shared.promise.catch(() => undefined).then(() => reject(signal.reason));
            };
        });
        signal.addEventListener('abort', leave, { once: true });
        try {
            return await Promise.race([shared.promise, aborted]);
        }
        catch (cause) {
            signal.throwIfAborted();
            throw cause;
        }
        finally {
            signal.removeEventListener('abort', leave);
            if (!signal.aborted)
                shared.waiting -= 1;
        }
    };
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/entries.ts
var entries_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var entries_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});






class Absent extends Error {
}
function openEntries(parts) {
    const { cache, files, fs } = parts;
    const found = makeSharing();
    const made = makeSharing();
    const keyOf = ({ entry: { name, version } }) => `${name} ${version}`;
    const look = async (way) => {
        const kept = await findKept(way.entry, way, parts);
        if (kept === undefined)
            return undefined;
        return { folder: kept.folder, source: way.source, sha256: kept.sha256, vouched: way.vouch(kept.told ?? 'nothing') };
    };
    const refuseOther = (way, sha256) => {
        if (way.sha256 === undefined || way.sha256 === sha256)
            return;
        throw new errors/* Failure */.H('verification', `the new ${way.program} has sha256 ${sha256}, and ${way.sha256} is pinned`, {
            hint: 'It was not run and is not kept. Another Go, module or flag made it, or somebody changed it: report it.'
        });
    };
    const check = async (way, out, signal) => {
        for (const [name, version] of Object.entries(way.says)) {
            const said = await (0,machine/* askVersion */.qN)(parts.processes.run, name, (0,external_node_path_.join)(out, (0,toolchain_platform/* formatProgramName */.N)(name, parts.platform)), parts.env, signal);
            if (said !== version)
                throw new errors/* Failure */.H('verification', `the new ${name} says it is ${said}, not ${version}`, {
                    hint: 'It is not used and not kept: this is a mistake in what Slipway pins, so report it.'
                });
        }
    };
    const make = async (way, signal) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { entry, recipe, program, links, source } = way;
            const scratch = entries_addDisposableResource(env_1, await files.scratch(entry.name), true);
            const out = (0,external_node_path_.join)(scratch.path, 'out');
            await fs.mkdir(out);
            const vouched = await way.make(out, scratch.path, signal);
            const sha256 = (await files.digest((0,external_node_path_.join)(out, program)))?.sha256 ?? '';
            refuseOther(way, sha256);
            for (const link of links)
                await fs.symlink(program, (0,external_node_path_.join)(out, link));
            await check(way, out, signal);
            const record = {
                ...{ source, recipe, vouched, files: { [program]: sha256 } },
                links: Object.fromEntries(links.map((link) => [link, program]))
            };
            return { folder: await keepTool(out, entry, record, parts), source, vouched, sha256 };
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = entries_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    };
    return {
        find: async (way, signal) => {
            const present = async () => {
                const got = await look(way);
                if (got === undefined)
                    throw new Absent();
                return got;
            };
            return found(keyOf(way), signal, present).catch((cause) => {
                if (cause instanceof Absent)
                    return undefined;
                throw cause;
            });
        },
        make: (way, signal) => made(keyOf(way), signal, (inner) => {
            const { name, version, arch } = way.entry;
            return cache.exclusive(name, version, arch, inner, async () => (await look(way)) ?? make(way, inner));
        })
    };
}

// EXTERNAL MODULE: ./src/adapters/toolchain/dirhash.ts
var dirhash = __nccwpck_require__(61767);
;// CONCATENATED MODULE: ./src/adapters/toolchain/go-env.ts


const makeToolGoEnv = (env, extra = {}) => ({
    ...(0,environment/* makeGoEnvironment */.G1)(env),
    GOSUMDB: env['GOSUMDB'] || 'sum.golang.org',
    ...extra
});
function demandChecksumDatabase(env, modules) {
    const refuse = (why) => {
        throw new errors/* Failure */.H('environment', `${why}, so the Go checksum database would not vouch for a tool built here`, {
            hint: 'Leave the checksum database on for public modules, or put the tool on PATH.'
        });
    };
    const database = env['GOSUMDB'] ?? '';
    if (database === 'off')
        refuse('GOSUMDB is off');
    if ((env['GONOSUMCHECK'] ?? '') !== '')
        refuse('GONOSUMCHECK is set');
    const variable = env['GONOSUMDB'] === undefined ? 'GOPRIVATE' : 'GONOSUMDB';
    const patterns = env[variable] ?? '';
    const skipped = modules.find((module) => matchesPrefix(patterns, module));
    if (skipped !== undefined)
        refuse(`${variable}=${patterns} covers ${skipped}`);
    return database === '' ? "Go's checksum database" : (database.split(/[ +]/, 1)[0] ?? database);
}
function matchesPrefix(globs, path) {
    return globs.split(',').some((raw) => {
        const glob = raw.trim().replace(/\/+$/, '');
        if (glob === '')
            return false;
        const wanted = glob.split('/');
        const parts = path.split('/').slice(0, wanted.length);
        return parts.length === wanted.length && wanted.every((element, index) => matchesElement(element, parts[index]));
    });
}
function matchesElement(glob, part) {
    const source = glob.replace(/\\.|\[(?:\\.|[^\]])+\]|[.+^${}()|[\]\\*?]/g, (token) => token === '*' ? '.*' : token === '?' ? '.' : token.length > 1 ? token : `\\${token}`);
    return part !== undefined && new RegExp(`^${source}$`, 's').test(part);
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/go-failure.ts

const MISMATCH = /SECURITY ERROR|checksum mismatch/;
function explainFetchFailure(what, cause) {
    const said = cause instanceof errors/* Failure */.H && typeof cause.cause === 'string' ? cause.cause.trim() : '';
    if (MISMATCH.test(said)) {
        return new errors/* Failure */.H('verification', `${what} is not what the Go checksum database says`, {
            hint: 'Do not use it: something between here and there changed it.',
            cause
        });
    }
    const last = said.split('\n').at(-1) ?? '';
    return new errors/* Failure */.H('environment', `${what} cannot be fetched${last === '' ? '' : `: ${last}`}`, {
        hint: 'Check GOPROXY and the network.',
        cause
    });
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/named.ts

async function checkNaming(name, path, { files, pathTools }) {
    const { holdsSecret, named } = pathTools?.() ?? { holdsSecret: false, named: {} };
    const expected = Object.hasOwn(named, name) ? named[name] : undefined;
    if (!holdsSecret && expected === undefined)
        return { sha256: undefined };
    const sha256 = (await files.digest(path))?.sha256;
    if (expected === undefined)
        return {
            passed: `${path} is not named with its SHA-256 (path-tools: ${name}=${sha256 ?? '-'}), which counts beside a secret`
        };
    if (sha256 === expected)
        return { sha256 };
    throw new errors/* Failure */.H('verification', `${path} has sha256 ${sha256 ?? '-'}, and path-tools names ${expected}`, {
        hint: `Find out who changed it. Without ${name} in path-tools, Slipway takes the pinned one.`
    });
}

// EXTERNAL MODULE: ./src/adapters/toolchain/pins.ts
var pins = __nccwpck_require__(78826);
// EXTERNAL MODULE: ./src/adapters/toolchain/tree.ts
var tree = __nccwpck_require__(23998);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __nccwpck_require__(40766);
;// CONCATENATED MODULE: ./src/adapters/toolchain/go.ts
var go_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var go_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});












const TOOLCHAIN = 'golang.org/toolchain';
const VERSION = /^go1(\.\d+){1,2}((rc|beta)\d+)?$/;
async function findGo(version, by, signal, sums) {
    if (!VERSION.test(version)) {
        throw new errors/* Failure */.H('input', `${(0,base_text/* quote */.hD)(version)} is not the name of a Go release`, {
            hint: 'Such as go1.26.8.'
        });
    }
    const onPath = await findNamedGo(by);
    if ('path' in onPath) {
        const found = await findGoOnPath(onPath, version, by, signal);
        if (found !== undefined)
            return found;
    }
    if (version !== pins/* DEFAULT_GO */.zt)
        demandChecksumDatabase(by.env, [TOOLCHAIN]);
    const pinned = await bootstrap(by, signal, sums, 'passed' in onPath ? onPath.passed : undefined);
    if (version === pins/* DEFAULT_GO */.zt)
        return { ...pinned, keeps: (await askGo(pinned.path, 'local', by, signal)).keeps };
    const switched = await findGoThrough(pinned.path, version, by, signal);
    if (switched !== undefined)
        return switched;
    throw new errors/* Failure */.H('environment', `${pins/* DEFAULT_GO */.zt} did not switch to ${version}`, {
        hint: 'Install that Go (https://go.dev/dl/), or choose another: --go-version.'
    });
}
async function bootstrap(by, signal, sums, why) {
    const { bootstrapGo } = await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(4181)]).then(__nccwpck_require__.bind(__nccwpck_require__, 24181));
    return await bootstrapGo(by, signal, sums, why);
}
async function findNamedGo(by) {
    const path = await (0,machine/* findOnPath */.aY)('go', by.env, by.platform);
    if (path === undefined)
        return { passed: undefined };
    const naming = await checkNaming('go', path, by);
    if (!('passed' in naming))
        return { path, sha256: naming.sha256 };
    by.note(naming.passed);
    return naming;
}
async function findGoOnPath({ path: onPath, sha256: named }, version, by, signal) {
    const machine = await askGo(onPath, 'local', by, signal);
    if (machine.version !== version) {
        const switched = knowsSwitch(machine.version) ? await findGoThrough(onPath, version, by, signal) : undefined;
        if (switched === undefined)
            by.note(`${machine.version} on PATH cannot switch to other releases: a pinned Go does it`);
        return switched;
    }
    const made = { name: 'go', version, path: machine.path, source: 'machine', keeps: machine.keeps };
    if (named === undefined)
        return { ...made, vouched: `the machine's, which says it is ${version}; no digest checked` };
    const sha256 = (await by.files.digest(machine.path))?.sha256;
    if (sha256 === named)
        return { ...made, sha256, vouched: `the machine's, its go command with the sha256 ${sha256} that path-tools names` };
    throw new errors/* Failure */.H('verification', `${onPath} runs ${machine.path}, which has sha256 ${sha256 ?? '-'}, not ${named}`, {
        hint: `Put ${(0,external_node_path_.dirname)(machine.path)} first on PATH, and name that go in path-tools.`
    });
}
const knowsSwitch = (version) => Number(/^go1\.(\d+)/.exec(version)?.[1] ?? 21) >= 21;
async function askGo(go, toolchain, by, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = go_addDisposableResource(env_1, await by.files.scratch('go'), true);
        const env = makeToolGoEnv(by.env, { GOTOOLCHAIN: toolchain });
        const argv = [go, 'env', 'GOVERSION', 'GOROOT', 'GOMODCACHE', 'GOCACHE'];
        const onLine = (line) => by.note(line);
        const { stdout } = await by.processes.run(argv, { cwd: scratch.path, env, signal, onLine });
        const [version = '', root = '', modules = '', builds = ''] = stdout.split(/\r?\n/);
        return {
            version: version.trim(),
            path: (0,external_node_path_.join)(root.trim(), 'bin', (0,toolchain_platform/* formatProgramName */.N)('go', by.platform)),
            keeps: { builds: builds.trim(), modules: modules.trim() }
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = go_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function findGoThrough(go, version, by, signal) {
    const database = demandChecksumDatabase(by.env, [TOOLCHAIN]);
    const secretly = by.pathTools?.().holdsSecret === true;
    const asking = secretly ? { ...by, env: { ...by.env, PATH: '', Path: undefined } } : by;
    const checked = secretly ? await checkToolchain(go, version, asking, signal) : undefined;
    const seen = await askGo(go, version, asking, signal).catch((cause) => {
        signal.throwIfAborted();
        throw explainFetchFailure(`the toolchain module of ${version}`, cause);
    });
    if (seen.version !== version)
        return undefined;
    const root = (0,external_node_path_.dirname)((0,external_node_path_.dirname)(seen.path));
    const { path, keeps } = seen;
    const module = `toolchain module ${TOOLCHAIN} of ${version}`;
    const made = { name: 'go', version, path, keeps };
    if (checked !== undefined) {
        const vouched = `${module}, its files checked: ${checked.sum} by ${database}`;
        if (root === checked.root)
            return { ...made, source: 'module', vouched };
        throw new errors/* Failure */.H('verification', `${go} runs ${version} from ${root}, and the files in ${checked.root} are checked`, {
            hint: 'Unset GOROOT, and let GOMODCACHE name the folder as it really lies.'
        });
    }
    if (!root.startsWith(keeps.modules + external_node_path_.sep))
        return { ...made, source: 'machine', vouched: `the machine's ${version}; no digest checked` };
    return { ...made, source: 'module', vouched: `${module}, checked by the go command against ${database}` };
}
async function checkToolchain(go, version, by, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { os, arch } = (0,toolchain_platform/* translateToGo */.M)(by.platform);
        const module = `${TOOLCHAIN}@v0.0.1-${version}.${os}-${arch}`;
        const scratch = go_addDisposableResource(env_2, await by.files.scratch('go'), true);
        const argv = [go, 'mod', 'download', '-json', module];
        const { stdout } = await by.processes
            .run(argv, { cwd: scratch.path, env: makeToolGoEnv(by.env), signal })
            .catch((cause) => {
            signal.throwIfAborted();
            throw explainFetchFailure(module, cause);
        });
        const said = (0,base_json/* parseJson */.qF)(stdout);
        const [root, sum] = [(0,base_json/* readTextAt */.Tw)(said, 'Dir'), (0,base_json/* readTextAt */.Tw)(said, 'Sum')];
        if (root === '' || sum === '')
            throw new errors/* Failure */.H('command', `go mod download -json ${module} names no folder or no sum`, {
                hint: `Run it by hand with ${go}, and see what it says.`
            });
        const seen = (0,dirhash/* computeHash1 */.T)(await (0,tree/* hashToolchain */.g)(root, `${module}/`));
        if (seen === sum)
            return { root, sum };
        throw new errors/* Failure */.H('verification', `${root} holds files with the sum ${seen}, not ${sum} of ${module}`, {
            hint: 'Somebody changed the toolchain in the module cache: remove that folder, and run again.'
        });
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = go_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/kube-main.ts
const KUBE_MAIN = `package main

import (
	"fmt"
	"os"
	"path/filepath"
	_ "time/tzdata"

	etcdmain "go.etcd.io/etcd/server/v3/etcdmain"
	_ "k8s.io/client-go/plugin/pkg/client/auth"
	"k8s.io/component-base/cli"
	"k8s.io/component-base/logs"
	_ "k8s.io/component-base/logs/json/register"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	kubectl "k8s.io/kubectl/pkg/cmd"
	kubectlutil "k8s.io/kubectl/pkg/cmd/util"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	kcm "k8s.io/kubernetes/cmd/kube-controller-manager/app"
	scheduler "k8s.io/kubernetes/cmd/kube-scheduler/app"
)

var tools = map[string]func(){
	"kube-apiserver":          func() { os.Exit(cli.Run(apiserver.NewAPIServerCommand())) },
	"kube-controller-manager": func() { os.Exit(cli.Run(kcm.NewControllerManagerCommand())) },
	"kube-scheduler":          func() { os.Exit(cli.Run(scheduler.NewSchedulerCommand())) },
	"etcd":                    func() { etcdmain.Main(os.Args) },
	"kubectl": func() {
		logs.GlogSetter(kubectl.GetLogVerbosity(os.Args))
		if err := cli.RunNoErrOutput(kubectl.NewDefaultKubectlCommand()); err != nil {
			kubectlutil.CheckErr(err)
		}
	},
}

func main() {
	if tool, ok := tools[filepath.Base(os.Args[0])]; ok {
		tool()
		return
	}
	fmt.Fprintln(os.Stderr, "kube-multi: call me by the name of a tool")
	os.Exit(2)
}
`;

;// CONCATENATED MODULE: ./src/adapters/toolchain/kube-module.ts


function parseGoModJson(json) {
    const mod = JSON.parse(json);
    const place = (value) => ({
        Path: (0,base_json/* readTextAt */.Tw)(value, 'Path'),
        Version: (0,base_json/* readTextAt */.Tw)(value, 'Version') || undefined
    });
    const found = {
        Go: (0,base_json/* readTextAt */.Tw)(mod, 'Go'),
        GoDebug: (0,base_json/* readObjectsAt */.s0)(mod, 'GoDebug').map((item) => ({
            Key: (0,base_json/* readTextAt */.Tw)(item, 'Key'),
            Value: (0,base_json/* readTextAt */.Tw)(item, 'Value')
        })),
        Require: (0,base_json/* readObjectsAt */.s0)(mod, 'Require').map((item) => ({
            Path: (0,base_json/* readTextAt */.Tw)(item, 'Path'),
            Version: (0,base_json/* readTextAt */.Tw)(item, 'Version')
        })),
        Replace: (0,base_json/* readObjectsAt */.s0)(mod, 'Replace').map((item) => ({
            Old: place((0,base_json/* readAt */.m6)(item, 'Old')),
            New: place((0,base_json/* readAt */.m6)(item, 'New'))
        }))
    };
    const modules = [...found.Require, ...found.Replace.flatMap(({ Old, New }) => [Old, New])];
    if (found.Go === '' || modules.some(({ Path }) => Path === '') || found.Require.some(({ Version }) => Version === ''))
        throw new errors/* Failure */.H('command', '"go mod edit -json" describes a go.mod in a way that is not known here', {
            hint: 'This is a mistake of Slipway, so report it; a download or a tool on PATH does without it.'
        });
    return found;
}
function makeKubeGoMod(own, version) {
    const staging = `v0.${version.replace(/^v1\./, '')}`;
    const replaced = own.Replace;
    const staged = new Set(replaced.filter(({ New }) => New.Path.startsWith('./staging/')).map(({ Old }) => Old.Path));
    const other = replaced.filter(({ Old }) => !staged.has(Old.Path));
    const requires = own.Require.map(({ Path, Version }) => `\t${Path} ${staged.has(Path) ? staging : Version}`);
    const shown = ({ Path, Version }) => (Version === undefined ? Path : `${Path} ${Version}`);
    return [
        'module slipway.invalid/kube',
        `go ${own.Go}`,
        ...own.GoDebug.map(({ Key, Value }) => `godebug ${Key}=${Value}`),
        ['require (', `\tk8s.io/kubernetes ${version}`, ...requires, ')'].join('\n'),
        [
            'replace (',
            ...[...staged].map((path) => `\t${path} => ${path} ${staging}`),
            ...other.map(({ Old, New }) => `\t${shown(Old)} => ${shown(New)}`),
            ')'
        ].join('\n'),
        ''
    ].join('\n\n');
}
function makeKubeLinkerFlags({ version, module }) {
    const [major, minor] = version.slice(1).split('.');
    const facts = {
        gitVersion: version,
        gitMajor: major,
        gitMinor: minor,
        gitTreeState: 'clean',
        gitCommit: `module:${module.sum}`
    };
    const packages = ['k8s.io/component-base/version', 'k8s.io/client-go/pkg/version'];
    const set = packages.flatMap((path) => Object.entries(facts).map(([name, value]) => `-X ${path}.${name}=${value}`));
    return ['-s', '-w', ...set].join(' ');
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/built.ts
const BUILT = {
    apidiff: {
        recipe: 'module 5ea1c2ce0813bca70feb144a45dc2344a859e8923d06e630823e6dbe9ca767f9',
        sha256: {
            'linux/amd64': '4b7af831f86fce9f961803ac6294a40d01d65e0c1606be5d673421bd16b983df',
            'linux/arm64': '86ad182f4e524ec53eda0c4a0429aa89b10649bb88945ddbe18356b88873ea3a',
            'darwin/arm64': '9cfda5779da8902a784f4454f9ede72120164bd48e8fe47827a31f7025e3a31c',
            'darwin/amd64': '44343c9525fc2c7e2db1e6a2d86cf985018427dc0803213b2bcb4f5eb0fef9d1',
            'windows/amd64': 'b691da1bf16f1511deb4707a2aab4abeca44845ddddd631f1b88b38921916932'
        }
    },
    cosign: {
        recipe: 'module e9e5214d46956a353f96dcfdbdcf25973c468b40460b4029539b47cdd6ac4d41',
        sha256: {
            'linux/amd64': '88c1ddd1ae0d3fdb8f4095328e8897e9c95d0600ec42aaa0512d223c67e4ea25'
        }
    },
    govulncheck: {
        recipe: 'module c5d5708f6a9f7372bedb20c8022379bf901bb92ba688f35a0bb45af13afb3400',
        sha256: {
            'linux/amd64': '42d3427d49940687e505b9140510d71c85952e836929fca16156b59f2e3f4e74',
            'linux/arm64': 'a0e4525439961f51ec98cf07cb6a1ed42609927848bc991c45b25f4b9fd3d112',
            'darwin/arm64': 'a72a4fb887ad78885d8b7a2ed5e8a1a45e379226f0dc3a1225382ca6320df8c6',
            'darwin/amd64': '73e27c8a26014ced2b8a54718788591f224957ffb97c7296e024ec1521b93696',
            'windows/amd64': 'a7477ab0aab52701a8d501143cc6d7d15bbab20980bd3da10d03885901bcd89f'
        }
    },
    kind: {
        recipe: 'module 3db794dbbcbeb2b38e4c3062cd0f2a096ab4b2154d60dd945bf1a9db5be85279',
        sha256: {
            'linux/amd64': '3698025316ec45d33ecfc0b8ac6d807044c011c8f5911607f557e63fddea0ffc'
        }
    },
    'kubernetes v1.34.4': {
        recipe: 'module 224f02f008341327d678def97a5a16bd40d84936738c43bb7872174f2c9a8ee7',
        sha256: {
            'linux/amd64': '558e86138fab9a425cb8646aef14f54df53aba343b2e9efd06c0c95a7c997731'
        }
    },
    'kubernetes v1.36.4': {
        recipe: 'module 0df6b4f235aa433c319c25deeab1c61862a9fd14bae103f770285c91a53ed2c9',
        sha256: {
            'linux/amd64': '598eede1d0737d707802aeba6a490347c5f5e8506bf215bb0d1000b7b5b2e83e'
        }
    },
    'kubernetes v1.37.1': {
        recipe: 'module 53b306c76898c571aefcbb9e4aaa689484540ba85bc5947bc6b61bd9cd2470bb',
        sha256: {
            'linux/amd64': '0b0004a4febf3ba88e6a6eb317f3ff0d80b2fe86f76ab48b6960d99593f5f248'
        }
    }
};

;// CONCATENATED MODULE: ./src/adapters/toolchain/module-build.ts











const KUBE_TOOLS = [
    'etcd',
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
    'kubectl'
];
const KUBE_PROGRAM = 'kube-multi';
const FLAGS = ['-trimpath', '-buildvcs=false', '-gcflags=all=-dwarf=false', '-v'];
const digestParts = (...parts) => `module ${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex')}`;
const makeInstallRecipe = (name, pin, main, says = { [name]: pin.version }) => ({
    pin,
    program: name,
    links: [],
    says,
    digest: digestParts(pins/* DEFAULT_GO */.zt, pin.sum, ...FLAGS),
    built: BUILT[name]?.sha256 ?? {},
    build: async (go, scratch, out, by, signal) => {
        const { database } = await fetchModule(pin, go, scratch, by, signal);
        by.note(`compiling ${name} ${pin.version} (${pin.cost})`);
        const args = ['install', ...FLAGS, '-ldflags=-s -w', `${main}@${pin.version}`];
        await compileTools(go, args, { scratch, cwd: scratch, out }, by, signal);
        return describeVouching(pin, go, database);
    }
});
const cosignRecipe = makeInstallRecipe('cosign', pins/* COSIGN */.s2.module, `${pins/* COSIGN */.s2.module.path}/cmd/cosign`);
const kindRecipe = makeInstallRecipe('kind', pins/* KIND */.Nd.module, pins/* KIND */.Nd.module.path);
const apidiffRecipe = makeInstallRecipe('apidiff', pins/* APIDIFF */._G, `${pins/* APIDIFF */._G.path}/cmd/apidiff`, {});
const govulncheckRecipe = makeInstallRecipe('govulncheck', pins/* GOVULNCHECK */.uw, `${pins/* GOVULNCHECK */.uw.path}/cmd/govulncheck`, {});
const makeKubernetesRecipe = (kubernetes) => ({
    pin: kubernetes.module,
    program: KUBE_PROGRAM,
    links: KUBE_TOOLS,
    says: {
        etcd: kubernetes.etcd,
        'kube-apiserver': kubernetes.version,
        'kube-controller-manager': kubernetes.version,
        'kube-scheduler': kubernetes.version,
        kubectl: kubernetes.version
    },
    digest: digestParts(pins/* DEFAULT_GO */.zt, kubernetes.module.sum, KUBE_MAIN, makeKubeLinkerFlags(kubernetes), ...FLAGS),
    built: BUILT[`kubernetes ${kubernetes.version}`]?.sha256 ?? {},
    build: (go, scratch, out, by, signal) => buildKubernetes({ kubernetes, main: KUBE_MAIN, path: (0,external_node_path_.join)(out, KUBE_PROGRAM) }, go, scratch, by, signal)
});
async function buildKubernetes({ kubernetes, main, path }, go, scratch, by, signal) {
    const pin = kubernetes.module;
    const { own, dir, database } = await fetchModule(pin, go, scratch, by, signal);
    const root = (0,external_node_path_.join)(scratch, 'kube');
    const sums = await by.files.read((0,external_node_path_.join)(dir, 'go.sum'));
    await by.files.write((0,external_node_path_.join)(root, 'go.mod'), makeKubeGoMod(own, pin.version));
    await by.files.write((0,external_node_path_.join)(root, 'go.sum'), sums ?? '');
    await by.files.write((0,external_node_path_.join)(root, 'cp', 'main.go'), main);
    by.note(`compiling Kubernetes ${pin.version} (${pin.cost})`);
    const flags = [...FLAGS, `-ldflags=${makeKubeLinkerFlags(kubernetes)}`];
    const args = ['build', '-mod=mod', ...flags, '-o', path, './cp'];
    await compileTools(go, args, { scratch, cwd: root, out: (0,external_node_path_.dirname)(path) }, by, signal);
    return describeVouching(pin, go, database);
}
const describeVouching = (pin, go, database) => `built by ${go.version} from ${pin.path}@${pin.version} with the pinned sum ${pin.sum}; ` +
    `all its modules checked against ${database}`;
async function fetchModule(pin, go, cwd, { processes, env, note }, signal) {
    demandChecksumDatabase(env, [pin.path]);
    const run = (...args) => processes.run([go.path, ...args], { cwd, env: makeToolGoEnv(env), signal, onLine: (line) => note(line) });
    note(`fetching ${pin.path}@${pin.version}`);
    const module = `${pin.path}@${pin.version}`;
    await run('mod', 'download', module).catch((cause) => {
        signal.throwIfAborted();
        throw explainFetchFailure(module, cause);
    });
    const found = JSON.parse((await run('mod', 'download', '-json', module)).stdout);
    const sum = (0,base_json/* readTextAt */.Tw)(found, 'Sum');
    if (sum !== pin.sum) {
        throw new errors/* Failure */.H('verification', `${module} has the sum ${sum}, not the pinned ${pin.sum}`, {
            hint: 'Do not use it: the module proxy or the module cache serves something else than was published.'
        });
    }
    const own = parseGoModJson((await run('mod', 'edit', '-json', (0,base_json/* readTextAt */.Tw)(found, 'GoMod'))).stdout);
    const database = demandChecksumDatabase(env, own.Require.map(({ Path }) => Path));
    return { own, dir: (0,base_json/* readTextAt */.Tw)(found, 'Dir'), database };
}
const MIB = 1024 ** 2;
const collectLate = (memory) => ({
    GOGC: 'off',
    GOMEMLIMIT: `${Math.round(Math.min(Math.max(memory / 2 / MIB, 700), 4096))}MiB`
});
const measureMemory = () => Math.min((0,external_node_os_.totalmem)(), process.constrainedMemory() || Infinity);
async function compileTools(go, args, { scratch, cwd, out }, { processes, fs, env, note, cross }, signal) {
    let compiled = 0;
    const onLine = (line) => {
        if (line.startsWith('go: '))
            return note(line.slice('go: '.length));
        compiled += 1;
        if (compiled % 20 === 0)
            note(`${compiled} packages compiled, at ${line}`);
    };
    const tmp = (0,external_node_path_.join)(scratch, 'tmp');
    await fs.mkdir(tmp, { recursive: true });
    await fs.mkdir(out, { recursive: true });
    const path = (0,external_node_path_.join)(scratch, 'path');
    const place = cross ? { GOPATH: path, GOOS: cross.os, GOARCH: cross.arch } : { GOBIN: out };
    const build = makeToolGoEnv(env, { ...place, GOTMPDIR: tmp, ...collectLate(measureMemory()) });
    await processes.run([go.path, ...args], { cwd, env: build, signal, onLine }).catch((cause) => {
        signal.throwIfAborted();
        const failure = explainFetchFailure('a module', cause);
        throw failure.kind === 'verification' ? failure : cause;
    });
    if (cross && args[0] === 'install')
        await fs.cp((0,external_node_path_.join)(path, 'bin', `${cross.os}_${cross.arch}`), out, { recursive: true });
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/wanted.ts



function findWantedTool(name, version, platform) {
    const target = `${platform.os}/${platform.arch}`;
    switch (name) {
        case 'cosign':
            return findSingleTool(name, pins/* COSIGN */.s2, cosignRecipe, version, target);
        case 'kind':
            return findSingleTool(name, pins/* KIND */.Nd, kindRecipe, version, target);
        case 'apidiff':
            return makeBuiltTool(name, apidiffRecipe);
        case 'govulncheck':
            return makeBuiltTool(name, govulncheckRecipe);
        default:
            return findKubernetesTool(name, version, platform.os, target);
    }
}
const makeBuiltTool = (name, recipe) => ({
    name,
    version: recipe.pin.version,
    says: recipe.pin.version,
    fitting: undefined,
    module: { cachedAs: `slipway-${name}`, recipe }
});
function findSingleTool(name, pin, recipe, version, target) {
    if (version !== undefined && version !== pin.version) {
        throw new errors/* Failure */.H('input', `${name} ${version} is not pinned`, { hint: `Leave it out to get ${pin.version}.` });
    }
    const download = pin.downloads[target];
    return {
        name,
        version: pin.version,
        says: pin.version,
        fitting: { range: pin.machine },
        module: { cachedAs: `slipway-${name}`, recipe },
        ...(download && { download })
    };
}
function findKubernetesTool(name, minor, os, target) {
    const offered = Object.keys(pins/* KUBERNETES */.pS);
    const chosen = minor ?? offered[0] ?? '';
    const pin = Object.hasOwn(pins/* KUBERNETES */.pS, chosen) ? pins/* KUBERNETES */.pS[chosen] : undefined;
    if (pin === undefined) {
        throw new errors/* Failure */.H('input', `Kubernetes ${chosen} is not pinned`, { hint: `Offered: ${offered.join(', ')}.` });
    }
    const download = name === 'kubectl' ? pin.kubectl[target] : undefined;
    return {
        name,
        version: pin.version,
        says: name === 'etcd' ? pin.etcd : pin.version,
        fitting: name === 'etcd' ? { range: pins/* ETCD_MACHINE */.z3 } : { minor: chosen },
        ...(download && { download }),
        ...(pins/* KUBERNETES_OS */.ew.includes(os) && {
            module: { cachedAs: 'slipway-kubernetes', recipe: makeKubernetesRecipe(pin) }
        })
    };
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/toolchain.ts














const FILE_LIMIT = limits/* LIMITS */.b1.tool.most;
function toolchain(parts, lookUp = findWantedTool, goSums) {
    const gos = makeSharing();
    const tools = makeSharing();
    const kept = openEntries(parts);
    const compiling = (0,p_limit/* default */.A)(1);
    const secretly = () => (parts.pathTools?.().holdsSecret ? ' beside a secret' : '');
    const go = (version, signal) => gos(`${version}${secretly()}`, signal, (inner) => findGo(version, parts, inner, goSums));
    const target = (0,toolchain_platform/* translateToGo */.M)(parts.platform);
    const { os, arch } = target;
    const pinnedGo = (signal) => (goSums ?? pins/* GO_SUMS */.sh)[`${os}-${arch}`] === undefined
        ? go(pins/* DEFAULT_GO */.zt, signal)
        : gos('pinned', signal, (inner) => bootstrap(parts, inner, goSums));
    const listWays = (wanted) => {
        const compile = { go, pinnedGo, compiling };
        const all = [makeDownloadWay(wanted, parts), makeModuleWay(wanted, parts, compile)].filter((way) => way !== undefined);
        const ways = secretly() ? all.filter(({ sha256 }) => sha256 !== undefined) : all;
        if (all.length === 0)
            return { ways, reasons: [`nothing is pinned for ${os}/${arch}`] };
        const unpinned = `no digest of what its module makes is pinned for ${os}/${arch}, which counts beside a secret`;
        return { ways, reasons: ways.length < all.length ? [unpinned] : [] };
    };
    const findHere = async (ways, signal) => {
        for (const way of ways) {
            const found = await kept.find(way, signal);
            if (found !== undefined)
                return found;
        }
        return undefined;
    };
    const obtain = async (wanted, signal) => {
        const machine = await findOnMachine(wanted, parts, signal);
        if (typeof machine !== 'string')
            return machine;
        const { ways, reasons: passed } = listWays(wanted);
        const reasons = [machine, ...passed];
        const here = await findHere(ways, signal);
        if (here !== undefined)
            return makeTool(wanted, here, parts.platform);
        for (const way of ways) {
            try {
                return makeTool(wanted, await kept.make(way, signal), parts.platform);
            }
            catch (cause) {
                signal.throwIfAborted();
                if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'environment')
                    throw cause;
                reasons.push(cause.message);
                parts.note(cause.message);
            }
        }
        throw new errors/* Failure */.H('environment', `${wanted.name} ${wanted.version} cannot be had: ${reasons.join('; ')}`, {
            code: 'tool-unavailable',
            hint: adviseOn(wanted, passed.length > 0 && ways.length === 0)
        });
    };
    const present = async (name, version, signal) => {
        if (name === 'go')
            return await findGoHere(version ?? pins/* DEFAULT_GO */.zt, parts, signal);
        const wanted = lookUp(name, version, target);
        const machine = await findOnMachine(wanted, parts, signal);
        if (typeof machine !== 'string')
            return machine;
        const found = await findHere(listWays(wanted).ways, signal);
        return found && makeTool(wanted, found, parts.platform);
    };
    return {
        go,
        present,
        tool: async (name, version, signal) => {
            const wanted = lookUp(name, version, target);
            return tools(`${name} ${wanted.version}${secretly()}`, signal, (inner) => obtain(wanted, inner));
        }
    };
}
function adviseOn({ name, fitting }, unpinned) {
    const onPath = `Put ${name} ${fitting ? (0,machine/* describeFitting */.H_)(fitting) : ''} on PATH`;
    if (unpinned && fitting)
        return `${onPath} and name it with its SHA-256 (path-tools), or run this in a job without secrets.`;
    if (unpinned)
        return 'Run this in a job without secrets, or on a platform that docs/tools.md lists a digest for.';
    return fitting ? `${onPath}, or let the network reach one of these.` : 'Let the network reach the module proxy.';
}
async function findGoHere(version, parts, signal) {
    try {
        return await findGo(version, { ...parts, env: { ...parts.env, GOPROXY: 'off' } }, signal);
    }
    catch (cause) {
        if (cause instanceof errors/* Failure */.H && cause.kind === 'environment')
            return undefined;
        throw cause;
    }
}
function makeDownloadWay({ name, version, says, download: pin }, parts) {
    if (pin === undefined)
        return undefined;
    const { url, sha256 } = pin;
    const program = (0,toolchain_platform/* formatProgramName */.N)(name, parts.platform);
    const vouched = `${url} with the pinned sha256 ${sha256}`;
    return {
        entry: { name: `slipway-${name}-release`, version: dropLeadingV(version), arch: parts.platform.arch },
        source: 'download',
        ...{ program, links: [], recipe: `download ${sha256}`, sha256 },
        says: { [name]: says },
        vouch: () => `${vouched}; digest checked again in the tool cache`,
        make: async (out, _scratch, signal) => {
            parts.note(`downloading ${name} ${version}`);
            await (0,download/* downloadFile */.P)({ url, sha256, limit: FILE_LIMIT, mode: 0o755 }, (0,external_node_path_.join)(out, program), parts, signal);
            return vouched;
        }
    };
}
function makeModuleWay({ module }, parts, { go, pinnedGo, compiling }) {
    if (module === undefined)
        return undefined;
    const { recipe, cachedAs } = module;
    const { os, arch } = (0,toolchain_platform/* translateToGo */.M)(parts.platform);
    const sha256 = recipe.built[`${os}/${arch}`];
    const { path, version, sum } = recipe.pin;
    return {
        entry: { name: cachedAs, version: nameBuild(recipe), arch: parts.platform.arch },
        source: 'module',
        program: (0,toolchain_platform/* formatProgramName */.N)(recipe.program, parts.platform),
        ...{ links: recipe.links, recipe: recipe.digest, says: recipe.says },
        ...(sha256 !== undefined && { sha256 }),
        vouch: (told) => sha256 === undefined
            ? `from the tool cache, where its record says: ${told}; nothing pinned vouches for its bytes`
            : `sha256 ${sha256} checked in the tool cache: pinned as what ${pins/* DEFAULT_GO */.zt} builds from ${path}@${version} (${sum})`,
        make: (out, scratch, signal) => compiling(async () => {
            signal.throwIfAborted();
            const compiler = await (sha256 === undefined ? go(pins/* DEFAULT_GO */.zt, signal) : pinnedGo(signal));
            const vouched = await recipe.build(compiler, scratch, out, parts, signal);
            return sha256 === undefined ? vouched : `${vouched}; the program has the pinned sha256 ${sha256}`;
        })
    };
}
function nameBuild({ pin, digest }) {
    const version = dropLeadingV(pin.version);
    const recipe = (0,external_node_crypto_.createHash)('sha256').update(digest).digest('hex').slice(0, 12);
    return `${version}${version.includes('-') ? '.' : '-'}r${recipe}`;
}
const dropLeadingV = (version) => version.replace(/^v/, '');
const makeTool = ({ name, says }, { folder, source, vouched, sha256 }, platform) => ({
    ...{ name, version: says, source, vouched, sha256 },
    path: (0,external_node_path_.join)(folder, (0,toolchain_platform/* formatProgramName */.N)(name, platform))
});
async function findOnMachine({ name, fitting }, parts, signal) {
    if (fitting === undefined || name === 'apidiff' || name === 'govulncheck')
        return 'one on PATH would not say which version it is';
    const path = await (0,machine/* findOnPath */.aY)(name, parts.env, parts.platform);
    if (path === undefined)
        return 'not on PATH';
    const naming = await checkNaming(name, path, parts);
    if ('passed' in naming)
        return naming.passed;
    const { sha256 } = naming;
    try {
        const version = await (0,machine/* askVersion */.qN)(parts.processes.run, name, path, parts.env, signal);
        if (!(0,machine/* fits */.lA)(version, fitting))
            return `on PATH as ${version}, not ${(0,machine/* describeFitting */.H_)(fitting)}`;
        const checked = sha256 === undefined ? 'no digest checked' : `with the sha256 ${sha256} that path-tools names`;
        const vouched = `on PATH, says it is ${version} (${(0,machine/* describeFitting */.H_)(fitting)} wanted); ${checked}`;
        return { name, version, path, source: 'machine', vouched, ...(sha256 !== undefined && { sha256 }) };
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!(cause instanceof errors/* Failure */.H))
            throw cause;
        return `on PATH, but ${cause.message}`;
    }
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/used.ts
function rememberTools(toolchain) {
    const used = new Map();
    const remember = (tool) => {
        used.set(`${tool.name} ${tool.version}`, tool);
        return tool;
    };
    return {
        go: async (version, signal) => remember(await toolchain().go(version, signal)),
        tool: async (name, version, signal) => remember(await toolchain().tool(name, version, signal)),
        used: () => [...used.values()]
    };
}

// EXTERNAL MODULE: ./src/base/once.ts
var once = __nccwpck_require__(47480);
// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __nccwpck_require__(51120);
// EXTERNAL MODULE: ./src/evidence/invocation.ts
var invocation = __nccwpck_require__(6515);
// EXTERNAL MODULE: ./src/go/inspect/traces.ts
var traces = __nccwpck_require__(7703);
// EXTERNAL MODULE: ./src/config/slipway-version.ts
var slipway_version = __nccwpck_require__(76618);
// EXTERNAL MODULE: ./src/plan/isolation.ts
var isolation = __nccwpck_require__(62087);
;// CONCATENATED MODULE: ./src/plan/surroundings.ts


function readSurroundings(env, event, host) {
    const set = (...names) => names.every((name) => Boolean(env[name]));
    const startedFor = (0,platforms/* detectPlatform */.li)(env)?.startedFor?.(env);
    return {
        event,
        ...(startedFor !== undefined && { startedFor }),
        hasKey: set('COSIGN_PRIVATE_KEY'),
        hasEmptyKey: env['COSIGN_PRIVATE_KEY'] === '',
        hasPassword: set('COSIGN_PASSWORD'),
        hasIdentity: set('ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN') || set('SIGSTORE_ID_TOKEN'),
        secrets: listSecretVariables(env),
        platform: platforms/* PLATFORMS */.P4.find(({ knowsProject }) => knowsProject(env))?.name,
        vulnerabilityDatabase: (env['GOVULNDB'] ?? '').trim(),
        host
    };
}

// EXTERNAL MODULE: ./src/config/variables.ts
var variables = __nccwpck_require__(79183);
;// CONCATENATED MODULE: ./src/facts/build-variables.ts


const SHORT = 6;
const LONGEST = 2000;
function readBuildVariables(env, names, secrets) {
    const absent = names.filter((name) => !env[name]);
    if (absent.length > 0)
        throw (0,variables/* makeAbsentFailure */.uG)(absent);
    return Object.fromEntries(names.map((name) => {
        const value = env[name] ?? '';
        if (secrets.some((secret) => value === secret || (secret.length >= SHORT && value.includes(secret))))
            throw new errors/* Failure */.H('input', `slipway.yaml names {env.${name}}, and its value holds a secret of this job`, {
                hint: 'Everybody can read what is in a program: take it out of the flags.'
            });
        if (value.length > LONGEST || /\p{Cc}/u.test(value))
            throw new errors/* Failure */.H('input', `slipway.yaml names {env.${name}}, and its value is longer than ${LONGEST} characters or more than one line`, { hint: 'Set it to a short text without line breaks.' });
        return [name, value];
    }));
}

;// CONCATENATED MODULE: ./src/wiring.ts




































function wireContext({ env, cwd, host, print, signal, read }, parts) {
    const { toolCache = openPlainToolCache, query, fs = promises_, fetch = (0,outgoing/* chooseFetch */.G)(env), change = (context) => context } = parts;
    const own = parts.processes ?? (0,machine_process/* processes */.uF)();
    const platform = { os: process.platform, arch: process.arch };
    const note = (0,line/* noteOn */.k9)(host);
    const now = () => new Date();
    const files = (root) => (0,disk/* disk */.E9)(root, fs);
    const scratchFiles = files((0,external_node_os_.tmpdir)());
    const ownLoopback = (0,loopback/* loopback */.u)(scratchFiles);
    let made;
    const surroundings = readSurroundings(env, (0,platforms/* readEvent */.j_)(env, readPayload(env['GITHUB_EVENT_PATH'])), (0,toolchain_platform/* translateToGo */.M)(platform));
    let signs = false;
    const pathTools = () => ({
        holdsSecret: signs || (0,isolation/* holdsSecret */.hK)(surroundings, read('token')?.text ?? '') || (read('sign-key')?.text ?? '') !== '',
        named: inputs/* INPUTS */.m['path-tools'].parse(read('path-tools')?.text ?? '')
    });
    const tools = () => (made ??= toolchain({
        processes: own,
        files: scratchFiles,
        fs,
        cache: toolCache(locateToolCache(env, platform.os), fs, (line) => host.warn(line)),
        fetch,
        env,
        platform,
        note,
        pathTools
    }));
    const recorded = rememberTools(tools);
    const cosign = async (files) => ({
        cosign: (await recorded.tool('cosign', undefined, signal)).path,
        processes: own,
        files,
        env,
        fetch,
        mask: (token) => host.mask(token),
        note: (line) => host.warn(line)
    });
    const means = (files) => ({
        ...{ env, cwd, files, fetch },
        mask: (secret) => host.mask(secret),
        warn: (line) => host.warn(line)
    });
    const caller = (token) => ({ env, cwd, token, fetch, host });
    const sweeping = { processes: own, env, platform, note };
    const claiming = { home: cwd, temporary: (0,external_node_os_.tmpdir)(), fs, sweepMarked: () => sweepMarked((0,external_node_os_.tmpdir)(), sweeping, signal) };
    const isolated = (0,once/* callOnce */.q)(async () => {
        const { sandboxes, listSecretFolders } = await __nccwpck_require__.e(/* import() */ 7295).then(__nccwpck_require__.bind(__nccwpck_require__, 27295));
        return sandboxes({
            ...{ processes: own, files: scratchFiles, loopback: ownLoopback, platform: platform.os },
            hides: listSecretFolders(env, [cwd, locateToolCache(env, platform.os)]),
            sudo: env['RUNNER_ENVIRONMENT'] === 'github-hosted'
        });
    });
    return change({
        cwd,
        host,
        signal,
        now,
        print,
        surroundings,
        invocation: (0,invocation/* describeInvocation */.a)(env, slipway_version/* SLIPWAY */.k, now().toISOString(), (0,external_node_crypto_.randomUUID)()),
        processes: own,
        query: query ?? own.run,
        deflate: deflateInThreads(),
        unpack: unpackLater,
        fingerprint: async (signing) => (await loadSignatures()).computeFingerprint(means(scratchFiles), signing),
        files,
        ownFiles: (root) => (0,own_disk/* ownDisk */.o)(root, fs),
        refuseForeignPath: (folder) => (0,own_folder/* refuseForeignPath */.OE)(folder, cwd, fs),
        caches: parts.caches,
        scratchFiles,
        claim: (folder) => claimFolder(folder, claiming),
        sweepScratch: async () => void (await (0,lock/* sweepFiles */.W9)((0,external_node_os_.tmpdir)(), { deep: false, fs, keep: isMark })),
        buildEnv: (folder) => (0,environment/* makeBuildEnvironment */.IQ)(env, folder),
        gitEnv: (folder) => (0,environment/* makeCloneEnvironment */.zv)(env, folder),
        variables: (names) => readBuildVariables(env, names, listJobSecrets(env, read('token')?.text ?? '')),
        loopback: ownLoopback,
        sandboxes: {
            isolation: async () => (await isolated()).isolation(),
            open: async (given) => (await isolated()).open(given)
        },
        toolchain: recorded,
        present: (name, version) => tools().present(name, version, signal),
        usedTools: () => recorded.used(),
        provider: async (asked, pods) => {
            const { chooseProvider } = await __nccwpck_require__.e(/* import() */ 729).then(__nccwpck_require__.bind(__nccwpck_require__, 729));
            const mask = (secret) => host.mask(secret);
            const looking = { run: own.run, env, cwd, platform, files: scratchFiles, signal, mask };
            return chooseProvider({ ...asked, pods }, looking);
        },
        clustersAtOnce: (plan) => (plan ? (0,providers/* countClustersAtOnce */.Vj)(plan.provider, measureFreeMemory()) : 1),
        clusters: (files, out, plan) => {
            const logs = (0,external_node_path_.join)(out, 'logs');
            return openClusters(plan, { ...sweeping, toolchain: recorded, processes: own, files, temporary: scratchFiles, logs }, host);
        },
        preflightSigning: async (signing, files) => {
            signs ||= signing.mode !== 'rehearsal';
            await (await loadSignatures()).preflightSigning(means(files), signing, signal);
        },
        signer: async (signing, files, publicKey) => (await loadSignatures()).chooseSigner(await cosign(files), signing, cwd, publicKey),
        preflightTrust: async (expected, files, root) => (await loadSignatures()).refuseUnusableTrust({ files, env, cwd }, expected, root),
        verifier: async (expected, files, root) => {
            const { chooseVerifier, refuseUnusableTrust } = await loadSignatures();
            await refuseUnusableTrust({ files, env, cwd }, expected, root);
            return chooseVerifier(await cosign(files), expected, cwd, root);
        },
        downloaderLines: formatDownloaderLines,
        publisher: (to, token, files) => findDestination(to, caller(token)).open(files, fs),
        async releaseAt(url, token, files) {
            const { destination, tag, repository } = locateRelease(url, caller(token));
            return { publisher: await destination.open(files, fs), tag, on: destination.on, repository };
        },
        repositoryOf: (to) => findDestination(to, caller('')).repository(),
        confirm: (question) => askToConfirm(question, process, signal),
        traces: (root, tracked, go) => (0,traces/* listTraces */.b)({ root, tracked, go, goRoot: (0,external_node_path_.resolve)(go.path, '..', '..'), temporary: (0,external_node_os_.tmpdir)() })
    });
}
const loadSignatures = async () => await __nccwpck_require__.e(/* import() */ 8580).then(__nccwpck_require__.bind(__nccwpck_require__, 38580));
const unpackLater = async function* (path, most) {
    yield* (await Promise.all(/* import() */[__nccwpck_require__.e(6118), __nccwpck_require__.e(663), __nccwpck_require__.e(7022)]).then(__nccwpck_require__.bind(__nccwpck_require__, 67022))).unpack(path, most);
};

;// CONCATENATED MODULE: ./src/main.ts








const BUG = 'bug';
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const CRASH_MS = 20_000;
async function main(ask, makeHost, { print, json: wanted = false }, parts = {}) {
    const stop = new AbortController();
    const secrets = (0,secret/* makeHiding */.S)();
    let json = wanted;
    let host = secrets.from(makeHost(json));
    let context;
    const ended = (signal) => {
        if (stop.signal.aborted)
            process.exit(128 + external_node_os_.constants.signals[signal]);
        stop.abort(new errors/* Failure */.H('environment', `stopped by ${signal}`, {
            code: 'interrupted',
            hint: 'The next run goes on from here.'
        }));
    };
    const crashes = [];
    let late;
    const say = (error) => reportFailure(error, host, secrets.hide, json ? print : undefined);
    const crashed = (error) => {
        if (crashes.push(error) > 1)
            process.exit(1);
        stop.abort(error);
        late = setTimeout(() => void say(error).finally(() => process.exit(1)), CRASH_MS);
    };
    process.on('uncaughtException', crashed);
    for (const signal of SIGNALS)
        process.on(signal, ended);
    process.on('exit', () => context?.processes.killAll());
    try {
        const request = ask();
        if ('print' in request) {
            print(request.print);
            return 0;
        }
        json = request.read('json')?.text === 'true';
        host = secrets.from(makeHost(json));
        const { command } = request;
        context = wireContext({ env: process.env, cwd: process.cwd(), host, print, signal: stop.signal, read: request.read }, parts);
        for (const secret of listJobSecrets(process.env, request.read('token')?.text ?? ''))
            host.mask(secret);
        const carryOut = await loadCommand(command);
        const status = (await carryOut(request, context)) ?? 0;
        return crashes.length ? await say(crashes[0]) : status;
    }
    catch (error) {
        return await say(crashes.length ? crashes[0] : error);
    }
    finally {
        await context?.processes.stopAll().catch((error) => host.warn(String(error)));
        clearTimeout(late);
        process.off('uncaughtException', crashed);
        for (const signal of SIGNALS)
            process.off(signal, ended);
    }
}
async function loadCommand(command) {
    switch (command) {
        case 'verify':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(7873), __nccwpck_require__.e(2653), __nccwpck_require__.e(3613)]).then(__nccwpck_require__.bind(__nccwpck_require__, 63613))).runVerify;
        case 'publish':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(7873), __nccwpck_require__.e(2653), __nccwpck_require__.e(1464), __nccwpck_require__.e(1973)]).then(__nccwpck_require__.bind(__nccwpck_require__, 62922))).runPublish;
        case 'yank':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(7873), __nccwpck_require__.e(2642)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72642))).runYank;
        case 'crds':
            return (await __nccwpck_require__.e(/* import() */ 5548).then(__nccwpck_require__.bind(__nccwpck_require__, 25548))).runCrds;
        case 'schema':
            return (await __nccwpck_require__.e(/* import() */ 9383).then(__nccwpck_require__.bind(__nccwpck_require__, 89383))).runSchema;
        case 'doctor':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(7873), __nccwpck_require__.e(4898), __nccwpck_require__.e(8434)]).then(__nccwpck_require__.bind(__nccwpck_require__, 44915))).runDoctor;
        case 'init':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(5610)]).then(__nccwpck_require__.bind(__nccwpck_require__, 65610))).runInit;
        case 'auto':
        case 'plan':
        case 'build':
        case 'gate':
        case 'release':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(7873), __nccwpck_require__.e(4898), __nccwpck_require__.e(2653), __nccwpck_require__.e(5407), __nccwpck_require__.e(1464), __nccwpck_require__.e(6228), __nccwpck_require__.e(5312)]).then(__nccwpck_require__.bind(__nccwpck_require__, 16228))).runPipelineCommand;
    }
}
async function reportFailure(error, host, hide, print) {
    const { composeFailure } = await Promise.all(/* import() */[__nccwpck_require__.e(5407), __nccwpck_require__.e(4764)]).then(__nccwpck_require__.bind(__nccwpck_require__, 55407));
    await host.summary(composeFailure(error));
    if (!(error instanceof errors/* Failure */.H)) {
        print?.(formatErrorJson({ code: BUG, kind: BUG, exit: 1, message: hide(String(error)), hint: null }));
        const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
        host.error(`this is a bug in Slipway: ${hide(told)}`);
        return 1;
    }
    const said = typeof error.cause === 'string' && error.cause.trim() !== '' ? error.cause : undefined;
    if (said)
        host.quote('what the tool said', said);
    host.error(error.hint ? `${error.message}\n${error.hint}` : error.message);
    const { code, kind, hint = null } = error;
    print?.(formatErrorJson({ code, kind, exit: errors/* EXIT */.d[kind], message: hide(error.message), hint: hint && hide(hint) }));
    return errors/* EXIT */.d[kind];
}
const formatErrorJson = (error) => (0,base_json/* printJson */.Q2)({ error });


/***/ }),

/***/ 37964:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ CLUSTER_PROVIDERS),
/* harmony export */   L: () => (/* binding */ findClusterProvider)
/* harmony export */ });
const CLUSTER_PROVIDERS = [
    {
        name: 'control-plane',
        clusters: 'processes on this machine with simulated pods',
        pods: 'simulated',
        ours: true,
        tool: { name: 'kube-apiserver', perKubernetes: true }
    },
    {
        name: 'kind',
        clusters: 'a cluster in containers',
        pods: 'run',
        ours: true,
        tool: { name: 'kind', perKubernetes: false }
    },
    { name: 'kubeconfig', clusters: 'a cluster that already runs', pods: 'no image', ours: false }
];
const findClusterProvider = (name) => {
    const found = CLUSTER_PROVIDERS.find((provider) => provider.name === name);
    if (!found)
        throw new Error(`there is no provider ${name}`);
    return found;
};


/***/ }),

/***/ 47038:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ CRD_SETS),
/* harmony export */   Z: () => (/* binding */ OWN)
/* harmony export */ });
const CRD_SETS = ['all', 'sdk-main', 'controller-sdk', 'linkerd', 'osm'];
const OWN = 'own';


/***/ }),

/***/ 11983:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ takeWork)
/* harmony export */ });
const takeWork = (planned) => ('work' in planned ? planned.work[0] : undefined);


/***/ }),

/***/ 44119:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ PROVENANCE),
/* harmony export */   FZ: () => (/* binding */ COMPATIBILITY),
/* harmony export */   Hw: () => (/* binding */ findChainProblems),
/* harmony export */   bo: () => (/* binding */ TEST_RESULT),
/* harmony export */   dI: () => (/* binding */ BUNDLE),
/* harmony export */   e0: () => (/* binding */ MANIFEST),
/* harmony export */   r_: () => (/* binding */ findChain),
/* harmony export */   vM: () => (/* binding */ CHECKSUMS),
/* harmony export */   yZ: () => (/* binding */ SLSA)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(40766);

const CHECKSUMS = 'checksums.txt';
const BUNDLE = 'checksums.txt.sigstore.json';
const PROVENANCE = 'provenance.sigstore.json';
const COMPATIBILITY = 'compatibility.sigstore.json';
const MANIFEST = 'manifest.json';
const SLSA = 'https://slsa.dev/provenance/v1';
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';
function findChain(name, { checksums, byproducts }) {
    if (name === CHECKSUMS || name === PROVENANCE)
        return { chain: 'signature' };
    const listed = checksums.find((file) => file.name === name);
    if (listed)
        return { chain: 'checksums', sha256: listed.sha256 };
    const named = byproducts.find((file) => file.name === name);
    return named && { chain: 'provenance', sha256: named.sha256 };
}
function findChainProblems({ checksums, subjects, byproducts }, checksumsDigest) {
    const expected = [...checksums, { name: CHECKSUMS, sha256: checksumsDigest }];
    const says = (name) => subjects.find((file) => file.name === name)?.sha256;
    const twice = listRepeated([...expected, ...byproducts].map(({ name }) => name));
    return [
        ...expected
            .filter(({ name, sha256 }) => says(name) !== sha256)
            .map(({ name }) => `the provenance does not speak of this ${name}`),
        ...subjects
            .filter(({ name }) => !expected.some((file) => file.name === name))
            .map(({ name }) => `the provenance speaks of ${name}, which is in no checksums.txt`),
        ...listRepeated(subjects.map(({ name }) => name)).map((name) => `the provenance speaks of ${name} twice`),
        ...twice.map((name) => `${name} hangs on two chains`),
        ...byproducts
            .filter(({ name }) => /[\\/\p{Cc}]|^\.{0,2}$/u.test(name))
            .map(({ name }) => `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)} is no name of a file`),
        ...byproducts.filter(({ name }) => name === PROVENANCE).map(() => `${PROVENANCE} cannot vouch for itself`)
    ];
}
const listRepeated = (names) => [
    ...new Set(names.filter((name, i) => names.indexOf(name) !== i))
];


/***/ }),

/***/ 79121:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ refuseSizes),
/* harmony export */   NI: () => (/* binding */ fitNotes),
/* harmony export */   Q4: () => (/* binding */ MOST_FILES),
/* harmony export */   d3: () => (/* binding */ refuseNames),
/* harmony export */   rW: () => (/* binding */ refusePackageSizes)
/* harmony export */ });
/* unused harmony export LONGEST_NOTES */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40766);


const PLAIN = /^[A-Za-z0-9_+-][A-Za-z0-9._+-]*$/;
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const findNameProblem = (name) => {
    if (name.startsWith('.'))
        return 'starts with a dot';
    if (name.endsWith('.'))
        return 'ends with a dot';
    if (name.includes('..'))
        return 'has two dots in a row';
    if (!PLAIN.test(name))
        return 'has characters that not every place keeps';
    if (DEVICE.test(name))
        return 'is a device on Windows';
    return name.length > 200 ? 'is longer than 200 characters' : undefined;
};
function refuseNames(names) {
    const seen = new Map();
    const bad = [];
    for (const name of names) {
        const twin = seen.get(name.toLowerCase());
        seen.set(name.toLowerCase(), name);
        const why = findNameProblem(name) ?? (twin === undefined ? undefined : `falls together with ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(twin)}`);
        if (why !== undefined)
            bad.push(`${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(name)} ${why}`);
    }
    if (bad.length === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `names that cannot be published as they are: ${bad.join('; ')}`, {
        hint: 'Use letters, digits, "_", "+", "-" and single dots inside.'
    });
}
const MOST_FILES = 1000;
const LARGEST = 2 ** 31;
function refuseSizes(files) {
    if (files.length > MOST_FILES) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${files.length} files for one release; GitHub allows ${MOST_FILES}`, {
            hint: 'Build fewer targets, or pack files together.'
        });
    }
    const bad = files
        .filter(({ size }) => size === 0 || size >= LARGEST)
        .map(({ name, size }) => `${name} has ${size} bytes`);
    if (bad.length === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `files that GitHub refuses: ${bad.join('; ')}`, {
        hint: 'A file of a release has at least 1 byte and less than 2 GiB.'
    });
}
const LARGEST_PACKAGE = 5 * 1024 ** 3;
function refusePackageSizes(files) {
    const bad = files
        .filter(({ size }) => size === 0 || size > LARGEST_PACKAGE)
        .map(({ name, size }) => `${name} has ${size} bytes`);
    if (bad.length === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `files that GitLab refuses: ${bad.join('; ')}`, {
        hint: 'A file of a generic package has at least 1 byte and at most 5 GiB.'
    });
}
const LONGEST_NOTES = 125_000;
function fitNotes(notes, mark, longest = LONGEST_NOTES, platform = 'GitHub') {
    const last = mark === '' ? '' : `\n\n${mark}`;
    if (notes.length + last.length <= longest)
        return `${notes.trimEnd()}${last}`;
    const tail = `\n\n*(The rest of the notes is left out: they are longer than ${platform} allows.)*${last}`;
    const room = longest - tail.length - '\n```'.length;
    const end = notes.lastIndexOf('\n', room);
    const cut = notes.slice(0, end > 0 ? end : room).replace(/[\uD800-\uDBFF]$/, '');
    const fences = cut.match(/^```/gm)?.length ?? 0;
    return `${cut}${fences % 2 === 1 ? '\n```' : ''}${tail}`;
}


/***/ }),

/***/ 49587:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   hM: () => (/* binding */ parseWorkflow),
/* harmony export */   ve: () => (/* binding */ isSameRepository),
/* harmony export */   y4: () => (/* binding */ expectWorkflowAtTag)
/* harmony export */ });
const expectWorkflowAtTag = ({ url }, { workflows, tag, issuer }) => ({
    pattern: `^(?i:${escapeRegExp(url.replace(/^http:/, 'https:'))})${workflows}@refs/tags/${escapeRegExp(tag)}$`,
    issuer
});
const escapeRegExp = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
function parseWorkflow(identity) {
    const [, github, gitlab, ref] = /^(?:(https?:\/\/[^@]+?)\/\.github\/workflows\/[^@]+|(https?:\/\/[^@]+?)\/\/[^@]+)@(refs\/.+)$/.exec(identity) ?? [];
    const repository = github ?? gitlab;
    return repository === undefined || ref === undefined ? undefined : { repository, ref };
}
const isSameRepository = (a, b) => normalizeRepository(a) === normalizeRepository(b);
const normalizeRepository = (url) => url
    .toLowerCase()
    .replace(/^[a-z+]+:\/\/([^/@]*@)?/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');


/***/ }),

/***/ 85126:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   ZC: () => (/* binding */ whenReplaced),
/* harmony export */   Zm: () => (/* binding */ never),
/* harmony export */   a_: () => (/* binding */ whenMore),
/* harmony export */   al: () => (/* binding */ inOrder),
/* harmony export */   ar: () => (/* binding */ whenHigher),
/* harmony export */   eD: () => (/* binding */ whenLower),
/* harmony export */   eb: () => (/* binding */ whenFewer),
/* harmony export */   p5: () => (/* binding */ whenChanged),
/* harmony export */   rU: () => (/* binding */ whenNarrowed)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);

const listOf = (value) => (Array.isArray(value) ? value : []);
const holds = (list, item) => list.some((each) => (0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(each, item));
const never = () => false;
const whenChanged = (from, to) => !(0,node_util__WEBPACK_IMPORTED_MODULE_0__.isDeepStrictEqual)(from, to);
const whenReplaced = (from, to) => from !== undefined && whenChanged(from, to);
const whenFewer = (from, to) => listOf(from).some((item) => !holds(listOf(to), item));
const whenMore = (from, to) => whenFewer(to, from);
const whenNarrowed = (from, to) => listOf(from).length === 0 ? listOf(to).length > 0 : whenFewer(from, to);
const whenLower = (from, to) => !(Number(to) >= Number(from));
const whenHigher = (from, to) => !(Number(to) <= Number(from));
const inOrder = (...words) => (from, to) => words.indexOf(to) < words.indexOf(from);


/***/ }),

/***/ 62087:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   JW: () => (/* binding */ refuseUnisolated),
/* harmony export */   N2: () => (/* binding */ isolatePlan),
/* harmony export */   hK: () => (/* binding */ holdsSecret)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _model_planned_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(11983);


function isolatePlan(plan, isolation, holding) {
    refuseUnisolated('programs under test', plan, isolation, holding);
    return { ...plan, isolation };
}
function refuseUnisolated(what, plan, isolation, holding) {
    const secrets = isolation.by === 'none' ? listSecrets(plan, holding) : [];
    if (secrets.length === 0)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `${what} would run beside ${secrets.join(', ')}, and nothing keeps them apart here: ${isolation.why}`, {
        code: 'no-isolation',
        hint: 'Install bubblewrap on Linux, or prove in a job without secrets and release in another one: docs/security.md explains both.'
    });
}
const holdsSecret = ({ secrets, event }, token) => {
    const trusted = event.untrusted === undefined;
    return secrets.some(({ isToken }) => trusted || !isToken) || (trusted && token !== '');
};
function listSecrets({ signing, cluster }, { surroundings, token }) {
    const { secrets, event } = surroundings;
    const trusted = event.untrusted === undefined;
    const { mode, key } = (0,_model_planned_js__WEBPACK_IMPORTED_MODULE_1__/* .takeWork */ .n)(signing) ?? {};
    return [
        ...secrets.filter(({ isToken }) => trusted || !isToken).map(({ name }) => name),
        ...(token && trusted ? ['the token of the platform'] : []),
        ...(mode === 'key' && !key?.startsWith('env://') ? ['the signing key'] : []),
        ...(cluster?.provider === 'kubeconfig' ? ['the kubeconfig'] : [])
    ];
}


/***/ }),

/***/ 7196:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  KK: () => (/* binding */ SUITES),
  rK: () => (/* binding */ UNSAID),
  gQ: () => (/* binding */ findSuite)
});

// EXTERNAL MODULE: ./src/base/json.ts
var json = __nccwpck_require__(23659);
// EXTERNAL MODULE: ./src/model/weaker.ts
var weaker = __nccwpck_require__(85126);
;// CONCATENATED MODULE: ./src/suites/suite.ts
function planOnEach({ minors }, trialsOn) {
    const all = minors();
    return all.length > 0 ? { trials: all.flatMap(trialsOn) } : { unproved: 'kubernetes is none' };
}
const nameBaseline = ({ baseline }) => 'skip' in baseline ? null : { tag: baseline.tag, commit: baseline.commit };

;// CONCATENATED MODULE: ./src/suites/crd/suite.ts



const crd = {
    name: 'crd',
    auto: 'when the repository holds CRDs',
    settings: {
        key: 'crds',
        none: { samples: [], apply: 'client-side' },
        schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(3500)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43500))).crds,
        weaker: { files: weaker/* whenNarrowed */.rU }
    },
    fits: ({ crds }) => crds.length > 0,
    needs: () => ['crds'],
    plan({ minors, crds, baseline }, { apply }) {
        if ('skip' in baseline)
            return { unproved: `there is no baseline: ${baseline.skip}` };
        if (crds.length === 0)
            return { unproved: 'no file of the repository holds CRDs' };
        return planOnEach({ minors }, (kubernetes) => [
            { kubernetes, with: { baseline: nameBaseline({ baseline }), ...(apply === 'server-side' && { apply }) } }
        ]);
    },
    async run(trial, tools, signal) {
        const [{ parseObjects }, { kustomizeCrds }, { sortSamples }] = await Promise.all([
            Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(2174)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72174)),
            Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(4202)]).then(__nccwpck_require__.bind(__nccwpck_require__, 94202)),
            Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(9858)]).then(__nccwpck_require__.bind(__nccwpck_require__, 79858))
        ]);
        const { kubectl } = tools.cluster();
        const kustomize = async (folder) => (await tools.processes.run([kubectl, 'kustomize', folder], { env: {}, signal })).stdout;
        const before = await kustomizeCrds(tools, await tools.baselineCrds(), kustomize);
        const candidate = await kustomizeCrds(tools, tools.sources.crds, kustomize);
        const { storedBefore } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(7312)]).then(__nccwpck_require__.bind(__nccwpck_require__, 57312));
        const given = {
            storedBefore: storedBefore(tools),
            baseline: { tag: (0,json/* readText */.yR)((0,json/* readAt */.m6)(trial.with['baseline'], 'tag')), crds: before },
            candidate,
            ...sortSamples(tools.sources.samples.flatMap(parseObjects), before, candidate),
            crdify: (await __nccwpck_require__.e(/* import() */ 9070).then(__nccwpck_require__.bind(__nccwpck_require__, 79070))).crdify(tools)
        };
        return await (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(7780), __nccwpck_require__.e(1695), __nccwpck_require__.e(7113)]).then(__nccwpck_require__.bind(__nccwpck_require__, 77113))).proveCrds(tools.cluster(), trial, given, signal);
    }
};

;// CONCATENATED MODULE: ./src/suites/data/suite.ts


const data = {
    name: 'data',
    auto: 'when slipway.yaml names some',
    settings: {
        key: 'data',
        none: [],
        schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(4865)]).then(__nccwpck_require__.bind(__nccwpck_require__, 64865))).fixtures,
        weaker: {
            files: weaker/* whenNarrowed */.rU,
            read: weaker/* whenChanged */.p5,
            write: weaker/* whenReplaced */.ZC,
            stdout: (0,weaker/* inOrder */.al)('ignore', 'auto', 'json', 'equal'),
            backward: (0,weaker/* inOrder */.al)(false, true),
            within: weaker/* whenHigher */.ar
        }
    },
    fits: (_, fixtures) => fixtures.length > 0,
    needs: () => ['programs'],
    plan({ baseline, speaks }, fixtures) {
        if (fixtures.length === 0)
            return { unproved: 'slipway.yaml names no data' };
        if ('skip' in baseline)
            return { unproved: `there is no baseline: ${baseline.skip}` };
        return {
            trials: fixtures.map((fixture) => ({
                kubernetes: undefined,
                subject: fixture.name,
                with: { data: fixture, speaks, baseline: nameBaseline({ baseline }) }
            }))
        };
    },
    async run(trial, tools, signal) {
        const { proveData } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(7780), __nccwpck_require__.e(8036)]).then(__nccwpck_require__.bind(__nccwpck_require__, 88036));
        return await proveData(trial, tools, await tools.versions(), signal);
    }
};

// EXTERNAL MODULE: ./src/crds/files.ts
var files = __nccwpck_require__(41415);
// EXTERNAL MODULE: ./src/model/crd-sets.ts
var crd_sets = __nccwpck_require__(47038);
;// CONCATENATED MODULE: ./src/suites/smi/suite.ts




const smi = {
    name: 'smi',
    auto: 'when the program imports the SMI SDK',
    settings: {
        key: 'smi',
        none: {},
        schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(3004)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43004))).smi,
        weaker: { manifests: weaker/* whenNarrowed */.rU }
    },
    fits: ({ speaks }) => speaks.length > 0,
    needs: () => ['crds'],
    plan: ({ minors, sets, crds, speaks }) => planOnEach({ minors }, (kubernetes) => sets.map((set) => ({ kubernetes, with: { set, ...(set === crd_sets/* OWN */.Z && { files: (0,files/* digestSourceFiles */.T)(crds) }), speaks } }))),
    async run(trial, { cluster, sources }, signal) {
        const own = trial.with['set'] === crd_sets/* OWN */.Z ? (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(2174)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72174))).parseCrds(sources.crds) : [];
        return await (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(7780), __nccwpck_require__.e(1695), __nccwpck_require__.e(1989)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91989))).proveSmi(cluster(), trial, signal, own);
    }
};

;// CONCATENATED MODULE: ./src/suites/surface/suite.ts


const surface = {
    name: 'surface',
    auto: 'when there is a baseline',
    settings: {
        key: 'surface',
        none: { api: [], accepted: [] },
        schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(1248)]).then(__nccwpck_require__.bind(__nccwpck_require__, 11248))).surface,
        weaker: { accepted: weaker/* whenMore */.a_ }
    },
    tools: ['apidiff'],
    fits: () => true,
    needs: () => ['programs'],
    plan({ baseline, version, tagged }, { api, accepted }) {
        if ('skip' in baseline)
            return { unproved: `there is no baseline: ${baseline.skip}` };
        const compared = { baseline: nameBaseline({ baseline }), from: baseline.version, to: tagged ? version : null };
        return { trials: [{ kubernetes: undefined, with: { api, accepted, ...compared } }] };
    },
    async run(trial, tools, signal) {
        const { proveSurface } = await __nccwpck_require__.e(/* import() */ 8314).then(__nccwpck_require__.bind(__nccwpck_require__, 68314));
        return await proveSurface(trial, tools, await tools.versions(), signal);
    }
};

;// CONCATENATED MODULE: ./src/suites/workload/suite.ts


const workload = {
    name: 'workload',
    auto: 'when it talks to Kubernetes',
    settings: {
        key: 'workloads',
        none: [],
        schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(766)]).then(__nccwpck_require__.bind(__nccwpck_require__, 70766))).workloads,
        weaker: {
            ...{ program: weaker/* never */.Zm, args: weaker/* never */.Zm, env: weaker/* never */.Zm, manifests: weaker/* never */.Zm, 'service-account': weaker/* never */.Zm },
            ...{ 'deployment.args': weaker/* never */.Zm, 'deployment.env': weaker/* never */.Zm, 'deployment.manifest': weaker/* never */.Zm },
            ...{ 'deployment.container': weaker/* never */.Zm, 'deployment.port': weaker/* never */.Zm },
            'baseline.args': weaker/* whenChanged */.p5,
            'baseline.env': weaker/* whenChanged */.p5,
            'deployment.baseline.args': weaker/* whenChanged */.p5,
            'deployment.baseline.env': weaker/* whenChanged */.p5,
            'deployment.replicas': weaker/* whenChanged */.p5,
            'smi-crds': weaker/* whenChanged */.p5,
            objects: weaker/* whenNarrowed */.rU,
            'may-change': weaker/* whenMore */.a_,
            settle: weaker/* whenLower */.eD,
            within: weaker/* whenHigher */.ar,
            'stop.within': weaker/* whenHigher */.ar
        }
    },
    fits: ({ imports, speaks }, workloads) => imports.some((path) => /^k8s\.io\/client-go\/|^sigs\.k8s\.io\/controller-runtime/.test(path)) ||
        speaks.length > 0 ||
        workloads.length > 0,
    needs: ({ subject }) => (subject === undefined ? [] : ['programs', 'crds']),
    rollsOut: (workloads) => workloads.some(({ deployment }) => deployment !== undefined),
    plan(situation, workloads) {
        const { speaks } = situation;
        const baseline = nameBaseline(situation);
        const { rollouts = [], unproved } = planRollouts(situation, workloads);
        const onEvery = planOnEach(situation, (kubernetes) => [
            ...rollouts.map(({ subject, given }) => ({
                kubernetes,
                ...(subject === undefined ? { drill: true } : { subject }),
                with: subject === undefined ? given : { ...given, speaks, baseline }
            })),
            ...workloads.map((each) => ({
                kubernetes,
                subject: each.name,
                with: { workload: dropDeployment(each), speaks, baseline }
            }))
        ]);
        return { ...onEvery, ...(unproved !== undefined && onEvery.unproved === undefined && { unproved }) };
    },
    async run(trial, tools, signal) {
        const cluster = tools.cluster();
        if (trial.subject === undefined) {
            const { proveStandIn } = await Promise.all(/* import() */[__nccwpck_require__.e(5931), __nccwpck_require__.e(2865)]).then(__nccwpck_require__.bind(__nccwpck_require__, 55931));
            return await proveStandIn(cluster, trial, tools.processes.run, signal);
        }
        const given = { cluster, trial, tools, signal };
        if (trial.with['driver'] === 'deployment') {
            const { proveInPods } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(6118), __nccwpck_require__.e(7780), __nccwpck_require__.e(475), __nccwpck_require__.e(5931), __nccwpck_require__.e(6742)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26742));
            return await proveInPods(given, await tools.versions());
        }
        const { proveProcess } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(7780), __nccwpck_require__.e(475), __nccwpck_require__.e(4259)]).then(__nccwpck_require__.bind(__nccwpck_require__, 34259));
        return await proveProcess(given, await tools.versions());
    }
};
function planRollouts({ name, version, pods, host }, workloads) {
    const deployed = workloads.filter(({ deployment }) => deployment !== undefined);
    const names = deployed.map((each) => each.name).join(', ');
    if (pods === 'simulated')
        return {
            unproved: names
                ? `${names} in pods that really run: here they are simulated; --cluster kind runs them`
                : workloads.length === 0
                    ? 'no program of yours is run: slipway.yaml has no workloads; a Deployment of an image that nobody has is a drill of the cluster'
                    : undefined,
            rollouts: [
                { given: { name, image: `slipway.invalid/${name.toLowerCase()}:${version.replace(/[^\w.-]/g, '-')}` } }
            ]
        };
    if (pods === 'no image')
        return { unproved: 'no Deployment is rolled out: no image can be put into a cluster that runs already' };
    if (deployed.length === 0)
        return {
            unproved: 'no Deployment is rolled out: slipway.yaml does not say how a program runs in pods (workloads: deployment)'
        };
    if (host.os !== 'linux')
        return {
            unproved: `no Deployment is rolled out: programs of this machine are for ${host.os}, and a node runs Linux`
        };
    return {
        rollouts: deployed.map((each) => ({
            subject: `${each.name} (${each.deployment?.kind ?? 'Deployment'})`,
            given: { driver: 'deployment', arch: host.arch, workload: each }
        }))
    };
}
const dropDeployment = ({ deployment: _, ...workload }) => workload;

;// CONCATENATED MODULE: ./src/suites/suites.ts





const SUITES = [smi, crd, workload, data, surface];
const UNSAID = Object.fromEntries(SUITES.flatMap(({ settings }) => (settings ? [[settings.key, settings.none]] : [])));
const findSuite = (name) => {
    const found = SUITES.find((suite) => suite.name === name);
    if (!found)
        throw new Error(`there is no suite ${name}`);
    return found;
};


/***/ }),

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 53916:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path/posix");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 58500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 70370:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  A: () => (/* binding */ pLimit)
});

// UNUSED EXPORTS: limitFunction

;// CONCATENATED MODULE: ./node_modules/yocto-queue/index.js
/*
How it works:
`this.#head` is an instance of `Node` which keeps track of its current value and nests another instance of `Node` that keeps the value that comes after it. When a value is provided to `.enqueue()`, the code needs to iterate through `this.#head`, going deeper and deeper to find the last value. However, iterating through every single item is slow. This problem is solved by saving a reference to the last value as `this.#tail` so that it can reference it to add a new value.
*/

class Node {
	value;
	next;

	constructor(value) {
		this.value = value;
	}
}

class Queue {
	#head;
	#tail;
	#size;

	constructor() {
		this.clear();
	}

	enqueue(value) {
		const node = new Node(value);

		if (this.#head) {
			this.#tail.next = node;
			this.#tail = node;
		} else {
			this.#head = node;
			this.#tail = node;
		}

		this.#size++;
	}

	dequeue() {
		const current = this.#head;
		if (!current) {
			return;
		}

		this.#head = this.#head.next;
		this.#size--;

		// Clean up tail reference when queue becomes empty
		if (!this.#head) {
			this.#tail = undefined;
		}

		return current.value;
	}

	peek() {
		if (!this.#head) {
			return;
		}

		return this.#head.value;

		// TODO: Node.js 18.
		// return this.#head?.value;
	}

	clear() {
		this.#head = undefined;
		this.#tail = undefined;
		this.#size = 0;
	}

	get size() {
		return this.#size;
	}

	* [Symbol.iterator]() {
		let current = this.#head;

		while (current) {
			yield current.value;
			current = current.next;
		}
	}

	* drain() {
		while (this.#head) {
			yield this.dequeue();
		}
	}
}

;// CONCATENATED MODULE: ./node_modules/p-limit/index.js


function pLimit(concurrency) {
	let rejectOnClear = false;

	if (typeof concurrency === 'object') {
		({concurrency, rejectOnClear = false} = concurrency);
	}

	validateConcurrency(concurrency);

	if (typeof rejectOnClear !== 'boolean') {
		throw new TypeError('Expected `rejectOnClear` to be a boolean');
	}

	const queue = new Queue();
	let activeCount = 0;

	const resumeNext = () => {
		// Process the next queued function if we're under the concurrency limit
		if (activeCount < concurrency && queue.size > 0) {
			activeCount++;
			queue.dequeue().run();
		}
	};

	const next = () => {
		activeCount--;
		resumeNext();
	};

	const run = async (function_, resolve, arguments_) => {
		// Execute the function and capture the result promise
		const result = (async () => function_(...arguments_))();

		// Resolve immediately with the promise (don't wait for completion)
		resolve(result);

		// Wait for the function to complete (success or failure)
		// We catch errors here to prevent unhandled rejections,
		// but the original promise rejection is preserved for the caller
		try {
			await result;
		} catch {}

		// Decrement active count and process next queued function
		next();
	};

	const enqueue = (function_, resolve, reject, arguments_) => {
		const queueItem = {reject};

		// Queue the internal resolve function instead of the run function
		// to preserve the asynchronous execution context.
		new Promise(internalResolve => { // eslint-disable-line promise/param-names
			queueItem.run = internalResolve;
			queue.enqueue(queueItem);
		}).then(run.bind(undefined, function_, resolve, arguments_)); // eslint-disable-line promise/prefer-await-to-then

		// Start processing immediately if we haven't reached the concurrency limit
		if (activeCount < concurrency) {
			resumeNext();
		}
	};

	const generator = (function_, ...arguments_) => new Promise((resolve, reject) => {
		enqueue(function_, resolve, reject, arguments_);
	});

	Object.defineProperties(generator, {
		activeCount: {
			get: () => activeCount,
		},
		pendingCount: {
			get: () => queue.size,
		},
		clearQueue: {
			value() {
				if (!rejectOnClear) {
					queue.clear();
					return;
				}

				const abortError = AbortSignal.abort().reason;

				while (queue.size > 0) {
					queue.dequeue().reject(abortError);
				}
			},
		},
		concurrency: {
			get: () => concurrency,

			set(newConcurrency) {
				validateConcurrency(newConcurrency);
				concurrency = newConcurrency;

				queueMicrotask(() => {
					// eslint-disable-next-line no-unmodified-loop-condition
					while (activeCount < concurrency && queue.size > 0) {
						resumeNext();
					}
				});
			},
		},
		map: {
			async value(iterable, function_) {
				const promises = [];

				try {
					Array.from(iterable, (value, index) => {
						const promise = generator(function_, value, index);
						promises.push(promise);
						return promise;
					});
				} catch (error) {
					// The iterable threw, so `Promise.all` never observes the already scheduled promises. Observe them here to avoid unhandled rejections.
					for (const promise of promises) {
						promise.catch(() => {}); // eslint-disable-line promise/prefer-await-to-then
					}

					throw error;
				}

				return Promise.all(promises);
			},
		},
	});

	return generator;
}

function limitFunction(function_, options) {
	const limit = pLimit(options);

	const limitedFunction = (...arguments_) => limit(() => function_(...arguments_));
	Object.defineProperty(limitedFunction, 'clearQueue', {
		value: limit.clearQueue,
	});

	return limitedFunction;
}

function validateConcurrency(concurrency) {
	if (!((Number.isInteger(concurrency) || concurrency === Number.POSITIVE_INFINITY) && concurrency > 0)) {
		throw new TypeError('Expected `concurrency` to be a number from 1 and up');
	}
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/compat get default export */
/******/ (() => {
/******/ 	// getDefaultExport function for compatibility with non-harmony modules
/******/ 	__nccwpck_require__.n = (module) => {
/******/ 		var getter = module && module.__esModule ?
/******/ 			() => (module['default']) :
/******/ 			() => (module);
/******/ 		__nccwpck_require__.d(getter, { a: getter });
/******/ 		return getter;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		8792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(95581);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
