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
/* harmony export */   M$: () => (/* binding */ MARK),
/* harmony export */   aV: () => (/* binding */ engineEnv),
/* harmony export */   cT: () => (/* binding */ dockerAt)
/* harmony export */ });
/** Variables that say where the container engine is and how to talk to it; nothing else of ours reaches it. */
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
/** The environment of docker and kind. */
const engineEnv = (env) => Object.fromEntries(ENGINE.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));
const dockerAt = (path, run, env) => async (args, signal) => (await run([path, ...args], { env: engineEnv(env), signal })).stdout.trimEnd();
/**
 * The label of the scratch folder that is there as long as a run may have something in the container engine: made before
 * its first piece, and gone after the last. The engine is not asked where no killed run left one.
 */
const MARK = 'kind';


/***/ }),

/***/ 70355:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   J6: () => (/* binding */ isQuestion),
/* harmony export */   XM: () => (/* binding */ pathOf)
/* harmony export */ });
/** Undefined for what is no resource, such as `/version` or `/apis`. */
function placeOf(path) {
    const [, version, rest] = /^(\/api\/v1|\/apis\/[^/]+\/[^/]+)\/(.+)$/.exec(path) ?? [];
    if (version === undefined || rest === undefined)
        return undefined;
    const parts = rest.split('/');
    // `namespaces/NAME` is the namespace, and `namespaces/NAME/status` its subresource; `namespaces/NAME/pods` lies in it.
    const inside = parts[0] === 'namespaces' && parts.length > 2 && !NAMESPACE_PARTS.includes(parts[2] ?? '');
    const namespace = inside ? parts[1] : undefined;
    const [resource = '', name, part] = inside ? parts.slice(2) : parts;
    const folder = namespace === undefined ? version : `${version}/namespaces/${namespace}`;
    return { version, namespace, resource, name, part, collection: `${folder}/${resource}` };
}
const NAMESPACE_PARTS = ['status', 'finalize'];
/** The one object at a place: what makes it the same one again, whatever is asked of it. */
const pathOf = ({ collection, name = '' }) => `${collection}/${name}`;
/** Questions in the form of a POST; nothing is stored. */
const isQuestion = ({ resource }) => QUESTIONS.test(resource);
const QUESTIONS = /^(self)?subject(access|rules)?reviews$|^tokenreviews$|^localsubjectaccessreviews$/;


/***/ }),

/***/ 17032:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  xq: () => (/* binding */ PROVIDERS),
  IY: () => (/* binding */ clustersAtOnce),
  li: () => (/* binding */ providerNamed)
});

// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __nccwpck_require__(29083);
// EXTERNAL MODULE: ./src/adapters/toolchain/pins.ts
var pins = __nccwpck_require__(78826);
// EXTERNAL MODULE: ./src/adapters/toolchain/platform.ts
var toolchain_platform = __nccwpck_require__(29877);
;// CONCATENATED MODULE: ./src/adapters/clusters/provider.ts
/** The releases of pinned tools, by minor. */
const releasesOf = (pins) => Object.fromEntries(Object.entries(pins).map(([minor, { version }]) => [minor, version]));

;// CONCATENATED MODULE: ./src/adapters/clusters/control-plane/provider.ts




const MIB = 1024 * 1024;
/** Processes on this machine, ready in seconds, with one simulated node. */
const controlPlaneProvider = {
    name: 'control-plane',
    // docs/control-plane.md has the measurement.
    bytes: 700 * MIB,
    releases: releasesOf(pins/* KUBERNETES */.pS),
    auto: 'this is Linux, so it needs no container engine',
    async choose(_, why, { platform }) {
        if (platform.os !== 'linux')
            return { missing: `control-plane clusters run on Linux only, and this is ${(0,toolchain_platform/* inGo */.y)(platform).os}` };
        return { provider: 'control-plane', why, releases: this.releases };
    },
    async clusters(_, parts) {
        const { controlPlane } = await __nccwpck_require__.e(/* import() */ 1712).then(__nccwpck_require__.bind(__nccwpck_require__, 91712));
        return controlPlane({ ...parts, env: (0,environment/* goEnvironment */.I$)({ PATH: parts.env['PATH'] }) });
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
/** How long a container engine may take to say its version, in milliseconds. */
const ENGINE_MS = 10_000;
/** A cluster in containers: pods really run. */
const kindProvider = {
    name: 'kind',
    // docs/clusters.md has the measurement.
    bytes: 1500 * provider_MIB,
    releases: releasesOf(pins/* KIND */.Nd.images),
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
    /**
     * kind's API server listens on the loopback of the engine's machine, which that of a service container or of a host
     * whose socket is mounted is not.
     */
    async elsewhere(looking) {
        const said = await askEngine(['info', '--format', '{{.Name}}'], looking);
        if ('missing' in said)
            return said.missing;
        const { answer: name } = said;
        return name === (0,external_node_os_.hostname)() ? undefined : `its container engine is that of ${name}, and this is ${(0,external_node_os_.hostname)()}`;
    },
    clusters: async (plan, parts) => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(8815), __nccwpck_require__.e(426), __nccwpck_require__.e(6143)]).then(__nccwpck_require__.bind(__nccwpck_require__, 26143))).kindClusters(plan, parts),
    leftovers: {
        mark: engine/* MARK */.M$,
        sweep: async (sweeping, signal) => (await __nccwpck_require__.e(/* import() */ 3917).then(__nccwpck_require__.bind(__nccwpck_require__, 73917))).sweepEngine(sweeping, signal)
    }
};
/** What docker says, or why it says nothing. */
async function askEngine(args, { run, env, platform, signal }) {
    const docker = await (0,machine/* which */.K7)('docker', env, platform);
    if (docker === undefined)
        return { missing: 'kind clusters need a container engine, and docker is not on PATH' };
    const limit = AbortSignal.timeout(ENGINE_MS);
    return await run([docker, ...args], { env: (0,engine/* engineEnv */.aV)(env), signal: AbortSignal.any([signal, limit]) }).then(({ stdout }) => ({ answer: stdout.trim() }), (error) => {
        signal.throwIfAborted();
        if (!(error instanceof errors/* Failure */.H) && !limit.aborted)
            throw error;
        const cause = error instanceof errors/* Failure */.H && typeof error.cause === 'string' ? error.cause.trim() : '';
        return { missing: `kind clusters need a container engine, and none answers: ${cause.split('\n').at(-1) ?? ''}` };
    });
}

;// CONCATENATED MODULE: ./src/adapters/clusters/kubeconfig/provider.ts
/** A cluster that already runs: never one that just lies there, since it may be production's. */
const kubeconfigProvider = {
    name: 'kubeconfig',
    bytes: 0,
    releases: {},
    namedBy: ({ kubeconfig }) => (kubeconfig === '' ? undefined : 'an input names a kubeconfig'),
    choose: async (asked, why, looking) => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(8815), __nccwpck_require__.e(426), __nccwpck_require__.e(5843)]).then(__nccwpck_require__.bind(__nccwpck_require__, 85843))).runningPlan(asked, why, looking),
    clusters: async (plan, parts) => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(8815), __nccwpck_require__.e(426), __nccwpck_require__.e(2345)]).then(__nccwpck_require__.bind(__nccwpck_require__, 52345))).running(plan, parts)
};

;// CONCATENATED MODULE: ./src/adapters/clusters/providers.ts



/** The one list of providers; `auto` takes the first that works, in this order. */
const PROVIDERS = [controlPlaneProvider, kindProvider, kubeconfigProvider];
const providerNamed = (name, providers = PROVIDERS) => {
    const found = providers.find((provider) => provider.name === name);
    if (!found)
        throw new Error(`no adapter makes clusters of ${name}`);
    return found;
};
/** For compilers and archives beside clusters, in bytes. */
const RESERVE = 1500 * 1024 * 1024;
/** How many clusters fit side by side into so many bytes; one always has to. */
function clustersAtOnce(name, available) {
    const { bytes } = providerNamed(name);
    return bytes === 0 ? 1 : Math.max(1, Math.floor((available - RESERVE) / bytes));
}


/***/ }),

/***/ 92461:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  c: () => (/* binding */ hostFor)
});

// UNUSED EXPORTS: HOSTS

// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __nccwpck_require__(51120);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __nccwpck_require__(42857);
;// CONCATENATED MODULE: ./src/adapters/gitlab/reports.ts

/** GitLab takes no dotenv report above this. */
const DOTENV_BYTES = 5 * 1024;
/**
 * Outputs as variables for later jobs: `release-url` as SLIPWAY_RELEASE_URL. A dotenv report holds 5 KiB and no value of
 * several lines; what does not fit, and what would be expanded, is left out and named.
 */
function dotenv(outputs) {
    const leftOut = [];
    let text = '';
    for (const [name, value] of outputs) {
        const line = `${variableOf(name)}=${value}\n`;
        // GitLab would put another variable, which may be a secret, in place of what follows a "$".
        if (/[$\r\n\0]/.test(value) || Buffer.byteLength(text + line) > DOTENV_BYTES)
            leftOut.push(name);
        else
            text += line;
    }
    return { text, leftOut };
}
const variableOf = (output) => `SLIPWAY_${output.toUpperCase().replaceAll('-', '_')}`;
/** Findings in the part of Code Climate's format that GitLab reads. */
function codeQuality(findings) {
    const seen = new Map();
    const issues = findings.map(({ rule, severity, file, line, message }) => {
        // Without the line: an issue stays the same one when lines above it come and go.
        const key = [rule, file, message].join('\0');
        const count = (seen.get(key) ?? 0) + 1;
        seen.set(key, count);
        return {
            description: message,
            check_name: rule,
            fingerprint: (0,digest/* sha256 */.sc)(`${key}\0${count}`),
            severity: severity === 'error' ? 'major' : 'minor',
            location: { path: file, lines: { begin: line ?? 1 } }
        };
    });
    return `${JSON.stringify(issues, null, 2)}\n`;
}

;// CONCATENATED MODULE: ./src/config/outputs.ts
/** What the step hands on, in action.yml's order. */
const OUTPUTS = {
    version: 'The version that was built, without v.',
    tag: 'The tag that was released; empty for a gate.',
    'release-url': 'Where the published release is; empty when nothing was published.',
    artifacts: 'JSON list of the artifacts: name, kind, target, size, sha256.',
    checksums: 'Path of checksums.txt.',
    manifest: 'Path of manifest.json.',
    compatibility: 'passed, failed or skipped.',
    matrix: 'The job matrix of a fan-out, when it was asked for.'
};
/** Names of the files in `report/` that a job of GitLab hands on: `artifacts: reports: dotenv, codequality`. */
const DOTENV = 'outputs.env';
const CODE_QUALITY = 'code-quality.json';

// EXTERNAL MODULE: ./src/adapters/terminal/host.ts
var host = __nccwpck_require__(65587);
;// CONCATENATED MODULE: ./src/adapters/gitlab/host.ts




/**
 * A job of GitLab CI: sections in the log, outputs as a dotenv report, findings as a code quality report. Nothing masks
 * at run time there, so what we print is looked through for secrets, as on the command line.
 */
function gitlab(stream, files) {
    const plain = (0,host/* local */.s)(stream);
    const outputs = new Map();
    const findings = [];
    let folder;
    let sections = 0;
    const section = (title, print) => {
        const name = `slipway_${++sections}`;
        stream.write(marker('start', name));
        plain.info(title);
        print();
        stream.write(`${marker('end', name)}\n`);
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
            await keep(CODE_QUALITY, codeQuality(findings));
        },
        keepIn: (kept) => void (folder = kept),
        async output(name, value) {
            outputs.set(name, value);
            const { text, leftOut } = dotenv(outputs);
            if (leftOut.includes(name))
                plain.info(`output ${name} does not fit into a dotenv report: see manifest.json`);
            await keep(DOTENV, text);
            // Without findings too: GitLab shows as solved what this report no longer has.
            await keep(CODE_QUALITY, codeQuality(findings));
        }
    };
}
const seconds = () => Math.floor(Date.now() / 1000);
/** What GitLab's log reads as the start or end of a section. */
const marker = (which, name) => `\u001b[0Ksection_${which}:${seconds()}:${name}\r\u001b[0K`;

;// CONCATENATED MODULE: ./src/adapters/terminal/retelling.ts
/** A host whose summary is also told elsewhere. That it cannot be stops nothing: it is said, with the reason. */
function retelling(host, { what, refused, write, reason }) {
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

/**
 * A host whose summary is also a note on the merge request, made once and then changed. A job's own token may not write
 * one: it takes GITLAB_TOKEN, and without it the host says so.
 */
function noting(host, { env, fetch, timing }) {
    const get = (name) => env[name] ?? '';
    const iid = get('CI_MERGE_REQUEST_IID');
    if (!/^\d+$/.test(iid))
        return host;
    return retelling(host, {
        what: `note on merge request ${iid}`,
        refused: refusal(get),
        async write(markdown) {
            const { stickyNote } = await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(2222), __nccwpck_require__.e(9578)]).then(__nccwpck_require__.bind(__nccwpck_require__, 59578));
            const key = [get('CI_JOB_NAME'), get('SLIPWAY_INPUT_MODULE')].filter(Boolean).join('/');
            const place = {
                ...{ api: get('CI_API_V4_URL'), project: get('CI_PROJECT_ID'), packageName: 'slipway' },
                ...{ token: { access: get('GITLAB_TOKEN') }, fetch: fetch(), timing: { patience: 15_000, ...timing } }
            };
            return await stickyNote(place, Number(iid), key, markdown);
        },
        reason: (error) => (error instanceof Error ? error.message : String(error))
    });
}
function refusal(get) {
    const source = get('CI_MERGE_REQUEST_SOURCE_PROJECT_ID');
    if (source !== '' && source !== get('CI_MERGE_REQUEST_PROJECT_ID'))
        return 'it comes from another project';
    if (get('GITLAB_TOKEN') === '')
        return 'GITLAB_TOKEN is not set, and the token of a job may not write one';
    return undefined;
}

;// CONCATENATED MODULE: ./src/adapters/gitlab/command-line.ts


/** In a job of GitLab the command line writes into the job's log, its reports, and a note on the merge request. */
const gitlabHost = {
    platform: 'gitlab',
    open: ({ stream, files, env, fetch }) => noting(gitlab(stream, files), { env, fetch })
};

;// CONCATENATED MODULE: ./src/adapters/hosts.ts



/** The one list of them; the first that fits has it. The Action has its own, src/adapters/github/host.ts. */
const HOSTS = [gitlabHost, { open: ({ stream, drawing }) => (0,host/* local */.s)(stream, drawing) }];
function hostFor(parts) {
    const here = (0,platforms/* platformHere */.ac)(parts.env)?.name;
    const fitting = HOSTS.find(({ platform }) => platform === undefined || platform === here);
    if (!fitting)
        throw new Error('no host for this place');
    return fitting.open(parts);
}


/***/ }),

/***/ 97264:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   GC: () => (/* binding */ TooMuch),
/* harmony export */   IE: () => (/* binding */ pieces),
/* harmony export */   Z9: () => (/* binding */ wordsOf),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   kg: () => (/* binding */ gather),
/* harmony export */   ut: () => (/* binding */ answerOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _base_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(58369);


/** More came than may be held. Whoever asked says in whose answer. */
class TooMuch extends Error {
    name = 'TooMuch';
    most;
    constructor(most) {
        super(`it holds more than ${(0,_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sized */ .Sk)(most)}`);
        this.most = most;
    }
}
/**
 * The one place where a body from elsewhere is put together in memory: at most `most` bytes of it, whatever length was
 * announced. Rejects with TooMuch for more, and leaves the source then, which closes its connection.
 */
async function gather(source, most) {
    const pieces = [];
    let size = 0;
    for await (const piece of source) {
        size += piece.length;
        if (size > most)
            throw new TooMuch(most);
        pieces.push(piece);
    }
    return Buffer.concat(pieces);
}
/** The text of an answer; what comes slower than `patience` ms a piece is broken off. Rejects with TooMuch for more than `most`. */
const textOf = async (response, patience, most) => (await gather(pieces(response, patience), most)).toString();
/** The text of an API's answer; a 'host' Failure for one that has no end. `asked`: whose answer. */
async function answerOf(response, { origin, pathname }, patience) {
    try {
        return await textOf(response, patience, _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.answer.most);
    }
    catch (cause) {
        if (!(cause instanceof TooMuch))
            throw cause;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${origin}${pathname} answers with more than ${(0,_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .sized */ .Sk)(cause.most)}`, {
            hint: 'No answer of the API is as long: check its URL. Something in between may answer in its place.',
            cause
        });
    }
}
/** What a refusal says, for a message: as much as fits, and as came before it broke. Never rejects. */
async function wordsOf(response, patience) {
    const { most } = _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.words;
    const parts = [];
    let size = 0;
    try {
        for await (const part of pieces(response, patience)) {
            parts.push(part);
            size += part.length;
            if (size >= most)
                break;
        }
    }
    catch {
        // The status says it, too.
    }
    return Buffer.concat(parts).subarray(0, most).toString();
}
/** The body of an answer, piece by piece; rejects when none has come for `patience` ms. */
async function* pieces(response, patience) {
    const reader = response.body?.getReader();
    if (!reader)
        return;
    try {
        for (;;) {
            let timer;
            const stalled = new Promise((_, reject) => {
                const late = () => reject(new DOMException('the answer stopped half-way', 'TimeoutError'));
                timer = setTimeout(late, patience);
            });
            try {
                const { done, value } = await Promise.race([reader.read(), stalled]);
                if (done)
                    return;
                yield value;
            }
            finally {
                clearTimeout(timer);
            }
        }
    }
    finally {
        await reader.cancel().catch(() => undefined);
    }
}


/***/ }),

/***/ 70013:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ apiUrl)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;
/** The URL of a platform's API when a token may go there. `hint` says how it is written. Throws an 'input' Failure. */
function apiUrl(api, platform, hint) {
    const url = URL.canParse(api) ? new URL(api) : undefined;
    const safe = url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.test(url.hostname));
    if (!url || !safe || url.username !== '' || url.password !== '') {
        // The value is not shown: a URL that is refused here may hold a password.
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `the API URL of ${platform} is not an https URL without credentials`, { hint });
    }
    return url;
}


/***/ }),

/***/ 55291:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ outgoing)
/* harmony export */ });
/** As Go, git and cosign read them too; a proxy for plain http is for module proxies that the caller named. */
const VARIABLES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'SSL_CERT_FILE'];
/**
 * The way to the network: Node's own fetch, which knows no proxy, or one that goes through the proxies and trusts the
 * certificates that the environment names. (NODE_EXTRA_CA_CERTS Node reads by itself, before any of our code runs.)
 */
function outgoing(env) {
    if (!VARIABLES.some((name) => env[name]))
        return globalThis.fetch;
    // The client for proxies is a megabyte of code, and most machines have none.
    let loaded;
    return async (input, init) => {
        loaded ??= Promise.all(/* import() */[__nccwpck_require__.e(6752), __nccwpck_require__.e(2089)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72089)).then(({ proxied }) => proxied(env));
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
  dM: () => (/* binding */ removeTree),
  NT: () => (/* binding */ temporaryName)
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
/** A file's content; who asks for the next chunk is done with this one. */
async function* chunks(file, path) {
    const buffer = borrowed();
    try {
        for (;;) {
            const { bytesRead } = await (0,refused/* refused */.J5)('read', path, file.read(buffer, 0, CHUNK));
            if (bytesRead === 0)
                return;
            yield buffer.subarray(0, bytesRead);
        }
    }
    finally {
        giveBack(buffer);
    }
}
/** Buffers that nobody uses: a fresh one for each of hundreds of small files keeps the collector busy. */
const IDLE = [];
const borrowed = () => IDLE.pop() ?? Buffer.allocUnsafeSlow(CHUNK);
const giveBack = (buffer) => {
    if (IDLE.length < 8)
        IDLE.push(buffer);
};
/** What comes in pieces of any size (a download), as blocks of one: the same writes for the same content. */
async function* blocks(content) {
    const held = borrowed();
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
        giveBack(held);
    }
}
/** The same bytes, which reject at their end when they are not the ones that are meant. */
async function* demanded(content, path, sha256) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    yield* (0,digest/* hashed */.Yr)(content, hash);
    const found = hash.digest('hex');
    if (found !== sha256)
        throw new errors/* Failure */.H('verification', `${path} changed: sha256 ${found} now, ${sha256} before`);
}

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









/** Every name that only a running Slipway needs: `.slipway-<kind>-<owner>-<random>`, with a label for people. */
const TEMPORARY = new RegExp(`^\\.slipway-(tmp|scratch|lock)-${owner/* OWNER */.yo.source}-[0-9a-f]{8}`);
/** A new name of that form. */
const temporaryName = (kind, label = '') => `.slipway-${kind}-${(0,owner/* owner */.eC)()}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}${label}`;
/**
 * The real file system; `root` is where scratch folders are made. Temporary names never show in `list`, and
 * `sweepFiles` removes those that a killed run left. What the system refuses is an 'environment' Failure.
 */
const disk = (root, fs = promises_) => {
    const files = {
        read: (path, most) => (0,regular_file/* readWhole */.oD)(path, most, fs),
        tail: (path, most) => (0,regular_file/* readEnd */.sA)(path, most, fs),
        async write(path, content, mode = 0o644) {
            const made = await put(fs, path, content, mode);
            await syncFolders(fs, (0,external_node_path_.dirname)(path), made);
        },
        async *stream(path) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const opened = __addDisposableResource(env_1, await (0,regular_file/* openFile */.Tq)(fs, path), true);
                for await (const chunk of chunks(opened.file, path))
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
            // Its errors have no name of their own, so what is not there is found first.
            (0,regular_file/* demandRegular */.kU)(await (0,refused/* refused */.J5)('read', path, fs.stat(path)), path, 'read');
            return await (0,external_node_fs_.openAsBlob)(path);
        },
        real: (path) => (0,refused/* refused */.J5)('read', path, (0,refused/* unlessMissing */.F2)(fs.realpath(path))),
        async digest(path) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const opened = __addDisposableResource(env_2, await (0,regular_file/* openExisting */.EZ)(fs, path), true);
                if (!opened)
                    return undefined;
                const hash = (0,external_node_crypto_.createHash)('sha256');
                let size = 0;
                for await (const chunk of chunks(opened.file, path)) {
                    hash.update(chunk);
                    size += chunk.length;
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
        list: async (path) => (await (0,refused/* refused */.J5)('list', path, walk(fs, path, ''))).sort(),
        async names(path) {
            const entries = await (0,refused/* refused */.J5)('list', path, (0,refused/* unlessMissing */.F2)(fs.readdir(path, { withFileTypes: true })));
            return entries
                ?.filter((entry) => entry.isFile() && !TEMPORARY.test(entry.name))
                .map(({ name }) => name)
                .sort();
        },
        async entries(path) {
            const entries = (await (0,refused/* refused */.J5)('list', path, (0,refused/* unlessMissing */.F2)(fs.readdir(path, { withFileTypes: true })))) ?? [];
            return entries
                .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
                .sort((a, b) => (a.name < b.name ? -1 : 1));
        },
        async move(from, to) {
            const made = await (0,refused/* refused */.J5)('make the folder of', to, fs.mkdir((0,external_node_path_.dirname)(to), { recursive: true }));
            const isFolder = (await (0,refused/* refused */.J5)('move', from, fs.lstat(from))).isDirectory();
            // rename does not replace a folder that holds something.
            if (isFolder)
                await files.remove(to);
            try {
                await rename(fs, from, to);
            }
            catch (error) {
                if ((0,refused/* codeOf */.$N)(error) !== 'EXDEV')
                    throw (0,refused/* refusal */.x5)('move', from, error);
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
                const content = chunks(opened.file, from);
                const mode = opened.mode & 0o777;
                const made = await put(fs, to, sha256 === undefined ? content : demanded(content, from, sha256), mode);
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
            const found = await (0,refused/* refused */.J5)('read', path, (0,refused/* unlessMissing */.F2)(fs.stat(path, { bigint: true })));
            return found && [found.dev, found.ino, found.size, found.mtimeNs, found.ctimeNs].join('-');
        },
        async remove(path) {
            const found = await (0,refused/* refused */.J5)('remove', path, (0,refused/* unlessMissing */.F2)(fs.lstat(path)));
            if (!found)
                return;
            if (!found.isDirectory())
                return (0,refused/* refused */.J5)('remove', path, fs.rm(path, { force: true }));
            // Out of the way first: nobody, and no run after a kill, takes half a folder for a whole one.
            const aside = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), temporaryName('tmp'));
            const gone = await fs.rename(path, aside).then(() => aside, () => path);
            await (0,refused/* refused */.J5)('remove', path, removeTree(fs, gone));
        },
        async scratch(label) {
            if (!/^[a-z0-9-]+$/.test(label))
                throw new TypeError(`not a scratch label: ${label}`);
            const path = (0,external_node_path_.join)(root, temporaryName('scratch', `-${label}`));
            await (0,refused/* refused */.J5)('make the folder', root, fs.mkdir(root, { recursive: true }));
            await (0,refused/* refused */.J5)('make the folder', path, fs.mkdir(path, { mode: 0o700 }));
            return { path, [Symbol.asyncDispose]: () => (0,refused/* refused */.J5)('remove', path, removeTree(fs, path)) };
        }
    };
    return files;
};
/** Removes a tree, also one with read-only folders (the Go module cache is made of them). */
async function removeTree(fs, path) {
    const options = { recursive: true, force: true, maxRetries: 3, retryDelay: 50 };
    try {
        await fs.rm(path, options);
    }
    catch (error) {
        // Never by way of a link: chmod would follow it.
        if (!['EACCES', 'EPERM'].includes((0,refused/* codeOf */.$N)(error)) || !(await fs.lstat(path)).isDirectory())
            throw error;
        await unlock(fs, path);
        await fs.rm(path, options);
    }
}
/** Regular files under a folder, without temporary ones; a folder that is gone, or goes away meanwhile, is empty. */
async function walk(fs, folder, prefix) {
    const names = [];
    for (const entry of (await (0,refused/* unlessMissing */.F2)(fs.readdir(folder, { withFileTypes: true }))) ?? []) {
        if (TEMPORARY.test(entry.name))
            continue;
        if (entry.isFile())
            names.push(prefix + entry.name);
        if (entry.isDirectory())
            names.push(...(await walk(fs, (0,external_node_path_.join)(folder, entry.name), `${prefix}${entry.name}/`)));
    }
    return names;
}
const kindOf = (entry) => entry.isSymbolicLink() ? 'link' : entry.isDirectory() ? 'folder' : entry.isFile() ? 'file' : 'other';
/** A whole file under its name, whose bytes are on the disk for good. Resolves with the first folder that was made. */
async function put(fs, path, content, mode) {
    const temp = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), temporaryName('tmp'));
    const made = await (0,refused/* refused */.J5)('make the folder of', path, fs.mkdir((0,external_node_path_.dirname)(path), { recursive: true }));
    try {
        await fill(fs, temp, path, content, mode);
        await (0,refused/* refused */.J5)('write', path, rename(fs, temp, path));
        return made;
    }
    catch (error) {
        await fs.rm(temp, { force: true }).catch(() => undefined);
        throw error;
    }
}
/** A new file with all the content and the mode, on the disk for good. `path` is what errors name. */
async function fill(fs, temp, path, content, mode) {
    const env_4 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_4, await (0,refused/* refused */.J5)('write', path, fs.open(temp, 'wx', 0o600)), true);
        if (typeof content === 'string' || content instanceof Uint8Array)
            await (0,refused/* refused */.J5)('write', path, file.writeFile(content));
        else
            for await (const block of blocks(content))
                await (0,refused/* refused */.J5)('write', path, file.writeFile(block));
        // chmod, because the mode of open is subject to the umask.
        await (0,refused/* refused */.J5)('write', path, file.chmod(mode));
        await (0,refused/* refused */.J5)('write', path, file.sync());
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
/** On Windows a reader or a virus scanner that holds the target makes rename fail for a moment. */
async function rename(fs, from, to) {
    for (let wait = 10;; wait *= 3) {
        try {
            return await fs.rename(from, to);
        }
        catch (error) {
            if (wait > 1000 || !['EPERM', 'EBUSY'].includes((0,refused/* codeOf */.$N)(error)))
                throw error;
            await (0,external_node_timers_promises_.setTimeout)(wait);
        }
    }
}
/** To another device: into a sibling first, so that the target appears whole. */
async function copyFolder(fs, from, to) {
    const temp = (0,external_node_path_.join)((0,external_node_path_.dirname)(to), temporaryName('tmp'));
    try {
        await (0,refused/* refused */.J5)('copy', from, fs.cp(from, temp, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true }));
        await (0,refused/* refused */.J5)('move', to, fs.rename(temp, to));
    }
    catch (error) {
        await removeTree(fs, temp).catch(() => undefined);
        throw error;
    }
}
/** Makes a folder's new entry durable, and the entries of the folders that were made for it (`made` is the first). */
async function syncFolders(fs, folder, made) {
    await syncFolder(fs, folder);
    for (let path = folder; made !== undefined && path.length >= made.length; path = (0,external_node_path_.dirname)(path))
        await syncFolder(fs, (0,external_node_path_.dirname)(path));
}
async function syncFolder(fs, path) {
    // Windows has no such thing, and some network file systems refuse it: then the rename is as durable as they make it.
    const ignore = (error) => {
        if (!['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP', 'EBADF'].includes((0,refused/* codeOf */.$N)(error)))
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
async function unlock(fs, path) {
    await fs.chmod(path, 0o700);
    for (const entry of await fs.readdir(path, { withFileTypes: true }))
        if (entry.isDirectory())
            await unlock(fs, (0,external_node_path_.join)(path, entry.name));
}


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





/**
 * The real file system for a folder of Slipway's own, `root`: below it no link is followed, neither to read nor to write.
 * Elsewhere, and in scratch folders, which may hold a clone with links of its own, it is as `disk`.
 */
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




/** Logs that a cluster left: links may lie in there, and Slipway does no more than remove them. */
const LEFT_LOGS = /^logs[\\/]kubernetes-[^\\/]+$/;
/** Throws an 'environment' Failure for a folder that Slipway may not write to: a link leads to it, or another user owns it. */
async function refuseForeignPath(path, home, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    await refuseLinkedPath(path, home, fs);
    const found = await look(path, fs);
    if (found)
        demandOwn(path, found, path);
}
/**
 * Throws an 'environment' Failure when a link lies on the way to a folder. `home` is where the run works: a link below it
 * came with a commit or from a job before. Elsewhere a link counts as the machine's own when root made it where only root
 * can write.
 */
async function refuseLinkedPath(path, home, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    for (const part of partsOf(path)) {
        const found = await look(part, fs);
        if (!found)
            return;
        if (found.isSymbolicLink() && (isBelow(home, part) || !(await isOfMachine(part, found, fs))))
            throw linked(part, path);
    }
}
/** Throws an 'environment' Failure where something in a folder of Slipway is a link, no file, or another user's. */
async function refuseForeignContent(path, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    const walk = async (folder) => {
        for (const { name } of await fs.readdir(folder, { withFileTypes: true })) {
            const inner = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name);
            const found = await look(inner, fs);
            if (!found)
                continue;
            if (found.isSymbolicLink())
                throw linked(inner, path);
            demandOwn(inner, found, path);
            if (found.isDirectory()) {
                if (!LEFT_LOGS.test((0,node_path__WEBPACK_IMPORTED_MODULE_1__.relative)(path, inner)))
                    await walk(inner);
            }
            else if (!found.isFile())
                throw foreign(inner, 'is neither a file nor a folder', path);
        }
    };
    await walk(path);
}
/** Throws for a link on the way from a folder of Slipway to a path below it; what is not there yet is none. */
async function refuseLinksBelow(root, path, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    for (const part of partsOf(path))
        if (part.length >= root.length && (await look(part, fs))?.isSymbolicLink())
            throw linked(part, root);
}
/** Whether a path is a folder or lies below it. */
const isBelow = (folder, path) => path === folder || path.startsWith(folder + node_path__WEBPACK_IMPORTED_MODULE_1__.sep);
/** `/`, `/home`, `/home/ada`, … */
function partsOf(path) {
    const parent = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path);
    return parent === path ? [path] : [...partsOf(parent), path];
}
async function look(path, fs) {
    try {
        return await fs.lstat(path);
    }
    catch (error) {
        if ((0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) === 'ENOENT' || (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .codeOf */ .$N)(error) === 'ENOTDIR')
            return undefined;
        throw (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .refusal */ .x5)('read', path, error);
    }
}
async function isOfMachine(path, found, fs) {
    const parent = await look((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(path), fs);
    return found.uid === 0 && parent?.uid === 0 && (process.platform === 'win32' || (parent.mode & 0o022) === 0);
}
function demandOwn(path, found, folder) {
    const own = process.getuid?.();
    if (own !== undefined && found.uid !== own)
        throw foreign(path, `belongs to another user (uid ${found.uid})`, folder);
}
const linked = (path, folder) => foreign(path, 'is a link, and Slipway follows none there', folder);
const foreign = (path, why, folder) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${path} ${why}`, {
    code: 'foreign-output',
    hint: `A commit or a job before may have left it. Remove ${folder}, or choose another folder.`
});


/***/ }),

/***/ 60309:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Qn: () => (/* binding */ variableOf),
/* harmony export */   XU: () => (/* binding */ isDead),
/* harmony export */   _N: () => (/* binding */ statOf),
/* harmony export */   c_: () => (/* binding */ lifeOf),
/* harmony export */   eC: () => (/* binding */ owner),
/* harmony export */   fg: () => (/* binding */ pids),
/* harmony export */   pZ: () => (/* binding */ parseOwner),
/* harmony export */   t2: () => (/* binding */ exists),
/* harmony export */   yo: () => (/* binding */ OWNER)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(73024);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_fs__WEBPACK_IMPORTED_MODULE_1__);


/** How an owner looks inside a file name or an environment. */
const OWNER = /(\d+)-(\d+)-([0-9a-f]{8})/;
/** The process table of Linux; undefined when the process is gone, hidden, or there is no /proc. */
function statOf(pid) {
    const text = readText(`/proc/${pid}/stat`);
    // The program's name stands in parentheses and may hold anything, so the fields are counted from behind it.
    const fields = text?.slice(text.lastIndexOf(')') + 2).split(' ');
    return fields && { state: fields[0] ?? '?', group: Number(fields[2]), start: fields[19] ?? '0' };
}
/** Every pid that /proc shows; [] where there is no /proc. */
function pids() {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readdirSync)('/proc')
            .filter((name) => /^\d+$/.test(name))
            .map(Number);
    }
    catch {
        return [];
    }
}
/** The value of a variable in the environment with which a process was started, where we may read it. */
function variableOf(pid, name) {
    const start = `${name}=`;
    return readText(`/proc/${pid}/environ`)
        ?.split('\0')
        .find((entry) => entry.startsWith(start))
        ?.slice(start.length);
}
let ourselves;
/** The owner string of this process. Without /proc the start is 0 and only the pid is known. */
function owner() {
    return (ourselves ??= `${process.pid}-${statOf('self')?.start ?? '0'}-${here()}`);
}
/** Reads an owner string, also from inside a longer one. */
function parseOwner(text) {
    const [, pid, start, where] = OWNER.exec(text) ?? [];
    return pid && start && where ? { pid: Number(pid), start, where } : undefined;
}
/** 'elsewhere' means another boot, host or container: whether that process lives cannot be seen from here. */
function lifeOf({ pid, start, where }) {
    if (where !== here())
        return 'elsewhere';
    const stat = statOf(pid);
    if (stat)
        return stat.start === start && !isDead(stat) ? 'alive' : 'dead';
    // Hidden from us (hidepid), or no /proc at all: then a pid that exists counts as alive, which errs towards leaving.
    return exists(pid) ? 'alive' : 'dead';
}
/** A zombie has ended; only its parent has not looked yet. */
const isDead = ({ state }) => state === 'Z' || state === 'X';
/** Whether a pid (or, negative, a process group) exists, zombies included. */
function exists(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code === 'EPERM';
    }
}
let place;
function here() {
    return (place ??= (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256')
        .update(`${readText('/proc/sys/kernel/random/boot_id') ?? ''}${readLink('/proc/self/ns/pid') ?? ''}`)
        .digest('hex')
        .slice(0, 8));
}
function readText(path) {
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

/***/ 84586:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $N: () => (/* binding */ codeOf),
/* harmony export */   F2: () => (/* binding */ unlessMissing),
/* harmony export */   J5: () => (/* binding */ refused),
/* harmony export */   x5: () => (/* binding */ refusal)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);

/** An error that names what was tried, on which path, and what the system said. */
const refusal = (doing, path, cause) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', `cannot ${doing} ${path}: ${HINTS[codeOf(cause)]?.[0] ?? (codeOf(cause) || 'refused')}`, {
    hint: HINTS[codeOf(cause)]?.[1] ?? 'Check the path and the disk under it.',
    cause
});
const HINTS = {
    ENOSPC: ['no space left on the device', 'Free some space there, or choose another folder.'],
    EDQUOT: ['the disk quota is used up', 'Free some space there, or choose another folder.'],
    EACCES: ['permission denied', 'Give this user the right to it, or choose another folder.'],
    EPERM: ['operation not permitted', 'Give this user the right to it, or choose another folder.'],
    EROFS: ['the file system is read-only', 'Choose another folder.'],
    ENOENT: ['no such file or folder', 'Check the path.'],
    EISDIR: ['it is a folder', 'Check the path.'],
    ENOTDIR: ['a part of the path is a file', 'Check the path.'],
    ELOOP: ['its links lead in a circle', 'Check the path.'],
    // What opens a socket.
    ENXIO: ['it is no file but a socket or a device', 'Check the path.']
};
/** The code of an error of node:fs, such as ENOENT; '' for any other. */
const codeOf = (error) => error?.code ?? '';
/** The promise, with a refusal by the system as a Failure. */
const refused = (doing, path, promise) => promise.catch((error) => {
    throw codeOf(error) === '' || error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H ? error : refusal(doing, path, error);
});
/** The promise, with undefined for what is not there. */
const unlessMissing = (promise) => promise.catch((error) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
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
/** Without a wait: who opens a pipe that nobody writes to would wait for ever. */
const FLAGS = O_RDONLY | O_NONBLOCK;
/** The same way to open files, which refuses a link (ELOOP). Windows has no such flag. */
const withoutLinks = (fs) => ({
    ...fs,
    open: (path, flags, mode) => fs.open(path, typeof flags === 'number' ? flags | O_NOFOLLOW : flags, mode)
});
/** Opens a regular file. Pipes and devices may have no end: they are refused ('input'). Rejects for no file. */
async function openFile(fs, path, doing = 'read') {
    return regular(await (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .refused */ .J5)(doing, path, fs.open(path, FLAGS)), path, doing);
}
/** The same; undefined when there is no such file. */
async function openExisting(fs, path) {
    const file = await (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .refused */ .J5)('read', path, (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .unlessMissing */ .F2)(fs.open(path, FLAGS)));
    return file && regular(file, path, 'read');
}
async function regular(file, path, doing) {
    try {
        const found = await (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .refused */ .J5)(doing, path, file.stat());
        demandRegular(found, path, doing);
        const { size, mode } = found;
        return { file, size, mode, [Symbol.asyncDispose]: () => file.close() };
    }
    catch (error) {
        await file.close();
        throw error;
    }
}
/** Throws for what is no regular file. */
function demandRegular(found, path, doing) {
    if (found.isFile())
        return;
    if (found.isDirectory())
        throw (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .refusal */ .x5)(doing, path, { code: 'EISDIR' });
    const kind = found.isFIFO() ? 'a pipe' : found.isSocket() ? 'a socket' : 'a device';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `cannot ${doing} ${path}: it is no file but ${kind}`, {
        hint: 'Name a regular file: what has no end is not read.'
    });
}
/** All of a file, at most `most` bytes; more is a Failure, whenever it came. Undefined when there is no such file. */
async function readWhole(path, most = _base_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b1.document.most, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = __addDisposableResource(env_1, await openExisting(fs, path), true);
        if (!opened)
            return undefined;
        const { file, size } = opened;
        if (size > most)
            throw (0,_base_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g$)(path, size, most);
        const bytes = await fill(file, path, size, most);
        if (bytes.length > most)
            throw (0,_base_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .tooLarge */ .g$)(path, undefined, most);
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
/** The end of a file, at most `most` bytes; undefined when there is no such file. */
async function readEnd(path, most, fs = node_fs_promises__WEBPACK_IMPORTED_MODULE_0__) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const opened = __addDisposableResource(env_2, await openExisting(fs, path), true);
        if (!opened)
            return undefined;
        const { file, size } = opened;
        const before = Math.max(0, size - most);
        const bytes = await fill(file, path, size - before, most, before);
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
/** What stands in a file from a place on, until its end or one byte more than `most`; `size` is what to expect. */
async function fill(file, path, size, most, from = 0) {
    // A byte more than expected: the read that finds no more needs room to find it. (Files of /proc say 0.)
    let bytes = Buffer.allocUnsafeSlow(Math.min(Math.max(size, 1023), most) + 1);
    let done = 0;
    for (;;) {
        const { bytesRead } = await (0,_refused_js__WEBPACK_IMPORTED_MODULE_3__/* .refused */ .J5)('read', path, file.read(bytes, done, bytes.length - done, from + done));
        done += bytesRead;
        if (bytesRead === 0 || done > most)
            return bytes.subarray(0, done);
        if (done === bytes.length)
            bytes = Buffer.concat([bytes], Math.min(bytes.length * 2, most + 1));
    }
}


/***/ }),

/***/ 35981:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wj: () => (/* binding */ refuseContradiction),
/* harmony export */   eZ: () => (/* binding */ namesOf),
/* harmony export */   fE: () => (/* binding */ exposed),
/* harmony export */   gP: () => (/* binding */ lacking),
/* harmony export */   nT: () => (/* binding */ refuseYanked),
/* harmony export */   xl: () => (/* binding */ finished),
/* harmony export */   yn: () => (/* binding */ different)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(42857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(40766);
/* harmony import */ var _base_patience_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(40802);




/** Bytes under a name that are not the ones we have. Says both digests. */
const different = (where, name, theirs, ours) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `${name} in ${where} has other bytes: sha256 ${theirs} there, ${ours} here`, {
    hint: 'Nothing was changed. Find out which of the two is right; the same tag must give the same bytes.'
});
/** So long, in milliseconds, a release may be shown without all its files. */
const YOUNG = 600_000;
/**
 * A published release in the shape of a draft: what lies there is kept, nothing is ever written. A file that is not
 * listed is looked for again before it is said to be missing.
 */
const finished = (published, again) => {
    let seen = published;
    return {
        finished: true,
        files: published.files,
        download: (name) => seen.download(name),
        async add(file) {
            let looked = false;
            const young = Date.now() - Date.parse(seen.since ?? '') < YOUNG;
            const sight = await (0,_base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .lookPatiently */ .wZ)(async () => {
                if (looked)
                    seen = (await again.find()) ?? seen;
                looked = true;
                const value = seen.files.find(({ name }) => name === file.name);
                return value
                    ? { seen: 'right', value }
                    : { seen: 'missing', what: `${seen.tag} is shown without ${file.name}` };
            }, (seconds) => again.wait(seconds), young ? _base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .AFTER_A_WRITE */ .x : _base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .AT_REST */ .Ps);
            if (sight.seen === 'wrong')
                throw sight.failure;
            if (sight.seen === 'missing')
                throw lacking(seen, file.name);
            const theirs = await digestOf(seen, sight.value);
            if (theirs !== file.sha256)
                throw different(`the published release ${seen.tag}`, file.name, theirs, file.sha256);
            return 'kept';
        },
        publish: () => Promise.resolve(seen),
        [Symbol.asyncDispose]: () => Promise.resolve()
    };
};
/** The platform's digest of a file, or that of its downloaded bytes. */
const digestOf = async (published, file) => file.sha256 ?? (await (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Of */ .Bj)(published.download(file.name)));
/** A file of ours that is not in a release that must not be written to. */
const lacking = (published, name) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `the release ${published.tag} is published without ${name}`, {
    hint: published.frozen
        ? `${published.url} is immutable: neither it nor its tag can be used again. Release under a new version.`
        : `A published release is never written to: ${published.url}. Where its page lacks the file too, delete the release (and keep its tag), or choose a new tag.`
});
/** `a.zip is`, `a.zip and 2 other files are`. */
const namesOf = (files) => {
    const [first, ...others] = files;
    return `${first?.name}${others.length > 0 ? ` and ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .count */ .U9)(others.length, 'other file')} are` : ' is'}`;
};
/** Refuses a request that no platform can carry out. */
function refuseContradiction({ tag, prerelease, latest }) {
    if (!prerelease || !latest)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${tag} is a prerelease and cannot be the latest release`, {
        hint: 'Leave out --latest, or --prerelease.'
    });
}
/** Refuses to go on with a release that was taken back. */
function refuseYanked({ tag, url, yanked }) {
    if (yanked === undefined)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `the release ${tag} was taken back (${url}): ${yanked}`, {
        hint: 'Release the commit that is right under a new version.'
    });
}
/** The same Failure, of a release that people see by now: it has to be taken back. */
const exposed = (error) => {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H))
        return error;
    const { message, cause = error } = error;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(error, message, { cause, exposed: true });
};


/***/ }),

/***/ 65587:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ redraws),
/* harmony export */   s: () => (/* binding */ local)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(72091);
/* harmony import */ var _printable_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(25282);
/* harmony import */ var _secret_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(58805);




/** Whether the work in progress can be redrawn there. */
const redraws = (stream) => stream.isTTY && process.env['TERM'] !== 'dumb';
/**
 * A terminal or a pipe: on a terminal the work in progress is redrawn at the bottom by `drawing`, else each line is
 * printed once.
 */
function local(stream, drawing) {
    const live = redraws(stream) ? drawing?.(stream) : undefined;
    const look = live?.look ?? (() => _line_js__WEBPACK_IMPORTED_MODULE_1__/* .PLAIN */ .tZ);
    const secrets = new Set();
    // Harmless here too: the command line may run as a step of a job.
    const clean = (text) => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), (0,_printable_js__WEBPACK_IMPORTED_MODULE_2__/* .harmless */ .I)(text));
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
        // Only GitHub's runner masks what others print; here what we print is looked through.
        // What is shorter cannot be told from ordinary words.
        mask: (secret) => (0,_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .formsOf */ .X)(secret).forEach((form) => form.length > 5 && secrets.add(form)),
        output: async () => { },
        summary: async () => { },
        progress(stage, item) {
            const names = [clean(stage), clean(item)];
            const entry = live?.begin(...names);
            return {
                note: (text) => entry?.note(clean(text)),
                end(outcome, note) {
                    entry?.end();
                    print((0,_line_js__WEBPACK_IMPORTED_MODULE_1__/* .lineOf */ .cA)(...names, outcome, clean(note ?? ''), look()));
                }
            };
        }
    };
}


/***/ }),

/***/ 72091:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   cA: () => (/* binding */ lineOf),
/* harmony export */   k9: () => (/* binding */ noteOn),
/* harmony export */   tZ: () => (/* binding */ PLAIN),
/* harmony export */   vk: () => (/* binding */ elapsed)
/* harmony export */ });
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(57975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40766);


/** A log: nothing is cut, since nobody can look it up elsewhere. */
const PLAIN = { colours: false, width: 40, cut: false };
const MARKS = {
    done: ['✓', 'green'],
    reused: ['=', 'green'],
    skipped: ['-', 'yellow'],
    failed: ['✗', 'red'],
    running: ['…', 'cyan']
};
/** One line of progress: `✓ build     linux/amd64      1.2 s  ELF, no libraries`. */
function lineOf(stage, item, outcome, note = '', look = PLAIN) {
    const [mark, colour] = MARKS[outcome];
    const paint = (style, text) => 
    // The stream was asked already whether it has colours.
    look.colours ? (0,node_util__WEBPACK_IMPORTED_MODULE_0__.styleText)(style, text, { validateStream: false }) : text;
    const name = look.cut ? cut(oneLine(item), look.width) : oneLine(item);
    const rest = item === '' ? `${outcome}: ${oneLine(note)}` : `${name.padEnd(look.width)}  ${oneLine(note)}`.trimEnd();
    return `${paint(colour, mark)} ${oneLine(stage).padEnd(9)} ${outcome === 'failed' ? paint('red', rest) : rest}`;
}
/** Whole seconds, in the column where the time stands when the work is done. */
const elapsed = (ms) => `${Math.floor(ms / 1000)} s`.padStart(_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .TIME_WIDTH */ .LQ);
/** Both ends of a name tell names apart: the program stands first, the platform last. */
const cut = (name, width) => name.length <= width
    ? name
    : `${name.slice(0, Math.ceil((width - 1) / 2))}…${name.slice(-Math.floor((width - 1) / 2))}`;
const oneLine = (text) => text.replace(/\s*[\n\u2028\u2029]\s*/g, ' ');
/** Tells what an adapter notes on its way: what begins with `warning: ` as a warning, the rest as an indented line. */
const noteOn = (host) => (text) => text.startsWith('warning: ') ? host.warn(text.slice(9)) : host.info(`  ${text}`);


/***/ }),

/***/ 25282:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ harmless)
/* harmony export */ });
/* unused harmony export printable */
/** Colours and cursor movements of tools, which mean nothing in somebody else's log. */
const SEQUENCES = /\u001b(\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(\u0007|\u001b\\)?|[ -/]*[0-~])/g;
/**
 * Text from anywhere, fit for a terminal or a log: lines end with \n alone, and nothing in it moves the cursor, hides
 * text or turns its direction.
 */
const printable = (text) => text
    .replace(SEQUENCES, '')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, (c) => `<U+${hex(c)}>`);
/**
 * Printable, and nothing that a runner of GitHub Actions takes for a command: `::name::` at the start of a line, after
 * any white space, and `##[name]` anywhere in it (actions/runner, ActionCommand.TryParseV2 and TryParse).
 */
const harmless = (text) => printable(text)
    .replaceAll('##[', '## [')
    // Line by line: a run of line ends would be looked through once for each of them.
    .replace(/^([^\S\n]*)::/gmu, '$1: :');
const hex = (c) => (c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');


/***/ }),

/***/ 58805:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ hiding),
/* harmony export */   X: () => (/* binding */ formsOf)
/* harmony export */ });
/** Shorter ones cannot be told from ordinary words. */
const SHORTEST = 6;
/**
 * The forms in which a secret may come up in a log: each of its lines, since logs are masked line by line, and what
 * becomes of it when somebody encodes it. Short lines of a longer secret, such as a brace, are no secrets.
 */
function formsOf(secret) {
    const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
    const base64 = [secret, secret.trim()].map((text) => Buffer.from(text).toString('base64'));
    const whole = lines.filter(Boolean).length === 1;
    const plain = lines.filter((line) => (whole ? line !== '' : line.length >= 4));
    const encoded = plain.map((line) => encodeURIComponent(line.toWellFormed()));
    const more = whole ? [...withinBase64(secret.trim()), ...partsOf(secret.trim())] : [];
    return [...new Set([...plain, ...encoded, ...base64, ...more])].filter(Boolean);
}
/** What is left of a text when it is a part of what somebody encodes, as in `Basic base64(user:token)`. */
function withinBase64(text) {
    const { length } = Buffer.from(text);
    // Shorter ones are no more than a few letters of anything.
    if (length < SHORTEST)
        return [];
    return [0, 1, 2].map((before) => {
        const code = Buffer.from('.'.repeat(before) + text).toString('base64');
        return code.slice(Math.ceil((before * 4) / 3), Math.floor(((before + length) * 4) / 3));
    });
}
/** The signature of a JSON web token: what makes one of claims that anybody may know. */
const partsOf = (text) => /^[\w-]+\.[\w-]+\.([\w-]{20,})$/.exec(text)?.slice(1) ?? [];
/**
 * A second net below the rule that no secret gets into a text: what a host was told to mask is hidden in texts for people
 * that do not go by the log, which each host looks through itself. Outputs and JSON are for programs and stay as they are.
 */
function hiding() {
    const secrets = new Set();
    const hide = (text) => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), text);
    return {
        hide,
        from: (host) => ({
            ...host,
            mask(secret) {
                for (const form of formsOf(secret))
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

/***/ 44582:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ download)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(58500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(34758);



/** Thrown inside for what may be tried again. */
class Broken extends Error {
}
const NETWORK = 'Check the network and its proxy settings (HTTPS_PROXY, NO_PROXY), or put the tool on PATH.';
const DIFFERENT = 'Something between here and there changed the file. Do not use it; report it if it stays so.';
const WAITS = [500, 2000, 5000];
const SILENCE_MS = 60_000;
const REDIRECTS = 10;
/**
 * Downloads to `path`, which is there only when the content matched. Rejects with an 'environment' Failure when it
 * cannot be had, with a 'verification' Failure when what came is not what was promised. A broken transfer is resumed.
 */
async function download(what, path, by, signal) {
    const sum = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    const body = transfer(what, by, signal);
    await by.files.write(path, (async function* () {
        for await (const chunk of body) {
            sum.update(chunk);
            yield chunk;
        }
        // Thrown while the bytes are in the temporary sibling, so nothing wrong is ever seen under the final name.
        const seen = sum.digest('hex');
        if (what.sha256 !== undefined && seen !== what.sha256) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${shown(what.url)} has sha256 ${seen}, not ${what.sha256}`, {
                hint: DIFFERENT
            });
        }
    })(), what.mode);
}
/** The bytes in order, over as many connections as it takes. */
async function* transfer(what, by, signal) {
    const waits = by.waits ?? WAITS;
    let received = 0;
    for (let attempt = 0;; attempt += 1) {
        try {
            for await (const chunk of connection(what, received, by, signal)) {
                received += chunk.length;
                if (received > what.limit) {
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${shown(what.url)} is larger than ${what.limit} bytes`, {
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
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${shown(what.url)} cannot be downloaded: ${cause.message}`, {
                    hint: NETWORK,
                    cause
                });
            }
            by.note(`${shown(what.url)}: ${cause.message}; trying again`);
            await (0,node_timers_promises__WEBPACK_IMPORTED_MODULE_1__.setTimeout)(wait, undefined, { signal });
        }
    }
}
/** One connection's bytes, from `offset` on. */
async function* connection(what, offset, by, signal) {
    const quiet = new AbortController();
    const silence = by.silence ?? SILENCE_MS;
    const timer = setTimeout(() => quiet.abort(new Broken(`nothing came for ${silence} ms`)), silence);
    try {
        const response = await follow(what, offset, by.fetch, AbortSignal.any([signal, quiet.signal]));
        let skip = startOf(response, offset);
        const length = Number(response.headers.get('content-length') ?? Number.NaN);
        if (length > what.limit) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${shown(what.url)} is ${length} bytes, more than the ${what.limit} allowed`, {
                hint: DIFFERENT
            });
        }
        for await (const chunk of response.body ?? []) {
            timer.refresh();
            const bytes = chunk;
            // A server that knows no ranges begins anew: what we have is passed over, the digest watches the whole.
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
        // A name that does not exist will not exist in five seconds: an offline machine should not wait.
        if (reason(cause).startsWith('ENOTFOUND')) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${shown(what.url)} cannot be downloaded: ${reason(cause)}`, {
                hint: NETWORK,
                cause
            });
        }
        throw new Broken(reason(cause), { cause });
    }
    finally {
        clearTimeout(timer);
        quiet.abort();
    }
}
/** How many bytes of this response we have already. */
function startOf(response, offset) {
    if (response.status !== 206)
        return offset;
    const start = /^bytes (\d+)-/.exec(response.headers.get('content-range') ?? '')?.[1];
    if (Number(start) === offset)
        return 0;
    throw new Broken(`a range from ${start} came instead of one from ${offset}`);
}
async function follow(what, offset, fetch, signal) {
    const first = new URL(what.url);
    let url = first;
    for (let hop = 0; hop <= REDIRECTS; hop += 1) {
        const safe = url.protocol === 'https:' || (what.plain ?? []).includes(url.origin);
        if (!safe || url.username !== '') {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${shown(what.url)} leads to ${shown(url.href)}, which is not plain https`, {
                hint: DIFFERENT
            });
        }
        // The bytes themselves: a compressed transfer cannot be resumed.
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
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${shown(what.url)} cannot be downloaded: status ${response.status} from ${url.host}`, { hint: `Let this machine reach ${url.host}, or put the tool on PATH.` });
    }
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${shown(what.url)} redirects more than ${REDIRECTS} times`, {
        hint: 'Look at what answers there: a login page of a proxy does this.'
    });
}
/** Without credentials and query: those may be secrets. */
function shown(url) {
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname}`;
}
/** The innermost cause, by its code where it has one: fetch itself only says "fetch failed". */
function reason(cause) {
    if (typeof cause !== 'object' || cause === null)
        return String(cause);
    if ('cause' in cause && typeof cause.cause === 'object')
        return reason(cause.cause);
    const code = 'code' in cause ? `${String(cause.code)} ` : '';
    return code + ('message' in cause ? String(cause.message) : 'no reason given');
}


/***/ }),

/***/ 21225:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   K7: () => (/* binding */ which),
/* harmony export */   kA: () => (/* binding */ ask),
/* harmony export */   lA: () => (/* binding */ fits),
/* harmony export */   q0: () => (/* binding */ describe)
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






/** The absolute path of a program on PATH, or undefined. Relative entries of PATH are passed over. */
async function which(name, env, platform) {
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(node_path__WEBPACK_IMPORTED_MODULE_2__.delimiter).filter((folder) => (0,node_path__WEBPACK_IMPORTED_MODULE_2__.isAbsolute)(folder));
    for (const folder of folders) {
        const path = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, (0,_platform_js__WEBPACK_IMPORTED_MODULE_5__/* .program */ .D)(name, platform));
        const found = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.stat)(path).catch(() => undefined);
        if (found?.isFile() && (await runnable(path)))
            return path;
    }
    return undefined;
}
const runnable = (path) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.access)(path, node_fs__WEBPACK_IMPORTED_MODULE_0__.constants.X_OK).then(() => true, () => false);
const KUBERNETES = { args: ['--version'], answer: /^Kubernetes (v\S+)/m };
/** How each tool is asked for its version; the answers were seen with the versions in pins.ts. */
const QUESTIONS = {
    cosign: { args: ['version', '--json'], answer: /"gitVersion":\s*"(v[^"]+)"/ },
    kind: { args: ['version', '--quiet'], answer: /^v?(\d+\.\d+\.\d+\S*)/m },
    etcd: { args: ['--version'], answer: /^etcd Version: (\S+)/m },
    'kube-apiserver': KUBERNETES,
    'kube-controller-manager': KUBERNETES,
    'kube-scheduler': KUBERNETES,
    kubectl: { args: ['version', '--client', '--output=json'], answer: /"gitVersion":\s*"(v[^"]+)"/ }
};
/** How long a program may take to say its version, in milliseconds: big ones start slowly on a loaded machine. */
const PATIENCE_MS = 60_000;
/** The version that a program says it has, with its `v`. Rejects with a Failure when it does not say one. */
async function ask(run, name, path, env, signal) {
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
/** Whether a version fits. Alphas, betas and candidates do not; vendors' suffixes of a Kubernetes release do. */
function fits(version, wanted) {
    const parsed = semver__WEBPACK_IMPORTED_MODULE_3___default().parse(version);
    if (parsed === null)
        return false;
    if ('range' in wanted)
        return semver__WEBPACK_IMPORTED_MODULE_3___default().satisfies(parsed, wanted.range);
    const early = /^(alpha|beta|rc|dev)/.test(String(parsed.prerelease[0] ?? ''));
    return `${parsed.major}.${parsed.minor}` === wanted.minor && !early;
}
const describe = (wanted) => ('range' in wanted ? wanted.range : `${wanted.minor}.x`);


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
/**
 * Every tool that Slipway may fetch, with the digest that has to match. Data only. `readAt` says where a digest was
 * read; docs/tools.md says more. A tool or platform that is not listed here is not offered.
 */
/** The Go that builds our tools, and what a machine without Go gets. */

/**
 * `h1:` sums of DEFAULT_GO's toolchain modules, golang.org/toolchain@v0.0.1-go1.26.8.OS-ARCH, by `OS-ARCH`. Read with
 * `go mod download -json` with the checksum database on. The Windows modules could not be read there: not offered.
 */
const GO_SUMS = {
    'linux-amd64': 'h1:ZOmGe1OnfREDMIdb1Qi4G9JSuDPBLGExZMQ4nis1RXM=',
    'linux-arm64': 'h1:sYL/O6MqS68ML0kjsQ36WoYIpJqkw60TxizWUYUKQMc=',
    'darwin-amd64': 'h1:7/9KPPN8PckcA9s91hm2jmQMhzW4KyTJXHIs45L0C9M=',
    'darwin-arm64': 'h1:dFjGhY6f8DTsY8/rLchUTDRRfjJP4pCrGCwxvHFT2Fg='
};
/** Where Go's own toolchain modules come from when GOPROXY names no place. */
const GO_ORIGIN = 'https://go.dev/dl/mod';
const COSIGN_LISTS = 'pin lists of public repositories that agree, such as skaft-software/ygg scripts/install.sh';
const cosign = (file, sha256) => ({
    url: `https://github.com/sigstore/cosign/releases/download/v3.1.3/${file}`,
    sha256,
    readAt: COSIGN_LISTS
});
const COSIGN = {
    version: 'v3.1.3',
    /** What a cosign on PATH must be: bundles and flags of cosign 3. */
    machine: '>=3.1.3 <4.0.0',
    /** By Go's `os/arch`. */
    downloads: {
        'linux/amd64': cosign('cosign-linux-amd64', '4629c757b7618056f8ddd7e2625ae9fdd94c0372a65049520bc7d9df9efc7f71'),
        'linux/arm64': cosign('cosign-linux-arm64', 'c5d324e091826b0d7a78eb16fef316450b4eb9aaec045611c08ba06f5e73220a'),
        'darwin/amd64': cosign('cosign-darwin-amd64', '2347488e5d5b25336644024dfeca5601b190e91197a71a917bda44744aff106c'),
        'darwin/arm64': cosign('cosign-darwin-arm64', '5cf948c2f4dfe59687bdd0b8523709067383e03982cc543475c8a7dc70e92a76'),
        'windows/amd64': cosign('cosign-windows-amd64.exe', '9fe59be0eca1271873ce019061335eb1ac419b7059202e797828467ddabe33be')
    },
    module: {
        path: 'github.com/sigstore/cosign/v3',
        version: 'v3.1.3',
        sum: 'h1:001JQRI/PJ/5T+g/kJ1KTvKFbb322+fomc+pHDZ/6sg=',
        cost: '7 CPU-minutes the first time'
    }
};
/** Has no releases and says no version: it is always built from the module that we name. */
const APIDIFF = {
    path: 'golang.org/x/exp',
    version: 'v0.0.0-20261014143641-f0251eb4aa3e',
    sum: 'h1:HgI6W1OolKK6tcV74is+rl9SMT0njsHlp0TbQiGXI/A=',
    cost: '4 CPU-seconds the first time'
};
/** Says its version only once it has reached its database: it is always built from the module that we name. */
const GOVULNCHECK = {
    path: 'golang.org/x/vuln',
    version: 'v1.9.0',
    sum: 'h1:12VaqnI9kJfqwRoPptxoqsUhQtdfrSbdksT7X/KY/sc=',
    cost: '20 CPU-seconds the first time'
};
const kubernetes = (version, facts) => ({
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
/** By Kubernetes minor, newest first. The first is the default. */
const KUBERNETES = {
    '1.37': kubernetes('v1.37.1', {
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
    '1.36': kubernetes('v1.36.4', {
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
    '1.35': kubernetes('v1.35.8', {
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
    '1.34': kubernetes('v1.34.4', {
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
const node = (version, sha256, readAt) => ({
    version,
    image: `kindest/node@sha256:${sha256}`,
    readAt
});
const KIND_DOWNLOADS = 'pin lists of public repositories that agree, such as the ones of cert-manager and its tools';
const kind = (platform, sha256) => ({
    url: `https://github.com/kubernetes-sigs/kind/releases/download/v0.33.0/kind-${platform}`,
    sha256,
    readAt: KIND_DOWNLOADS
});
const KIND = {
    version: 'v0.33.0',
    /** What a kind on PATH must be: node images are made for a release of kind and for later ones. */
    machine: '>=0.33.0 <1.0.0',
    /** By Go's `os/arch`. */
    downloads: {
        'linux/amd64': kind('linux-amd64', 'aee6151561422756b764a4ae28e7f44cda5af5a9eead3cc9985112b1de8d8e0d'),
        'linux/arm64': kind('linux-arm64', '20022bee6cfcd5086cb7234d218e3454e6090022f2a8f55d1fa7fcf42c3867a2'),
        'darwin/amd64': kind('darwin-amd64', '5a99f26f57246dc9319dd294803313197a0f34d33c525b3ea8b655db5916ece0'),
        'darwin/arm64': kind('darwin-arm64', '0c8c7dbe5e23594a198b786c4bc13dacc101fa6196b0cb0b23a1ca44e61f4b4f')
    },
    module: {
        path: 'sigs.k8s.io/kind',
        version: 'v0.33.0',
        sum: 'h1:AjvDv3vOygb/VKLVQW87lfktIBzkxR8Ump9DjxC8+Lk=',
        cost: 'half a CPU-minute the first time'
    },
    /** By Kubernetes minor, newest first. */
    images: {
        '1.37': node('v1.37.0', 'a1ed56cfb0e7b93589bdf97c8cd566405a265939e3620fc4f5de89adff580ae5', KIND_MODULE),
        '1.36': node('v1.36.4', '099e049362a1526b2db71494e1947aae99bd16290d7c895f2b7ea312e3cbfaed', KIND_LISTS),
        '1.35': node('v1.35.8', '07b2536e30b803ed61d1677a79df6115f798ce64c80f9e22f6ed45afd09323c0', KIND_LISTS),
        '1.34': node('v1.34.11', '44e222ee2132dab25ff87301682f89eb82c7880ea3a1bf543bfe9708fd08d67d', KIND_LISTS)
    }
};
/** What an etcd on PATH must be, for any Kubernetes here. */
const ETCD_MACHINE = '>=3.5.0 <4.0.0';
/** Operating systems for which Kubernetes is built; a control plane runs on Linux. */
const KUBERNETES_OS = ['linux'];


/***/ }),

/***/ 29877:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ program),
/* harmony export */   y: () => (/* binding */ inGo)
/* harmony export */ });
const GO_OS = { win32: 'windows', sunos: 'solaris' };
const GO_ARCH = { x64: 'amd64', ia32: '386' };
/** The same machine in Go's words (`GOOS`, `GOARCH`). */
const inGo = ({ os, arch }) => ({ os: GO_OS[os] ?? os, arch: GO_ARCH[arch] ?? arch });
/** The file name of a program on this machine. */
const program = (name, platform) => (platform.os === 'win32' ? `${name}.exe` : name);


/***/ }),

/***/ 44427:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A7: () => (/* binding */ mapOf),
/* harmony export */   EK: () => (/* binding */ isOneOf),
/* harmony export */   Et: () => (/* binding */ isNumber),
/* harmony export */   G: () => (/* binding */ holding),
/* harmony export */   KH: () => (/* binding */ isText),
/* harmony export */   RV: () => (/* binding */ isFlag),
/* harmony export */   _h: () => (/* binding */ isSha256),
/* harmony export */   c3: () => (/* binding */ listOf),
/* harmony export */   e9: () => (/* binding */ shaped),
/* harmony export */   gP: () => (/* binding */ either),
/* harmony export */   kZ: () => (/* binding */ isNull),
/* harmony export */   my: () => (/* binding */ isCount),
/* harmony export */   no: () => (/* binding */ maybe),
/* harmony export */   r2: () => (/* binding */ isAnything)
/* harmony export */ });
const isText = (value) => typeof value === 'string';
const isFlag = (value) => typeof value === 'boolean';
const isNumber = (value) => typeof value === 'number' && Number.isFinite(value);
/** A number of things: whole, and not below 0. */
const isCount = (value) => Number.isSafeInteger(value) && Number(value) >= 0;
const isSha256 = (value) => isText(value) && /^[0-9a-f]{64}$/.test(value);
/** Whatever JSON can say: for what is only compared or handed on. */
const isAnything = (value) => value !== undefined;
const isNull = (value) => value === null;
const isOneOf = (...values) => (value) => values.includes(value);
const either = (one, other) => (value) => one(value) || other(value);
/** For what may be left out. */
const maybe = (inner) => (value) => value === undefined || inner(value);
const listOf = (item) => (value) => Array.isArray(value) && value.every(item);
/** An object of any keys, each with such a value. */
const mapOf = (item) => (value) => isPlain(value) && Object.values(value).every(item);
/** An object that has these fields at least, for a document that others may add to. */
const holding = (fields) => (value) => isPlain(value) &&
    Object.keys(fields).every((key) => fields[key](Object.hasOwn(value, key) ? value[key] : undefined));
/** An object of these fields and no other; the compiler finds the one that nobody looks at. */
const shaped = (fields) => {
    const holds = holding(fields);
    return (value) => holds(value) && Object.keys(value).every((key) => Object.hasOwn(fields, key));
};
const isPlain = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);


/***/ }),

/***/ 42857:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Bj: () => (/* binding */ sha256Of),
/* harmony export */   Yr: () => (/* binding */ hashed),
/* harmony export */   sc: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(77598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);

/** SHA-256 as 64 hex digits. */
const sha256 = (bytes) => (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(bytes).digest('hex');
/** SHA-256 of a stream, as 64 hex digits. */
async function sha256Of(content) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256');
    for await (const chunk of content)
        hash.update(chunk);
    return hash.digest('hex');
}
/** The same bytes, hashed as they pass. */
async function* hashed(content, hash) {
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
/** Every failure we foresee. Anything else that reaches an entry point is a bug and keeps its stack. */
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
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   U4: () => (/* binding */ parsedJson),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   ld: () => (/* binding */ items),
/* harmony export */   xL: () => (/* binding */ printedJson),
/* harmony export */   yR: () => (/* binding */ objectsAt)
/* harmony export */ });
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
/** The value under a chain of keys, or undefined where one is missing. */
const at = (value, ...keys) => keys.reduce((inner, key) => (isObject(inner) ? inner[key] : undefined), value);
/** The string under a chain of keys, '' where there is none. */
const textAt = (value, ...keys) => {
    const found = at(value, ...keys);
    return typeof found === 'string' ? found : '';
};
/** The objects of the array under a chain of keys, [] where there is none. */
const objectsAt = (value, ...keys) => items(at(value, ...keys)).filter(isObject);
/** The fields of an object; none for anything else. */
const fields = (value) => isObject(value) ? value : {};
/** The items of a list; none for anything else. */
const items = (value) => Array.isArray(value) ? value : [];
/** A string or number as text; '' for anything else. */
const text = (value) => typeof value === 'string' || typeof value === 'number' ? String(value) : '';
const number = (value) => (typeof value === 'number' ? value : 0);
/** What a text says as JSON; undefined for one that is none. The parser's own error would quote the text. */
function parsedJson(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** JSON with sorted keys: equal data gives equal text. */
const canonical = (value) => JSON.stringify(value, (_, inner) => inner && typeof inner === 'object' && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : inner);
/** Equal but for the order of keys. */
const isSame = (a, b) => canonical(a) === canonical(b);
/**
 * JSON for standard output, which may be a terminal or the log of a job: no character in it moves a cursor, hides or turns
 * text, and no runner takes a part of it for a command. It means the same as what JSON.stringify writes.
 */
const printedJson = (value, indent) => JSON.stringify(value, undefined, indent)
    .replaceAll('##[', '#\\u0023[')
    .replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (character) => [...Array(character.length).keys()]
    .map((i) => `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`)
    .join(''));


/***/ }),

/***/ 58369:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Sk: () => (/* binding */ sized),
/* harmony export */   b1: () => (/* binding */ LIMITS),
/* harmony export */   g$: () => (/* binding */ tooLarge)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);

const [KIB, MIB, GIB] = [2 ** 10, 2 ** 20, 2 ** 30];
/**
 * What is held in memory at once, and how much of it at most; everything else is streamed. Bytes, or a number of things
 * where `in` says so. docs/limits.md prints this list.
 */
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
/** 16 MiB, 1 GiB, 400 MB: a limit as people write it. */
function sized(bytes) {
    const units = [
        [GIB, 'GiB'],
        [MIB, 'MiB'],
        [1_000_000, 'MB'],
        [KIB, 'KiB']
    ];
    const [unit, name] = units.find(([unit]) => bytes >= unit && bytes % unit === 0) ?? [1, 'bytes'];
    return `${bytes / unit} ${name}`;
}
/** The Failure for a file with more than is read of it; `size` where it is known. */
const tooLarge = (path, size, most) => new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `cannot read ${path}: ${size === undefined ? 'it grows while it is read, beyond' : `it has ${size} bytes, and is read up to`} ${sized(most)}`, { hint: 'Is this the file that is meant? docs/limits.md says how much is read of what.' });


/***/ }),

/***/ 40802:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Ps: () => (/* binding */ AT_REST),
/* harmony export */   wZ: () => (/* binding */ lookPatiently),
/* harmony export */   x: () => (/* binding */ AFTER_A_WRITE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);

/** For what was written just now: five minutes. */
const AFTER_A_WRITE = { missing: [2, 4, 8, 16, 30, 60, 60, 60, 60], wrong: 15 };
/** For what is there already, as far as anybody knows: half a minute. */
const AT_REST = { missing: [1, 2, 4, 8, 15], wrong: 5 };
/** So many looks have to show the same other thing before it is believed. */
const AGREEING = 3;
/**
 * Looks until what should be there is seen, until three looks agree on something else, or until the pauses are used up.
 * A look that the place does not answer ('host') shows nothing. Rejects with any other error of a look.
 */
async function lookPatiently(look, wait, patience) {
    const asked = [];
    const wrong = new Map();
    const longest = patience.missing.reduce((sum, pause) => sum + pause, 0);
    let waited = 0;
    for (let missed = 0;;) {
        const shown = await answered(look);
        if (shown.seen === 'right')
            return shown;
        const what = shown.seen === 'wrong' ? shown.failure.message : shown.what;
        asked.push(`${new Date().toISOString().replace(/\.\d+Z$/, 'Z')} ${what}`);
        if (shown.seen === 'wrong') {
            const agreeing = (wrong.get(what) ?? 0) + 1;
            if (agreeing === AGREEING)
                return shown;
            wrong.set(what, agreeing);
        }
        const pause = shown.seen === 'wrong' ? patience.wrong : patience.missing[missed++];
        if (pause === undefined || waited + pause > longest)
            return { seen: 'missing', asked, what };
        waited += pause;
        await wait(pause);
    }
}
const answered = async (look) => {
    try {
        return await look();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && error.kind === 'host')
            return { seen: 'missing', what: error.message };
        throw error;
    }
};


/***/ }),

/***/ 1205:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ Scope)
/* harmony export */ });
/**
 * Holds what has to end, and ends all of it, the last first, when its own scope ends. Errors are combined as `await using`
 * combines them. It stands for AsyncDisposableStack, which Node has since version 24.
 */
class Scope {
    #ends = [];
    use(value) {
        this.defer(() => (Symbol.asyncDispose in value ? value[Symbol.asyncDispose]() : value[Symbol.dispose]()));
        return value;
    }
    defer(end) {
        this.#open().push(end);
    }
    /** Hands everything to a new scope; this one is over, and its end does nothing. */
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
                failed = { error: failed ? suppressing(failed.error, error) : error };
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
/** The language's SuppressedError: `error` came while `suppressed` was on its way. */
const suppressing = (suppressed, error) => Object.assign(new Error('An error was suppressed during disposal.'), { name: 'SuppressedError', error, suppressed });


/***/ }),

/***/ 40766:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LQ: () => (/* binding */ TIME_WIDTH),
/* harmony export */   U9: () => (/* binding */ count),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   kp: () => (/* binding */ closest)
/* harmony export */ });
/** A value from outside, fit for one line of an error: no control or bidirectional characters, at most 80 long. */
const quote = (text) => {
    const clean = text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (c) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
    return JSON.stringify(clean.length > 80 ? `${clean.slice(0, 77)}...` : clean);
};
/** 1.2 kB, 3.4 MB: for people. */
const bytes = (size) => size < 1000 ? `${size} B` : size < 1e6 ? `${(size / 1000).toFixed(1)} kB` : `${(size / 1e6).toFixed(1)} MB`;
/** Room for a time in a column: `12 min 05 s`. */
const TIME_WIDTH = 11;
/** 44 ms, 12.4 s, 2 min 05 s: for people. */
const seconds = (ms) => {
    if (ms < 999.5)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const whole = Math.round(ms / 1000);
    return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
};
/** `1 file`, `2 files`. */
const count = (many, one) => `${many} ${one}${many === 1 ? '' : 's'}`;
/** Rows as columns of equal width, two spaces apart. */
function columns(rows) {
    const widths = [];
    for (const row of rows)
        row.forEach((cell, i) => (widths[i] = Math.max(widths[i] ?? 0, cell.length)));
    return rows.map((row) => row.map((cell, i) => (i === row.length - 1 ? cell : cell.padEnd(widths[i] ?? 0))).join('  '));
}
/** The word that somebody who wrote `word` may have meant: at most three edits away. */
function closest(word, known) {
    const ranked = known
        .map((candidate) => ({ candidate, far: distance(word, candidate) }))
        .filter(({ far }) => far <= 3)
        .sort((a, b) => a.far - b.far);
    return ranked[0]?.candidate;
}
/** Levenshtein's edit distance. */
function distance(a, b) {
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
/* harmony import */ var _config_inputs_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(30719);
/* harmony import */ var _config_commands_js__WEBPACK_IMPORTED_MODULE_7__ = __nccwpck_require__(64006);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_8__ = __nccwpck_require__(8193);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_11__ = __nccwpck_require__(40766);













// Whoever reads us may go away (`slipway plan | head`, a closed terminal): that is no reason to break off the work.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => { });
const drawing = [process.stdout, process.stderr].some(_adapters_terminal_host_js__WEBPACK_IMPORTED_MODULE_2__/* .redraws */ .X)
    ? // It takes a quarter of a start, and in a script or a job there is nothing to draw on.
        (await Promise.all(/* import() */[__nccwpck_require__.e(6279), __nccwpck_require__.e(5746)]).then(__nccwpck_require__.bind(__nccwpck_require__, 45746))).terminal
    : undefined;
const { env } = process;
const host = (stream) => (0,_adapters_hosts_js__WEBPACK_IMPORTED_MODULE_3__/* .hostFor */ .c)({ env, stream, files: _adapters_machine_own_disk_js__WEBPACK_IMPORTED_MODULE_1__/* .ownDisk */ .o, fetch: () => (0,_adapters_http_outgoing_js__WEBPACK_IMPORTED_MODULE_9__/* .outgoing */ .b)(env), drawing });
process.exitCode = await (0,_main_js__WEBPACK_IMPORTED_MODULE_8__/* .main */ .i)(read, (json) => host(json ? process.stderr : process.stdout), {
    // A terminal, or the log of a job that reads commands in it.
    print: (text) => void process.stdout.write(`${(0,_adapters_terminal_printable_js__WEBPACK_IMPORTED_MODULE_10__/* .harmless */ .I)(text)}\n`),
    json: process.argv.includes('--json')
});
/** The command line as a request; every flag has its place in the one list of inputs. */
function read() {
    const flags = Object.entries(_config_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m).filter(([, { doors }]) => doors.includes('flag'));
    const { values, positionals } = parse({
        ...Object.fromEntries(flags.map(([name, input]) => [name, { type: 'value' in input ? 'string' : 'boolean' }])),
        help: { type: 'boolean', short: 'h' }
    });
    const [word, ...rest] = positionals;
    const command = _config_commands_js__WEBPACK_IMPORTED_MODULE_7__/* .COMMANDS */ .Lo.find((known) => known === word);
    if (values['help'] || (word === undefined && rest.length === 0))
        return { print: (0,_config_help_js__WEBPACK_IMPORTED_MODULE_5__/* .help */ .y)(command) };
    if (command === undefined)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', `there is no command ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_11__/* .quote */ .hD)(word ?? '')}${suggested(word ?? '')}`, {
            hint: `Commands: ${_config_commands_js__WEBPACK_IMPORTED_MODULE_7__/* .COMMANDS */ .Lo.join(', ')}.`
        });
    refuseForeign(command, values);
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
function parse(options) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ args: withValues(process.argv.slice(2)), options, allowPositionals: true });
    }
    catch (cause) {
        const message = cause.message.split('. ')[0] ?? '';
        const unknown = /^Unknown option '--([\w-]+)'/.exec(message)?.[1];
        const near = unknown === undefined ? undefined : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_11__/* .closest */ .kp)(unknown, Object.keys(options));
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', near ? `${message}; did you mean --${near}?` : message, {
            hint: 'slipway --help lists the flags.',
            cause
        });
    }
}
/** Gives a flag that may stand alone its value where what follows is none of its values: `verify --rebuild v1.2.3`. */
function withValues(args) {
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
function refuseForeign(command, values) {
    const foreign = Object.keys(values).filter((name) => name !== 'help' && !_config_inputs_js__WEBPACK_IMPORTED_MODULE_6__/* .INPUTS */ .m[name].commands.includes(command));
    if (foreign.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_4__/* .Failure */ .H('input', `${command} takes no ${foreign.map((name) => `--${name}`).join(', ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}
function suggested(word) {
    const near = (0,_base_text_js__WEBPACK_IMPORTED_MODULE_11__/* .closest */ .kp)(word, _config_commands_js__WEBPACK_IMPORTED_MODULE_7__/* .COMMANDS */ .Lo);
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
/** Commands that look at a source tree; `auto` becomes one of them. */
const PIPELINE = ['auto', 'plan', 'build', 'gate', 'release'];
/** Those, and the one that says what they would lack. */
const LOOKING = [...PIPELINE, 'doctor'];
const PROVING = ['auto', 'plan', 'gate', 'release', 'doctor'];
const PUBLISHING = ['auto', 'plan', 'release', 'doctor'];
/** Commands that have to know where releases live. */
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
/* harmony export */   y: () => (/* binding */ help)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(30719);
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
/** What `slipway --help` prints, and `slipway COMMAND --help` for one command; made from the one list of inputs. */
function help(command) {
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
            ? [...(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(_commands_js__WEBPACK_IMPORTED_MODULE_1__/* .COMMANDS */ .Lo.map((name) => [`  ${name}`, WHAT[name]])), '']
            : [`  ${WHAT[command]}`, '']),
        ...(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .columns */ .YB)(flags),
        '',
        'Exit status: 0 done, 2 wrong input, 3 something is missing, 4 a tool failed, 5 a check said no, 6 the host refused.'
    ].join('\n');
}


/***/ }),

/***/ 30719:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  m: () => (/* binding */ INPUTS)
});

// UNUSED EXPORTS: placesOf

// EXTERNAL MODULE: ./src/go/target.ts
var target = __nccwpck_require__(82577);
// EXTERNAL MODULE: ./src/config/commands.ts
var commands = __nccwpck_require__(64006);
// EXTERNAL MODULE: ./src/go/target-list.ts
var target_list = __nccwpck_require__(81782);
// EXTERNAL MODULE: ./src/model/crd-sets.ts
var crd_sets = __nccwpck_require__(47038);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __nccwpck_require__(40766);
// EXTERNAL MODULE: ./src/suites/suites.ts + 6 modules
var suites = __nccwpck_require__(7196);
;// CONCATENATED MODULE: ./src/config/kubernetes-minors.ts
/**
 * The Kubernetes minors that clusters of ours can have, newest first; `auto` takes the first. What each is made of stands
 * in adapters/toolchain/pins.ts, and every page, schema and message that lists versions comes from these two.
 */
const KUBERNETES_MINORS = ['1.37', '1.36', '1.35', '1.34'];

;// CONCATENATED MODULE: ./src/config/parsers.ts





/** Words, paths, versions and references to keys. */
const PLAIN = '[A-Za-z0-9_./,:@+=~-]*';
const PART = '\\.?[A-Za-z0-9_][A-Za-z0-9_.-]*';
/** A folder below the one where Slipway runs, for platforms that check values by a pattern. */
const FOLDER = `\\.|(\\./)?${PART}(/${PART})*`;
const list = (text) => text
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
const targets = (text) => (0,target_list/* parseTargets */.S)(list(text));
/** A path below the folder where we run or an absolute one; never an option, never with control characters. */
const path = (text) => {
    if (text.startsWith('-'))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} starts with "-" and would be taken for an option`);
    if (/\p{Cc}/u.test(text))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} holds a control character`);
    return text;
};
const mains = (text) => list(text).map((item) => {
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
        : list(text).map((item) => {
            if (!/^1\.\d{1,3}$/.test(item))
                throw new Error(`${(0,base_text/* quote */.hD)(item)} is not a Kubernetes minor such as ${KUBERNETES_MINORS[0]}`);
            return item;
        });
/** Registries as image references name them: a host with a dot or a port, and a path. */
const mirrors = (text) => list(text).map((item) => {
    if (!/^[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?(\/[a-z0-9._-]+)*$/.test(item) || !/[.:]/.test(item.split('/')[0] ?? ''))
        throw new Error(`${(0,base_text/* quote */.hD)(item)} is not a registry such as mirror.example.com`);
    return item;
});
const destination = (text) => {
    if (text === '')
        return text;
    return path(text);
};
/** What git takes for the name of a tag, and no option (git-check-ref-format). */
const tagName = (text) => {
    if (/^-|[\0-\x20\x7f~^:?*[\\]|\.\.|@\{|^[/.]|\/\.|\/\/|[/.]$|\.lock$/.test(text))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} is not a name that git takes for a tag`);
    return text;
};
const parsers_suites = (text) => text === 'auto' ? text : text === 'none' ? [] : list(text).map(oneOf(...suites/* SUITES */.KK.map(({ name }) => name)));
/** Sets of SMI CRDs, each once. */
const smiSets = (text) => [...new Set(list(text).map(oneOf(...crd_sets/* CRD_SETS */.G, crd_sets/* OWN */.Z)))];
const numberOrAll = (text) => {
    if (text === 'all')
        return Infinity;
    if (!/^\d{1,3}$/.test(text))
        throw new Error(`${(0,base_text/* quote */.hD)(text)} is neither a number nor all`);
    return Number(text);
};
/** Text on one line, cut to what people read. */
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
/** The stored version of each kind that is named. */
const storedVersions = (text) => Object.fromEntries(list(text).map((item) => {
    const [, kind, version] = /^([A-Za-z]+)=(v[0-9a-z]+)$/.exec(item) ?? [];
    if (!kind || !version)
        throw new Error(`${(0,base_text/* quote */.hD)(item)} is not of the form KIND=VERSION`);
    return [kind, version];
}));

;// CONCATENATED MODULE: ./src/config/inputs/build.ts



/** What is built. */
const BUILD = {
    command: {
        description: 'What to do. auto: a tag is released; a pull request, or anything else, is gated and nothing is published.',
        default: 'auto',
        commands: commands/* PIPELINE */.Jj,
        doors: ['action'],
        value: 'COMMAND',
        parse: oneOf(...commands/* PIPELINE */.Jj)
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
    }
};
/** A build that several machines share. */
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
    }
};

;// CONCATENATED MODULE: ./src/config/inputs/evidence.ts


/** What vouches for a release. */
const EVIDENCE = {
    sign: {
        description: 'How to sign checksums.txt. auto: a key when there is one, else keyless when the job has an identity token, else a rehearsal with a throw-away key and an unsigned release.',
        default: 'auto',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'auto|key|keyless|none',
        parse: oneOf('auto', 'key', 'keyless', 'none')
    },
    'sign-key': {
        description: 'The signing key: a file, a KMS reference, or env://COSIGN_PRIVATE_KEY. Its password is COSIGN_PASSWORD.',
        default: '',
        commands: commands/* PUBLISHING */.u6,
        doors: ['flag', 'action', 'file'],
        value: 'REF',
        parse: path
    },
    rebuild: {
        description: 'How many targets a release compiles a second time, in another folder with an empty build cache, to see that the bytes are the same; all: every one. verify: how many it builds again from source, which it does only when this is given.',
        default: '1',
        commands: [...commands/* PUBLISHING */.u6, 'verify'],
        doors: ['flag', 'action', 'file'],
        value: 'N|all',
        alone: 'all',
        parse: numberOrAll
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
        parse: oneOf('warn', 'fail', 'off')
    },
    attestations: {
        description: 'Whether the signed provenance of a keyless release also becomes a GitHub artifact attestation, for gh attestation verify. auto: where the token may (attestations: write); required: a release without it fails before it is published; off.',
        default: 'auto',
        commands: [...commands/* PUBLISHING */.u6, 'publish'],
        doors: ['flag', 'action', 'file'],
        value: 'auto|required|off',
        parse: oneOf('auto', 'required', 'off')
    },
    'signing-config': {
        description: "Keyless signing at a Sigstore of your own: its signing config, a file. Left out: the public Sigstore's.",
        default: '',
        commands: commands/* PUBLISHING */.u6,
        doors: ['flag', 'action', 'file'],
        value: 'FILE',
        parse: path
    },
    'trusted-root': {
        description: 'What vouches for keyless signatures of a Sigstore of your own: its trusted root, a file. Left out: the public one, which cosign fetches and checks.',
        default: '',
        commands: [...commands/* PUBLISHING */.u6, 'publish', 'verify'],
        doors: ['flag', 'action', 'file'],
        value: 'FILE',
        variable: 'SLIPWAY_TRUSTED_ROOT',
        parse: path
    }
};
/** Who must have signed. */
const EXPECTED_SIGNER = {
    key: {
        description: 'The public key that must have signed, a file or a KMS reference: verify, and the baseline (left out: the key that signs this release).',
        default: '',
        commands: ['publish', 'verify', ...commands/* PROVING */._n],
        doors: ['flag', 'action', 'file'],
        value: 'FILE|REF',
        variable: 'SLIPWAY_KEY',
        parse: path
    },
    identity: {
        description: 'The certificate identity that must have signed (keyless): verify, and the baseline. Left out: a workflow of the repository at the tag.',
        default: '',
        commands: ['publish', 'verify', ...commands/* PROVING */._n],
        doors: ['flag', 'action', 'file'],
        value: 'URL',
        variable: 'SLIPWAY_IDENTITY',
        parse: path
    },
    issuer: {
        description: 'Who must have vouched for that identity.',
        default: '',
        commands: ['publish', 'verify', ...commands/* PROVING */._n],
        doors: ['flag', 'action', 'file'],
        value: 'URL',
        variable: 'SLIPWAY_ISSUER',
        parse: path
    },
    trust: {
        description: 'verify, publish: a slipway.yaml that says key, or identity and issuer, and trusted-root. No other slipway.yaml counts there, and none that lies in the release.',
        default: '',
        commands: ['publish', 'verify'],
        doors: ['flag'],
        value: 'FILE',
        variable: 'SLIPWAY_TRUST',
        parse: path
    },
    of: {
        description: 'verify: the module, such as example.com/tool, or the URL of the repository that must have been released. Left out: the repository that the page or the job names.',
        default: '',
        commands: ['verify'],
        doors: ['flag'],
        value: 'MODULE|URL',
        parse: path
    }
};

// EXTERNAL MODULE: ./src/model/cluster-providers.ts
var cluster_providers = __nccwpck_require__(37964);
;// CONCATENATED MODULE: ./src/config/inputs/proof.ts






const PROVIDER_NAMES = cluster_providers/* CLUSTER_PROVIDERS */.A.map(({ name }) => name);
const SOME_MINORS = [KUBERNETES_MINORS[0], KUBERNETES_MINORS.at(-1)].join(',');
/** What is proved, and where. */
const PROOF = {
    kubernetes: {
        description: `Kubernetes minors to prove against, side by side, such as ${SOME_MINORS}. On clusters of ours: ${KUBERNETES_MINORS.join(', ')}. auto: the newest; none: no proof.`,
        default: 'auto',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'auto|none|MINOR,…',
        pattern: 'auto|none|1\\.[0-9]{1,3}(,1\\.[0-9]{1,3})*',
        parse: minors
    },
    cluster: {
        description: `Where the proof runs: ${cluster_providers/* CLUSTER_PROVIDERS */.A.map(({ name, clusters }) => `${name}, ${clusters}`).join('; ')}. auto takes the first that works here and says which and why.`,
        default: 'auto',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: ['auto', ...PROVIDER_NAMES].join('|'),
        parse: oneOf('auto', ...PROVIDER_NAMES)
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
        parse: oneOf('refuse', 'adopt')
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
        parse: tagName
    },
    suites: {
        description: `What to prove. auto: ${suites/* SUITES */.KK.map(({ name, auto }) => `${name} ${auto}`).join(', ')}.`,
        default: 'auto',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'auto|none|SUITE,…',
        parse: parsers_suites
    },
    'smi-set': {
        description: `CRD sets to prove the SMI APIs with: ${crd_sets/* CRD_SETS */.G.join(', ')}, or ${crd_sets/* OWN */.Z} for the CRD files of the repository.`,
        default: 'all',
        commands: commands/* PROVING */._n,
        doors: ['flag', 'action', 'file'],
        value: 'NAME,…',
        parse: smiSets
    },
    vet: {
        description: 'gate: what go vet finds in the module and its tests is shown on its lines. warn: and stops nothing; fail: and fails the gate.',
        default: 'off',
        commands: ['auto', 'plan', 'gate'],
        doors: ['flag', 'action', 'file'],
        value: 'off|warn|fail',
        parse: oneOf('off', 'warn', 'fail')
    }
};

;// CONCATENATED MODULE: ./src/config/inputs/publication.ts


/** Where releases live, and how they look there. */
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
        description: 'publish: the folder with the files; its manifest.json, when there is one, says which.',
        default: '',
        commands: ['publish'],
        doors: ['flag'],
        value: 'DIR',
        parse: path
    },
    tag: {
        description: 'publish: the tag to publish under. verify: the tag that a folder must be the release of.',
        default: '',
        commands: ['publish', 'verify'],
        doors: ['flag'],
        value: 'TAG',
        parse: tagName
    },
    why: {
        description: 'yank: the reason, for the people who find the release.',
        default: 'Its publisher found it to be bad.',
        commands: ['yank'],
        doors: ['flag'],
        value: 'TEXT',
        parse: sentence
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



/** What one command alone takes, and how all of them print. */
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





/** The one list of inputs: flags, action.yml, slipway.yaml, its schema and the README's tables come from it. */
const INPUTS = {
    ...BUILD,
    ...PROOF,
    ...EVIDENCE,
    ...PUBLICATION,
    ...SHARDS,
    ...EXPECTED_SIGNER,
    ...REST
};
/** Inputs of the Action that GitLab's component does not have: its jobs say the command and their `cache:`, and GitLab brings the token. */
const ACTION_ONLY = (/* unused pure expression or super */ null && (['command', 'token', 'comment', 'cache', 'matrix', 'shard', 'shards']));
/** Where an input may be given, with the component. */
const placesOf = (name, { doors }) => [
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
/** Slipway's own version, as package.json has it. */
const SLIPWAY = '0.1.0';
/** The lowest version of Node that what ships runs on, as the engines of package.json have it. */
const LEAST_NODE = '20.18';


/***/ }),

/***/ 41415:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   o: () => (/* binding */ digestOf)
/* harmony export */ });
/* unused harmony export NO_SOURCES */
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(42857);

const NO_SOURCES = { crds: [], samples: [], manifests: [] };
/** What tells these files from others, for the record of a trial. */
const digestOf = (files) => (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(files.map(({ path, text }) => `${path}\0${(0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256 */ .sc)(text)}\n`).join(''));


/***/ }),

/***/ 49769:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p6: () => (/* binding */ demandExact),
  Sf: () => (/* binding */ keyHintIn),
  iQ: () => (/* binding */ normalizeBundle),
  hg: () => (/* binding */ statementIn),
  p9: () => (/* binding */ timestampsIn)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __nccwpck_require__(34758);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __nccwpck_require__(23659);
;// CONCATENATED MODULE: ./src/evidence/checkpoint.ts

/**
 * The state of a log as it signed it (C2SP tlog-checkpoint): origin, size and root hash, a line each, maybe more; an empty
 * line; then `— NAME SIGNATURE` a line. Verifiers look for the log's own signature and at no other.
 */
const SIGNATURE = /^— (\S+) (\S+)$/;
/** The checkpoint with the signature of the log alone; as it is where that one is not found. */
function keepOwnSignature(checkpoint) {
    const { head, signatures } = splitCheckpoint(checkpoint);
    const own = signatures.filter((line) => isOfOrigin(line, head));
    return own.length === 1 ? `${head}\n\n${own[0]}\n` : checkpoint;
}
/** Whether the checkpoint of a log entry is one, by its log alone, over the very tree of the proof. */
function isOwnCheckpoint(entry) {
    const proof = (0,json.at)(entry, 'inclusionProof');
    const envelope = (0,json/* textAt */.$6)(proof, 'checkpoint', 'envelope');
    const { head, signatures } = splitCheckpoint(envelope);
    const [line = ''] = signatures;
    const [, size, root] = head.split('\n');
    const [, , signature = ''] = SIGNATURE.exec(line) ?? [];
    return (`${head}\n\n${line}\n` === envelope &&
        isOfOrigin(line, head) &&
        Buffer.from(signature, 'base64').toString('base64') === signature &&
        size === (0,json/* text */.Qq)((0,json.at)(proof, 'treeSize')) &&
        root === (0,json/* textAt */.$6)(proof, 'rootHash'));
}
function splitCheckpoint(checkpoint) {
    const end = checkpoint.indexOf('\n\n');
    const head = end < 0 ? checkpoint : checkpoint.slice(0, end);
    const rest = end < 0 ? '' : checkpoint.slice(end + 2);
    return { head, signatures: rest.split('\n').filter(Boolean) };
}
/** Rekor v1 has its tree's number behind the name in the origin: `rekor.sigstore.dev - 1193050959916656506`. */
function isOfOrigin(line, head) {
    const [origin = ''] = head.split('\n');
    const [, name] = SIGNATURE.exec(line) ?? [];
    return name !== undefined && (name === origin || origin.startsWith(`${name} - `));
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(77598);
;// CONCATENATED MODULE: ./src/evidence/inclusion.ts


/**
 * What is wrong with the log entries of a bundle: an entry whose text is not the one that its proof of inclusion leads to.
 * cosign 3.1 rebuilds the text of a Rekor v2 entry and never looks at the one that is there.
 */
function findStrangeEntry(bundle) {
    const entries = (0,json/* objectsAt */.yR)(bundle, 'verificationMaterial', 'tlogEntries');
    const strange = entries.some((entry) => {
        const proof = (0,json.at)(entry, 'inclusionProof');
        const root = rootOf(Buffer.from((0,json/* textAt */.$6)(entry, 'canonicalizedBody'), 'base64'), Number((0,json/* textAt */.$6)(proof, 'logIndex') || 0), Number((0,json/* textAt */.$6)(proof, 'treeSize')), (0,json/* items */.ld)((0,json.at)(proof, 'hashes')).map((hash) => Buffer.from((0,json/* text */.Qq)(hash), 'base64')));
        return root?.toString('base64') !== (0,json/* textAt */.$6)(proof, 'rootHash') || !isOfItsKind(entry);
    });
    return strange ? 'a log entry in it is not the one that was logged' : undefined;
}
/** The entry says of itself what its text says, and a log that promises nothing numbers it as its proof does. */
function isOfItsKind(entry) {
    const { kind, apiVersion } = (0,json/* fields */.OA)((0,json/* parsedJson */.U4)(Buffer.from((0,json/* textAt */.$6)(entry, 'canonicalizedBody'), 'base64').toString('utf8')));
    return (kind === (0,json/* textAt */.$6)(entry, 'kindVersion', 'kind') &&
        apiVersion === (0,json/* textAt */.$6)(entry, 'kindVersion', 'version') &&
        ((0,json.at)(entry, 'inclusionPromise') !== undefined ||
            (0,json/* textAt */.$6)(entry, 'logIndex') === (0,json/* textAt */.$6)(entry, 'inclusionProof', 'logIndex')));
}
/** The root of a Merkle tree by the path from one leaf (RFC 9162, 2.1.3.2); undefined for a path that fits no tree. */
function rootOf(leaf, index, size, path) {
    if (index >= size)
        return undefined;
    let [fn, sn] = [index, size - 1];
    let root = hash(0, leaf);
    for (const node of path) {
        if (sn === 0)
            return undefined;
        if (fn % 2 === 1 || fn === sn) {
            root = hash(1, node, root);
            while (fn % 2 === 0 && fn !== 0)
                [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
        }
        else
            root = hash(1, root, node);
        [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    }
    return sn === 0 ? root : undefined;
}
const hash = (kind, ...parts) => (0,external_node_crypto_.createHash)('sha256')
    .update(Buffer.concat([Buffer.from([kind]), ...parts]))
    .digest();

;// CONCATENATED MODULE: ./src/evidence/bundle.ts




/**
 * A Sigstore bundle as one exact text: fields in the order of their numbers, nothing empty, no spaces, and of the log's
 * checkpoint only the log's own signature. cosign writes JSON that differs from run to run, and nobody signs its form.
 * Throws a 'verification' Failure for what is not JSON.
 */
const normalizeBundle = (bytes, where) => writeBundle(parse(bytes, where));
const writeBundle = (bundle) => `${JSON.stringify(normalize(bundle, FIELDS) ?? {})}\n`;
/** The statement that a bundle carries, once somebody has proved its signature. */
function statementIn(bytes, where) {
    const payload = (0,json/* textAt */.$6)(parse(bytes, where), 'dsseEnvelope', 'payload');
    return Buffer.from(payload, 'base64').toString('utf8');
}
/** Which key a bundle says it was signed with: the base64 of the SHA-256 of its DER; '' where it names none. */
const keyHintIn = (bytes, where) => (0,json/* textAt */.$6)(parse(bytes, where), 'verificationMaterial', 'publicKey', 'hint');
/** How many times of timestamp authorities a bundle carries; none for what is no bundle. */
const timestampsIn = (bytes, where) => (0,json/* items */.ld)((0,json.at)(parse(bytes, where), 'verificationMaterial', 'timestampVerificationData', 'rfc3161Timestamps')).length;
/**
 * Refuses a bundle of a statement that holds a byte which no signature vouches for: other spaces, another order, other or
 * empty fields, base64 that decodes to the same bytes, a second way to prove the same. No other file can name this one by
 * digest, so its form has to leave no freedom but what a signature has itself (the two forms of an ECDSA one).
 */
function demandExact(bytes, where) {
    const bundle = parse(bytes, where);
    const wrong = writeBundle(bundle) !== Buffer.from(bytes).toString('utf8')
        ? 'it was written by something else'
        : (findUnknownField(bundle) ?? findLooseText(bundle) ?? findSuperfluous(bundle) ?? findStrangeEntry(bundle));
    if (wrong !== undefined)
        throw new errors/* Failure */.H('verification', `${where} is not as Slipway wrote it: ${wrong}`, {
            hint: 'Download it again; when it stays so, somebody changed it.'
        });
}
function parse(bytes, where) {
    try {
        const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
        // What is nested deeper than this can write is no bundle.
        JSON.stringify(value);
        return value;
    }
    catch (cause) {
        throw new errors/* Failure */.H('verification', `${where} is not JSON of a bundle`, {
            hint: 'Download it again from the release; if it stays so, do not use the release.',
            cause
        });
    }
}
/** Fields of bundle v0.3 (sigstore/protobuf-specs, sigstore_bundle.proto), nested and ordered as they are there. */
const FIELDS = {
    mediaType: true,
    verificationMaterial: {
        publicKey: { hint: true },
        certificate: { rawBytes: true },
        tlogEntries: {
            logIndex: true,
            logId: { keyId: true },
            kindVersion: { kind: true, version: true },
            integratedTime: true,
            inclusionPromise: { signedEntryTimestamp: true },
            inclusionProof: { logIndex: true, rootHash: true, treeSize: true, hashes: true, checkpoint: { envelope: true } },
            canonicalizedBody: true
        },
        timestampVerificationData: { rfc3161Timestamps: { signedTimestamp: true } }
    },
    messageSignature: { messageDigest: { algorithm: true, digest: true }, signature: true },
    dsseEnvelope: { payload: true, payloadType: true, signatures: { sig: true } }
};
/** Undefined for what is as good as absent. */
function normalize(value, known, name = '') {
    if (value === undefined || value === null || value === '')
        return undefined;
    if (Array.isArray(value)) {
        const inner = (0,json/* items */.ld)(value).flatMap((item) => normalize(item, known, name) ?? []);
        return inner.length === 0 ? undefined : inner;
    }
    if (typeof value === 'string')
        return name === 'envelope' ? keepOwnSignature(value) : value;
    if (!(0,json/* isObject */.Gv)(value))
        return value;
    const names = [...new Set([...Object.keys((0,json/* fields */.OA)(known)), ...Object.keys(value)])];
    const inner = names.flatMap((name) => {
        const found = Object.hasOwn(value, name) ? normalize(value[name], (0,json/* fields */.OA)(known)[name], name) : undefined;
        return found === undefined ? [] : [[name, found]];
    });
    return inner.length === 0 ? undefined : Object.fromEntries(inner);
}
function findUnknownField(value, known = FIELDS, path = '') {
    if (Array.isArray(value))
        return findFirst((0,json/* items */.ld)(value).map((item) => findUnknownField(item, known, path)));
    if (!(0,json/* isObject */.Gv)(value))
        return undefined;
    return findFirst(Object.entries(value).map(([name, inner]) => (0,json/* fields */.OA)(known)[name] === undefined || name === 'messageSignature'
        ? `it holds ${path}${name}, which nobody signs`
        : findUnknownField(inner, (0,json/* fields */.OA)(known)[name], `${path}${name}.`)));
}
const BINARY = /^(rawBytes|keyId|signedEntryTimestamp|rootHash|hashes|canonicalizedBody|signedTimestamp|payload|sig|hint)$/;
const NUMBER = /^(logIndex|treeSize|integratedTime)$/;
/** Everything in a bundle is text, and of each value there is one. */
function findLooseText(value, name = '') {
    if (Array.isArray(value))
        return findFirst((0,json/* items */.ld)(value).map((item) => findLooseText(item, name)));
    if ((0,json/* isObject */.Gv)(value))
        return findFirst(Object.entries(value).map(([key, inner]) => findLooseText(inner, key)));
    if (typeof value !== 'string')
        return `${name} is no text`;
    if (BINARY.test(name) && Buffer.from(value, 'base64').toString('base64') !== value)
        return `${name} is not plain base64`;
    return NUMBER.test(name) && !/^(0|[1-9]\d*)$/.test(value) ? `${name} is not a plain number` : undefined;
}
/**
 * What a verifier would not miss. Who signs with a key has no certificate, log or time; who signs without one has one
 * certificate and one log entry, whose time the log has signed (Rekor v1) or else one authority (v2). A verifier that
 * finds one good time looks at no other.
 */
function findSuperfluous(bundle) {
    const material = (0,json/* fields */.OA)((0,json.at)(bundle, 'verificationMaterial'));
    const entries = (0,json/* objectsAt */.yR)(bundle, 'verificationMaterial', 'tlogEntries');
    const times = (0,json/* items */.ld)((0,json.at)(bundle, 'verificationMaterial', 'timestampVerificationData', 'rfc3161Timestamps'));
    if ((0,json/* items */.ld)((0,json.at)(bundle, 'dsseEnvelope', 'signatures')).length !== 1)
        return 'it does not hold one signature';
    if (material['publicKey'] !== undefined)
        return Object.keys(material).length === 1 ? undefined : 'it holds more than a key has to prove';
    if (entries.length !== 1)
        return `it holds ${entries.length} log entries`;
    const [entry] = entries;
    const promised = (0,json.at)(entry, 'inclusionPromise') !== undefined;
    if (times.length > 1 || (times.length === 0 && !promised))
        return `it holds ${times.length} timestamps`;
    if (!promised && (0,json.at)(entry, 'integratedTime') !== undefined)
        return 'it holds a time that nobody signed';
    return isOwnCheckpoint(entry ?? {}) ? undefined : 'its log entry has another checkpoint';
}
const findFirst = (found) => found.find((item) => item !== undefined);


/***/ }),

/***/ 6515:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ isRunId),
/* harmony export */   Q: () => (/* binding */ invocationOf)
/* harmony export */ });
/** The form of `id`: a web address or a UUID, without space or control characters, and of a length that can be read. */
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
/** What a provenance says of this run; `uuid` names one that has no platform. */
function invocationOf(env, slipway, startedOn, uuid) {
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
/* harmony export */   K: () => (/* binding */ named),
/* harmony export */   p: () => (/* binding */ refuseForeignHead)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40766);


/** Somebody else's repository as a platform names it; what is no such name is quoted, and cut short. */
const named = (path, none) => path === undefined ? none : /^[\w./-]{1,200}$/.test(path) ? path : (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(String(path));
/**
 * Refuses to build somebody else's code with rights that they do not have (pull_request_target, workflow_run): before
 * anything of it is looked at by more than git.
 */
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
  A6: () => (/* binding */ eventOf),
  ac: () => (/* binding */ platformHere),
  p5: () => (/* binding */ platformNamed)
});

// EXTERNAL MODULE: ./src/model/signer.ts
var signer = __nccwpck_require__(49587);
// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __nccwpck_require__(79121);
// EXTERNAL MODULE: ./src/facts/event.ts
var facts_event = __nccwpck_require__(5295);
;// CONCATENATED MODULE: ./src/facts/platforms/github.ts



/** GitHub, with Actions. */
const github = {
    name: 'github',
    runsHere: (env) => env['GITHUB_ACTIONS'] === 'true',
    event: (env, payload) => eventIn(env, payload ?? {}),
    knowsProject: (env) => env['GITHUB_ACTIONS'] === 'true' && Boolean(env['GITHUB_REPOSITORY']),
    startedFor: (env) => env['GITHUB_SHA'] || undefined,
    signer: (repository, tag) => (0,signer/* workflowAtTag */.b)(repository, {
        workflows: '/\\.github/workflows/[^@]+',
        tag,
        issuer: issuerOf(new URL(repository.server))
    }),
    refuseFiles: release_names/* refuseSizes */.DF,
    keepsAttestations: true,
    generatesNotes: true
};
/** As GitHub documents them for its own service, for `ghe.com`, and for Enterprise Server. */
function issuerOf({ hostname, origin }) {
    if (hostname === 'github.com')
        return 'https://token.actions.githubusercontent.com';
    if (hostname.endsWith('.ghe.com'))
        return `https://token.actions.${hostname}`;
    return `${origin}/_services/token`;
}
function eventIn(env, payload) {
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    switch (name) {
        case 'pull_request':
        case 'pull_request_target':
        case 'pull_request_review':
        case 'pull_request_review_comment':
            return pullRequest(name, env, payload);
        case 'merge_group':
            return { kind: 'merge-queue' };
        case 'issue_comment':
            return { kind: 'other', ...afterComment(env, payload) };
        case 'workflow_run':
            return { kind: 'other', ...afterForeign(env, payload) };
    }
    if (env['GITHUB_REF_TYPE'] === 'tag' && env['GITHUB_REF_NAME'])
        return { kind: 'tag', tag: env['GITHUB_REF_NAME'] };
    return { kind: name === 'push' ? 'push' : 'other' };
}
const DEPENDABOT = 'dependabot[bot]';
/** A fork's head and a bot's bump are somebody else's code: whatever the token may do, it gets nothing of ours. */
function pullRequest(name, env, { pull_request: pull }) {
    const head = pull?.head?.repo?.full_name;
    const base = pull?.base?.repo?.full_name ?? env['GITHUB_REPOSITORY'];
    const foreign = head === undefined || head !== base
        ? `a pull request from ${(0,facts_event/* named */.K)(head, 'a repository that is gone')}`
        : [pull?.user?.login, env['GITHUB_ACTOR']].includes(DEPENDABOT)
            ? 'a pull request of Dependabot'
            : undefined;
    const target = name === 'pull_request_target';
    const untrusted = foreign ?? (target ? 'pull_request_target runs with the base branch’s rights' : undefined);
    return {
        kind: 'pull-request',
        ...(typeof pull?.number === 'number' && { pullRequest: pull.number }),
        ...(untrusted !== undefined && { untrusted }),
        ...(target && foreign !== undefined && { only: env['GITHUB_SHA'] ?? '' })
    };
}
/** Anybody may comment, the run has the default branch's rights, and nothing says whose the pull request's head is. */
function afterComment(env, { issue }) {
    if (!issue?.pull_request)
        return {};
    return { untrusted: 'a comment on a pull request', only: env['GITHUB_SHA'] ?? '' };
}
/** A run after another has the default branch's rights, whoever wrote what the other one ran for. */
function afterForeign(env, { workflow_run: run }) {
    const head = run?.head_repository?.full_name;
    const own = run?.repository?.full_name ?? env['GITHUB_REPOSITORY'];
    if (head !== undefined && head === own)
        return {};
    return { untrusted: `a run after one of ${(0,facts_event/* named */.K)(head, 'a repository that is gone')}`, only: env['GITHUB_SHA'] ?? '' };
}

;// CONCATENATED MODULE: ./src/facts/platforms/gitlab.ts


/** GitLab, with CI/CD. */
const gitlab = {
    name: 'gitlab',
    // Runners for trying things out set GITLAB_CI to false, and the rest is there.
    runsHere: (env) => env['GITLAB_CI'] === 'true' || knowsProject(env),
    event: gitlab_eventIn,
    knowsProject,
    signer: (repository, tag) => 
    // With its path: `Gitlab.config.gitlab.url` is what signs the tokens of its jobs.
    (0,signer/* workflowAtTag */.b)(repository, { workflows: '//[^@]+', tag, issuer: repository.server }),
    keepsAttestations: false,
    generatesNotes: false
};
function knowsProject(env) {
    return Boolean(env['CI_API_V4_URL']) && Boolean(env['CI_PROJECT_ID']);
}
function gitlab_eventIn(env) {
    if (env['CI_COMMIT_TAG'])
        return { kind: 'tag', tag: env['CI_COMMIT_TAG'] };
    if (!env['CI_MERGE_REQUEST_IID'])
        return { kind: env['CI_PIPELINE_SOURCE'] === 'push' ? 'push' : 'other' };
    const source = env['CI_MERGE_REQUEST_SOURCE_PROJECT_ID'];
    const foreign = source !== undefined && source !== env['CI_MERGE_REQUEST_PROJECT_ID'];
    return {
        kind: env['CI_MERGE_REQUEST_EVENT_TYPE'] === 'merge_train' ? 'merge-queue' : 'pull-request',
        ...(foreign && {
            untrusted: `a merge request from ${(0,facts_event/* named */.K)(env['CI_MERGE_REQUEST_SOURCE_PROJECT_PATH'], 'another project')}`
        })
    };
}

;// CONCATENATED MODULE: ./src/facts/platforms.ts


/** The one list of platforms; a run is a job of the first that says so. */
const PLATFORMS = [github, gitlab];
const platformNamed = (name) => PLATFORMS.find((platform) => platform.name === name);
/** The platform whose job this is. */
const platformHere = (env) => PLATFORMS.find(({ runsHere }) => runsHere(env));
/** What started this run, by the variables of its platform; `payload` is GITHUB_EVENT_PATH's JSON. */
const eventOf = (env, payload) => platformHere(env)?.event(env, payload) ?? { kind: 'local' };


/***/ }),

/***/ 29083:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   AF: () => (/* binding */ buildEnvironment),
/* harmony export */   F9: () => (/* binding */ cloneEnvironment),
/* harmony export */   I$: () => (/* binding */ goEnvironment),
/* harmony export */   KL: () => (/* binding */ NO_FLAGS),
/* harmony export */   gd: () => (/* binding */ refuseNoCache),
/* harmony export */   rR: () => (/* binding */ reachingEnvironment),
/* harmony export */   tG: () => (/* binding */ CREDENTIALS)
/* harmony export */ });
/* unused harmony exports trusting, credentialSettings, pick */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(40766);



/**
 * GOFLAGS without any flag. An empty variable counts as one that is not set, and then the file go.env in GOROOT has its
 * say, which GOENV=off does not switch off (cmd/go/internal/cfg, Getenv).
 */
const NO_FLAGS = ' ';
/** What a go command may see of the caller's environment: where things lie, and how modules are reached. */
const PASSED = [
    ...['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'],
    ...['USERPROFILE', 'LOCALAPPDATA', 'APPDATA', 'SYSTEMROOT', 'SystemRoot', 'PATHEXT', 'COMSPEC'],
    ...['GOPATH', 'GOCACHE', 'GOMODCACHE', 'GOPROXY', 'GONOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GOAUTH'],
    ...['GIT_SSL_CAINFO', 'NETRC', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND']
];
/** What a Go program needs to reach the network, and where it may put its own files. */
const REACHING = [
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'all_proxy'],
    ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'SYSTEMROOT', 'SystemRoot', 'TMPDIR', 'TMP', 'TEMP']
];
/** The environment of a Go program that only asks the network: no credentials, and a folder of ours for a home. */
const reachingEnvironment = (env, home) => ({
    ...pick(env, REACHING),
    ...Object.fromEntries(['HOME', 'XDG_CONFIG_HOME', 'APPDATA', 'USERPROFILE'].map((name) => [name, home]))
});
/** The variable that holds credentials for private modules: lines of `https://user:token@host[/path]`. */
const CREDENTIALS = 'SLIPWAY_GIT_CREDENTIALS';
/**
 * The whole environment of a go or git command: an allow-list of the caller's, no settings of Go's own file, and git's
 * settings for this run, which go from variable to variable and are never written to disk. Git reads the user's files
 * too, for proxies, certificates and helpers that it may need; what of them changes its answers is set here.
 */
const goEnvironment = (env, settings = []) => ({
    ...pick(env, [...PASSED, ...REACHING]),
    ...gitSettings([...ANSWERING, ...settings]),
    GOENV: 'off',
    GOWORK: 'off',
    GOFLAGS: NO_FLAGS,
    GOTOOLCHAIN: 'local',
    GOFIPS140: 'off',
    // Collecting half as often saves a sixth of a cold compile, for a fifth more memory (docs/bench.md).
    GOGC: '200',
    CGO_ENABLED: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0'
});
/** The environment of git where it is asked about a clone that is here: without any credentials. */
const cloneEnvironment = (env, folder) => 
// A commit may hold a folder that git takes for a repository, with settings that name programs.
goEnvironment(env, [...trusting(folder), ['safe.bareRepository', 'explicit']]);
/** The environment of go commands in a module: with what opens private modules. */
const buildEnvironment = (env, folder) => goEnvironment(env, [...trusting(folder), ...credentialSettings(env[CREDENTIALS])]);
/**
 * Settings by which a user's git says other things, to us or to the go command, which asks it whether the tree is
 * changed: each as git has it where nobody sets it, but for the encoding, which is the one that we read.
 */
const ANSWERING = [
    ['log.showSignature', 'false'],
    ['i18n.logOutputEncoding', 'UTF-8'],
    ['status.showUntrackedFiles', 'normal'],
    ['diff.ignoreSubmodules', 'none'],
    // A hook that is asked what changed, or a daemon that would outlive this run.
    ['core.fsmonitor', 'false']
];
/** Rejects a build cache that go could not use: it would say so when it compiles, and not before. */
function refuseNoCache({ GOCACHE: cache = '' }) {
    if (cache === '' || (0,node_path__WEBPACK_IMPORTED_MODULE_0__.isAbsolute)(cache))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('environment', `GOCACHE is ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .quote */ .hD)(cache)}, and go compiles nothing without a build cache`, {
        hint: 'Unset it, or set it to the absolute path of a folder that may be written.'
    });
}
/**
 * Git's leave to work in a checkout that another user owns, such as a container's runner: it is the one that we were told
 * to build, and a module in a subdirectory has its repository above it.
 */
function trusting(folder) {
    const above = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)(folder);
    return [['safe.directory', folder], ...(above === folder ? [] : trusting(above))];
}
/**
 * Git's settings for private modules over HTTPS: a header for each host, as actions/checkout does, and not a password in
 * a URL, since git hands URLs to its helpers as arguments. Throws an 'input' Failure that never shows the value.
 */
function credentialSettings(text) {
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
/** Settings as GIT_CONFIG_COUNT variables (git-config, "ENVIRONMENT"). */
const gitSettings = (settings) => ({
    GIT_CONFIG_COUNT: String(settings.length),
    ...Object.fromEntries(settings.flatMap(([key, value], i) => [
        [`GIT_CONFIG_KEY_${i}`, key],
        [`GIT_CONFIG_VALUE_${i}`, value]
    ]))
});
const pick = (env, names) => Object.fromEntries(names.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]]])));


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
/**
 * Reads the `module`, `go` and `toolchain` directives. They are single lines by the go.mod grammar
 * (https://go.dev/ref/mod#go-mod-file-grammar); `module ( … )` blocks are legal and never written by the go command.
 */
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
/** The Go that Slipway itself is pinned to, for modules whose go.mod names a language version and no toolchain. */
const DEFAULT_GO = 'go1.26.8';
/**
 * Which Go builds a module, the same on every host: what was asked for, else the `toolchain` line where it is no older
 * than the `go` line (the go command passes over an older one, too), else a `go` line that names a release (1.21.0 and
 * newer do), else our own pin, since `go 1.19` is a language version and no toolchain.
 */
function chooseGo(mod, asked) {
    if (asked !== 'go.mod')
        return atLeast(asked, mod, 'go-version asks for it');
    const { go, toolchain = 'default' } = mod;
    if (toolchain !== 'default' && (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .compareGo */ .A)(toolchain, go) >= 0)
        return { version: toolchain, why: 'the toolchain line of go.mod' };
    const over = toolchain === 'default' ? '' : `, which is newer than its toolchain line ${toolchain}`;
    if (/^1\.(2[1-9]|[3-9]\d|\d{3,})(\.|rc|beta)\d+$/.test(go))
        return { version: `go${go}`, why: `the go line of go.mod${over}` };
    return atLeast(DEFAULT_GO, mod, go
        ? `go.mod says go ${go}, a language version${over}; this is Slipway's own pin`
        : "go.mod has no go line; this is Slipway's own pin");
}
function atLeast(version, mod, why) {
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
/* harmony export */   O: () => (/* binding */ tracesOf)
/* harmony export */ });
/** As much of what stands around a trace as helps to see where it comes from. */
const AROUND = 80;
/** Folders of fewer names need more than the folder to be a trace. */
const NAMES = 2;
/**
 * A sentence for each trace that is in the bytes as a folder, that is, followed by a slash or backslash. A root folder
 * (`/`) leaves none that could be told from other text.
 */
function findTraces(bytes, traces) {
    const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const stems = new Map();
    /** Most traces lie below one or two folders, and programs are large: a stem that is not there is looked for once. */
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
/** The first two names of a folder, with what stands before them. */
const STEM = /^(?:[A-Za-z]:)?(?:[\\/]+[^\\/]+){2}/;
/** Where the folder's name is followed by a slash or backslash, and by what is inside of it, or -1. */
function findFolder(haystack, folder, isInside) {
    const length = Buffer.byteLength(folder);
    for (let at = haystack.indexOf(folder); at >= 0; at = haystack.indexOf(folder, at + 1)) {
        const next = haystack[at + length];
        if (next !== 0x2f && next !== 0x5c)
            continue;
        if (!isInside || (begins(haystack, at) && isInside(textAt(haystack, at + length + 1))))
            return at;
    }
    return -1;
}
/** Whether a path can begin here: `/src` in `github.com/a/src` is not that folder. */
const begins = (haystack, at) => at === 0 || !/[\w.~@+-]/.test(String.fromCharCode(haystack[at - 1] ?? 0));
const LONGEST = 1024;
function textAt(haystack, at) {
    const text = haystack.toString('utf8', at, at + LONGEST);
    return text.slice(0, Math.max(0, text.search(/[\0-\x1f]|$/))).replaceAll('\\', '/');
}
/** Folders of this machine that no program may hold, with how the files look that a compiler would name there. */
function tracesOf({ root, tracked, go: { keeps }, goRoot, temporary }) {
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
/* harmony export */   Q: () => (/* binding */ unbuildable),
/* harmony export */   S: () => (/* binding */ parseTargets)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(40766);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(82577);



/** Words that people write for Go's. */
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
/** Reads many targets, each once, in the given order. One 'input' Failure names every mistake. */
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
/**
 * Checks targets against the output of `go tool dist list`. A sentence for each target that this Go does not have or
 * that cannot be built without cgo; empty when all can be built.
 */
function unbuildable(targets, distList) {
    const known = distList.split(/\s+/).filter((line) => line.includes('/'));
    return targets.flatMap((target) => {
        const pair = `${target.os}/${target.arch}`;
        if (!known.includes(pair)) {
            const near = nearest(pair, known);
            const advice = near === undefined ? '' : `; did you mean ${near}?`;
            return [`${(0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .formatTarget */ .P4)(target)} is not a target of this Go${advice}`];
        }
        const reason = (0,_target_js__WEBPACK_IMPORTED_MODULE_1__/* .needsCgo */ .JW)(target);
        return reason === undefined ? [] : [reason];
    });
}
function nearest(pair, known) {
    const translated = pair
        .split('/')
        .map((word) => ALIASES[word] ?? word)
        .join('/');
    return (0,_base_text_js__WEBPACK_IMPORTED_MODULE_2__/* .closest */ .kp)(translated, known);
}


/***/ }),

/***/ 82577:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ targetEnv),
/* harmony export */   Gz: () => (/* binding */ variantSetting),
/* harmony export */   JW: () => (/* binding */ needsCgo),
/* harmony export */   P4: () => (/* binding */ formatTarget),
/* harmony export */   RP: () => (/* binding */ refuseUnknownVariants),
/* harmony export */   b6: () => (/* binding */ DEFAULT_TARGETS),
/* harmony export */   hu: () => (/* binding */ parseTarget),
/* harmony export */   je: () => (/* binding */ targetName)
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
/**
 * Reads `os/arch` or `os/arch/variant`. Two spellings of one target give equal values: arm's variant is always set, and
 * everywhere else Go's default variant is left out. Throws an 'input' Failure; whether Go has the pair is asked of
 * `unknownTargets`.
 */
function parseTarget(text) {
    const parts = text.trim().split('/');
    const [os = '', arch = '', variant] = parts;
    if (parts.length > 3 || !/^[a-z0-9]+$/.test(os) || !/^[a-z0-9]+$/.test(arch)) {
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `target ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(text)} is not of the form os/arch or os/arch/variant`, {
            hint: 'Write it in Go\'s words and lower case, such as "linux/amd64" or "linux/arm/v7".'
        });
    }
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
/** The text that `parseTarget` reads: `linux/arm/v7`. Equal targets give equal text. */
function formatTarget({ os, arch, variant }) {
    return variant === undefined ? `${os}/${arch}` : `${os}/${arch}/${variant}`;
}
/**
 * The target's part of a file name: `linux_arm64`, `linux_armv7`, `linux_amd64v3`, `linux_mips_softfloat`.
 * Different targets give different names.
 */
function targetName({ os, arch, variant = '' }) {
    const joint = variant === '' || /^v\d/.test(variant) ? '' : '_';
    return `${os}_${arch}${joint}${variant}`;
}
/**
 * The variables that make the go command build for a target. Go's default variant is named too, since a toolchain can
 * be built with another one.
 */
function targetEnv({ os, arch, variant }) {
    const family = FAMILIES.get(arch);
    if (family === undefined)
        return { GOOS: os, GOARCH: arch };
    const value = variant ?? family.standard;
    return { GOOS: os, GOARCH: arch, [family.variable]: arch === 'arm' ? value.replace(/^v/, '') : value };
}
/** The variant's variable and value as build info holds them, where this Go (`go1.26.8`) records one. */
function variantSetting(target, go) {
    const { variable: name, since = 0 } = FAMILIES.get(target.arch) ?? {};
    const value = name === undefined || (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .minorOf */ .H)(go) < since ? undefined : targetEnv(target)[name];
    return name === undefined || !value ? undefined : [name, value];
}
/** Rejects targets whose variant this Go does not know: it would build another one, without a word. */
function refuseUnknownVariants(targets, go) {
    for (const target of targets) {
        const { variable = '', since = 0 } = FAMILIES.get(target.arch) ?? {};
        if (target.variant === undefined || (0,_version_js__WEBPACK_IMPORTED_MODULE_2__/* .minorOf */ .H)(go) >= since)
            continue;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${go} does not know ${variable}, so it cannot build ${formatTarget(target)}`, {
            hint: `Go 1.${since} and newer do: set go-version, or write "${target.os}/${target.arch}".`
        });
    }
}
/** Why a target cannot be built without cgo whatever the code, if so (MustLinkExternal and DefaultPIE in internal/platform). */
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
/* harmony export */   H: () => (/* binding */ minorOf)
/* harmony export */ });
/** `go1.26.8`, `1.26.8` and `go1.26rc1` are 26. */
const minorOf = (version) => read(version).minor;
/**
 * Negative where `a` is older than `b` (cmd/go/internal/gover, Compare): a language version such as `1.26` is older than
 * `1.26rc1`, and that than `1.26.0`.
 */
function compareGo(a, b) {
    const [one, other] = [read(a), read(b)];
    return one.minor - other.minor || one.kind - other.kind || one.number - other.number;
}
const KINDS = ['', 'beta', 'rc', '.'];
function read(version) {
    const [, minor = '0', kind = '', number = '0'] = /^(?:go)?1\.(\d+)(?:(\.|rc|beta)(\d+))?/.exec(version) ?? [];
    // Before 1.21 a release without a third number was the first one of its line.
    const first = kind === '' && Number(minor) < 21;
    return { minor: Number(minor), kind: KINDS.indexOf(first ? '.' : kind), number: Number(number) };
}


/***/ }),

/***/ 8193:
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
// EXTERNAL MODULE: ./src/config/inputs.ts + 7 modules
var inputs = __nccwpck_require__(30719);
// EXTERNAL MODULE: ./src/config/commands.ts
var commands = __nccwpck_require__(64006);
// EXTERNAL MODULE: ./src/base/json.ts
var base_json = __nccwpck_require__(23659);
// EXTERNAL MODULE: ./src/go/environment.ts
var environment = __nccwpck_require__(29083);
;// CONCATENATED MODULE: ./src/facts/secrets.ts

/** Variables whose values no log may show. */
const SECRETS = [
    ...['COSIGN_PRIVATE_KEY', 'COSIGN_PASSWORD', 'GITHUB_TOKEN', 'GITLAB_TOKEN', 'CI_JOB_TOKEN'],
    ...['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'ACTIONS_RUNTIME_TOKEN', 'SIGSTORE_ID_TOKEN'],
    // Of key services.
    ...['AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'AZURE_CLIENT_SECRET', 'VAULT_TOKEN'],
    environment/* CREDENTIALS */.tG
];
/** Variables with URLs that may hold a login. */
const ADDRESSES = [
    environment/* CREDENTIALS */.tG,
    ...['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy', 'GOPROXY']
];
/** Every secret that is known before the work begins: what a host has to mask first. */
const secretsIn = (env, token) => [token, ...SECRETS.map((name) => env[name] ?? ''), ...ADDRESSES.flatMap((name) => loginsIn(env[name] ?? ''))].filter((secret) => secret !== '');
/** `user:password` and `password` of each URL in a text, as they are sent, which is encoded once more. */
const loginsIn = (text) => [...text.matchAll(/:\/\/([^/\s:@]*):([^/\s@]+)@/g)].flatMap(([, user = '', password = '']) => [`${user}:${password}`, password].flatMap((part) => [part, decoded(part)]));
const decoded = (text) => {
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


/**
 * The bytes of memory that programs may still take: what the machine has free, and no more than the limit of a container
 * leaves. Node counts the files in the page cache against such a limit, and after a build they fill any: those that were
 * not used lately are counted as free here, since the kernel drops them first (as a kubelet does: usage − inactive_file).
 */
const freeMemory = ({ free, available }, read) => available < free ? Math.min(free, available + inactiveFiles(read)) : available;
/** The bytes of such files of this process's control group, version 2 or 1; 0 where that cannot be read. */
function inactiveFiles(read) {
    const groups = read('/proc/self/cgroup') ?? '';
    const first = /^\d+:(?:[\w,]+,)?memory(?:,[\w,]+)?:(.*)$/m.exec(groups)?.[1];
    const [root, path, field] = first === undefined
        ? ['/sys/fs/cgroup', /^0::(.*)$/m.exec(groups)?.[1] ?? '/', 'inactive_file']
        : ['/sys/fs/cgroup/memory', first, 'total_inactive_file'];
    // Inside a container its own group may be mounted as the root, whatever the path says.
    const stat = read(`${root}${path.replace(/\/$/, '')}/memory.stat`) ?? read(`${root}/memory.stat`) ?? '';
    return Number(new RegExp(`^${field} (\\d+)$`, 'm').exec(stat)?.[1] ?? 0);
}
const memoryNow = () => freeMemory({ free: (0,external_node_os_.freemem)(), available: process.availableMemory() }, (path) => {
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




/**
 * The clusters of a plan, by the provider that it names. What a boot does is told only when it fails; what happens to a
 * cluster that runs is, always.
 */
function clustersOf(plan, parts, host) {
    const provider = plan && (0,providers/* providerNamed */.li)(plan.provider);
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
/**
 * Removes what killed runs left outside of files, as their marks in the folder tell. Resolves with whether the mark of
 * that name has to stay, since it could not be followed.
 */
async function sweepMarked(folder, sweeping, signal) {
    const stay = [];
    for (const { leftovers } of providers/* PROVIDERS */.xq)
        if (leftovers && (await hasMark(folder, leftovers.mark)) && !(await leftovers.sweep(sweeping, signal)))
            stay.push(leftovers.mark);
    return (name) => stay.some((mark) => name.endsWith(`-${mark}`));
}
/** Whether a run that was killed left its mark in the folder. */
const hasMark = async (folder, mark) => (await (0,promises_.readdir)(folder).catch(() => [])).some((name) => {
    const owner = disk/* TEMPORARY */.G2.test(name) && name.endsWith(`-${mark}`) ? (0,machine_owner/* parseOwner */.pZ)(name) : undefined;
    return owner !== undefined && (0,machine_owner/* lifeOf */.c_)(owner) === 'dead';
});

// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __nccwpck_require__(58369);
// EXTERNAL MODULE: ./src/adapters/http/answer-body.ts
var answer_body = __nccwpck_require__(97264);
;// CONCATENATED MODULE: ./src/adapters/cosign/identity-token.ts




const HINT = 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.';
const PATIENCE_MS = 20_000;
/**
 * The token of this job: SIGSTORE_ID_TOKEN when it holds one, else asked of GitHub, once; a 'host' Failure may go away by
 * itself. The identity is computed from the
 * token's claims, so that what the certificate says later is compared with it and not believed.
 */
async function identityToken(env, ask, signal) {
    // cosign would take the variable when it exists, even empty.
    const given = env['SIGSTORE_ID_TOKEN']?.trim();
    const token = given || (await fromGitHub(env, ask, signal));
    const claims = claimsOf(token);
    const expires = Number(claims['exp']) * 1000;
    if (expires <= Date.now())
        throw new errors/* Failure */.H('environment', `the identity token of this job expired at ${new Date(expires).toISOString()}`, {
            hint: LIVES_SHORTLY
        });
    return { token, expires, renewable: !given, identity: identityOf(claims) };
}
/**
 * GitLab documents that it lives as long as its job may (`timeout:`, else the project's limit), and five minutes where no
 * limit is known; some versions gave five minutes to every job (gitlab-org/gitlab issue 351765).
 */
const LIVES_SHORTLY = 'It begins with the job: give the job a timeout that is long enough, or sign in a job of its own, as the component fan-out does.';
/** What a person should know of a token that may end before a release is signed; undefined for one that lasts. */
function endsSoon({ expires, renewable }, now) {
    const minutes = Math.floor((expires - now) / 60_000);
    if (renewable || minutes >= 10)
        return undefined;
    return `the identity token of this job ends in ${minutes} min; what is not signed by then cannot be. ${LIVES_SHORTLY}`;
}
/** Who a token stands for, as Fulcio writes it into the certificate. */
function identityOf(claims) {
    const { iss, ci_config_ref_uri: gitlab, job_workflow_ref: github } = claims;
    if (typeof iss === 'string' && typeof gitlab === 'string')
        return { identity: `https://${written(gitlab)}`, issuer: iss };
    if (typeof iss === 'string' && typeof github === 'string')
        return { identity: `${serverOf(iss)}/${written(github)}`, issuer: iss };
    throw new errors/* Failure */.H('environment', 'the identity token of this job names neither a GitHub workflow nor a GitLab one', {
        hint: 'Only those two have a documented identity; sign with a key elsewhere.'
    });
}
/**
 * A path as Go's net/url writes it, and so Fulcio into a certificate (`URL.EscapedPath`): as it is, unless it holds a
 * character that no path may hold, such as a blank; then everything but a few characters is encoded.
 */
const written = (path) => /^[\w.~!$&'()*+,;=:@/[\]%-]*$/.test(path)
    ? path
    : encodeURIComponent(path)
        .replace(/%(?:24|26|2B|2C|2F|3A|3B|3D|40)/g, decodeURIComponent)
        .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
/** The issuer is `token.actions.githubusercontent.com` for github.com, `token.actions.NAME.ghe.com`, or a path on a server. */
function serverOf(issuer) {
    const { host } = new URL(issuer);
    if (host === 'token.actions.githubusercontent.com')
        return 'https://github.com';
    return `https://${host.replace(/^token\.actions\./, '')}`;
}
async function fromGitHub(env, ask, signal) {
    const [address, bearer] = [env['ACTIONS_ID_TOKEN_REQUEST_URL'], env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']];
    if (!address || !bearer)
        throw new errors/* Failure */.H('environment', 'this job cannot get an identity token', { hint: HINT });
    const url = new URL(address);
    url.searchParams.set('audience', 'sigstore');
    return await requestToken(url, bearer, ask, signal);
}
async function requestToken(url, bearer, ask, signal) {
    const headers = { authorization: `bearer ${bearer}`, accept: 'application/json' };
    const reply = await ask(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) }).catch((cause) => {
        signal.throwIfAborted();
        throw nothing(url, cause);
    });
    if (reply.status >= 500 || reply.status === 429)
        throw new errors/* Failure */.H('host', `${url.host} answers ${reply.status} to the request for an identity token`);
    if (!reply.ok)
        throw new errors/* Failure */.H('environment', `${url.host} refuses an identity token: ${reply.status}`, { hint: HINT });
    const text = await (0,answer_body/* textOf */.b6)(reply, PATIENCE_MS, limits/* LIMITS */.b1.token.most).catch((cause) => {
        signal.throwIfAborted();
        throw nothing(url, cause);
    });
    const value = (0,base_json/* textAt */.$6)((0,base_json/* parsedJson */.U4)(text), 'value');
    if (value !== '')
        return value;
    throw new errors/* Failure */.H('host', `${url.host} answers without an identity token`);
}
const nothing = ({ host }, cause) => new errors/* Failure */.H('host', `no identity token from ${host}${cause instanceof answer_body/* TooMuch */.GC ? `: ${cause.message}` : ''}`, {
    cause
});
/** The claims of a JWT. Its signature is the certificate authority's to check, not ours. */
function claimsOf(token) {
    const claims = (0,base_json/* parsedJson */.U4)(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof claims === 'object' && claims !== null)
        return claims;
    throw new errors/* Failure */.H('environment', 'the identity token of this job is not a JSON web token', { hint: HINT });
}

// EXTERNAL MODULE: ./src/evidence/bundle.ts + 2 modules
var evidence_bundle = __nccwpck_require__(49769);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(58500);
;// CONCATENATED MODULE: ./src/adapters/cosign/patience.ts


/** Between attempts, in milliseconds: two minutes beside what each attempt waits itself. */
const PAUSES = [2_000, 5_000, 15_000, 30_000, 60_000];
/** For somebody who waits at a terminal. */
const SHORT_PAUSES = [1_000, 3_000];
/**
 * What cosign says when a service of Sigstore is out of order or out of reach: its own words, those of its client for
 * certificates and timestamps (`closed response body` after answers of 5xx), of its client for the trust root (go-tuf's
 * `http status code`) and of Go's net and net/http below them.
 */
const TRANSIENT = new RegExp([
    String.raw `(status|status code:|returned|response:) (429|5\d\d)\b`,
    'read on closed response body',
    String.raw `giving up after \d+ attempt`,
    'connection (refused|reset|timed out)',
    'broken pipe',
    'i/o timeout',
    'TLS handshake timeout',
    String.raw `Client\.Timeout exceeded`,
    'deadline exceeded',
    'no such host',
    'server misbehaving',
    'Temporary failure in name resolution',
    'network is unreachable',
    'no route to host',
    'unexpected EOF',
    '": EOF',
    'stream error',
    'http2: server sent GOAWAY'
].join('|'));
/**
 * Tries again while Sigstore is out of order, since a signature that is made later is as good. Gives up with a 'host'
 * Failure that begins with `trouble`; anything else that goes wrong is thrown at once.
 */
async function withPatience(trouble, attempt, signal, { pauses = PAUSES, note = () => undefined } = {}) {
    for (let tried = 0;; tried++) {
        try {
            return await attempt();
        }
        catch (error) {
            signal?.throwIfAborted();
            const why = error instanceof errors/* Failure */.H ? outOfOrder(error) : undefined;
            if (why === undefined)
                throw error;
            const pause = pauses[tried];
            if (pause === undefined)
                throw new errors/* Failure */.H('host', `${trouble}: ${why} (${tried + 1} attempts)`, {
                    hint: 'Run this again when it is back. Nothing was published, and what lies in the output folder is not made again.',
                    cause: error
                });
            note(`${trouble}: ${why}; trying again in ${Math.ceil(pause / 1000)} s`);
            await (0,external_node_timers_promises_.setTimeout)(pause, undefined, { signal });
        }
    }
}
/** Why a failure may go away by itself; undefined for one that will not. */
function outOfOrder({ kind, message, cause }) {
    if (kind === 'host')
        return message;
    const line = String(cause)
        .split('\n')
        .filter((text) => TRANSIENT.test(text))
        .at(-1);
    return line?.replace(/^.*error signing bundle: /, '').slice(0, 300);
}

;// CONCATENATED MODULE: ./src/adapters/cosign/run.ts

/** What any child may see: the way to programs, to the network, and to the certificates that this machine trusts. */
const COMMON = /^(PATH|SystemRoot|(HTTPS?|NO|ALL)_PROXY|SSL_CERT_(FILE|DIR))$/i;
/**
 * Runs cosign and gives its stdout; `variables` are those that it sees beyond the common ones. Failures say what to do,
 * and hold none of the secrets that the child was given.
 */
async function runCosign({ cosign: tool, processes, env, scratch, signal }, args, variables = {}) {
    const common = Object.entries(env).filter(([name, value]) => COMMON.test(name) && value !== undefined);
    const bare = {
        ...Object.fromEntries(common),
        HOME: scratch,
        USERPROFILE: scratch,
        TMPDIR: scratch,
        TMP: scratch,
        TUF_ROOT: `${scratch}/tuf`
    };
    const run = async (argv, env = bare) => (await processes.run(argv, { env, ...(signal ? { signal } : {}) })).stdout;
    try {
        return await run([tool, ...args], { ...bare, ...variables });
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        await refuseOld(tool, run);
        throw explained(error, secretsOf(variables));
    }
}
/** An 'environment' Failure when this is not cosign 3. Asked only when something went wrong: it costs a start. */
async function refuseOld(tool, run) {
    const text = await run([tool, 'version', '--json']).catch(() => '');
    const version = /"gitVersion":\s*"([^"]*)"/.exec(text)?.[1] ?? '';
    const major = /^v?(\d+)\./.exec(version)?.[1];
    if (major !== undefined && major !== '3')
        throw new errors/* Failure */.H('environment', `${tool} is cosign ${version}, and cosign 3 is needed`, {
            hint: 'Install cosign 3, or take the other one off PATH so that Slipway gets its own.'
        });
}
/** What cosign says, and what that means for the reader. First match wins. */
const MEANINGS = [
    [
        /decryption failed/,
        'environment',
        'the password does not open the signing key',
        'Set COSIGN_PASSWORD to the password of the key, or to nothing when it has none.'
    ],
    [
        /env var \$\w+ not found/,
        'environment',
        'the variable that should hold the signing key is not set',
        'Set it, or name the key: --sign-key FILE|KMS.'
    ],
    [
        /invalid pem block|unsupported pem type/,
        'input',
        'the signing key is not a private key as cosign writes them',
        'Make one with "cosign generate-key-pair", or convert yours with "cosign import-key-pair".'
    ],
    [
        /reading key: .*no such file/,
        'input',
        'there is no such signing key file',
        'Check the path that --sign-key names.'
    ],
    [
        /reading key: .*permission denied/,
        'environment',
        'the signing key cannot be read',
        'Give this user the right to it.'
    ],
    [
        /(loading URL|loading public key): .*no such file/,
        'input',
        'there is no such public key file',
        'Check the path that --key names.'
    ],
    [
        /tuf refresh failed|getting trusted root|failed to create TUF client/i,
        'environment',
        "Sigstore's trust root cannot be fetched from here",
        'Let this job reach it, or set the trusted root of your own Sigstore. Without it nothing can be verified.'
    ],
    [
        /token.*expired|expired.*token|verifying.*id ?token|oidc: |error processing the identity token/i,
        'environment',
        'the certificate authority refuses the identity token of this job',
        'The token lives for minutes and for one audience: sign early, and ask for the audience "sigstore".'
    ]
];
function explained(failure, secrets) {
    const cause = redact(String(failure.cause), secrets);
    for (const [pattern, kind, message, hint] of MEANINGS)
        if (pattern.test(cause))
            return new errors/* Failure */.H(kind, message, { hint, cause });
    return new errors/* Failure */.H(failure.kind, failure.message, { hint: 'The cause is what cosign said.', cause });
}
/** Everything but short words, and of a key each line: what must not stand in a message even when cosign repeats it. */
const secretsOf = (variables) => Object.values(variables)
    .flatMap((value) => [value, ...value.split(/\s+/)])
    .filter((part) => part.length >= 6)
    .sort((a, b) => b.length - a.length);
const redact = (text, secrets) => secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text);

;// CONCATENATED MODULE: ./src/adapters/cosign/blob.ts
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







const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';
/** No services: cosign 3 then asks no log and no timestamp authority. */
const NO_SERVICES = '{"mediaType":"application/vnd.dev.sigstore.signingconfig.v0.2+json","rekorTlogConfig":{},"tsaConfig":{}}';
/** Without one, cosign fetches the public trust root before it signs with a key that does not need it. */
const NO_ROOT = '{"mediaType":"application/vnd.dev.sigstore.trustedroot+json;version=0.1"}';
const byKey = (publicKey) => ['--key', publicKey, '--insecure-ignore-tlog'];
const byIdentity = (expected) => [
    ...('identity' in expected
        ? ['--certificate-identity', expected.identity]
        : ['--certificate-identity-regexp', expected.pattern]),
    '--certificate-oidc-issuer',
    expected.issuer
];
const trusting = ({ trustedRoot }) => trustedRoot === undefined ? [] : ['--trusted-root', trustedRoot];
/** What to sign, in cosign's words. */
const command = (what) => typeof what === 'string' ? ['sign-blob', what] : ['attest-blob', '--statement', what.statement];
/** The arguments that sign, with `options` between the command and what it signs. */
const signing = (what, ...options) => {
    const [name, ...rest] = command(what);
    return [name, '--yes', ...options, ...rest];
};
async function signWithKey(session, key, variables, what) {
    const { files, scratch } = session;
    const [config, root, made] = ['no-services.json', 'no-root.json', 'bundle.json'].map((name) => (0,external_node_path_.join)(scratch, name));
    await files.write(config, NO_SERVICES);
    await files.write(root, NO_ROOT);
    const offline = ['--signing-config', config, '--trusted-root', root];
    await runCosign(session, signing(what, '--key', key, ...offline, '--bundle', made), variables);
    await refuseOtherBundles(session, made);
    return made;
}
/** Puts a bundle in its place, in the one form that Slipway knows. */
async function handOver({ files }, made, bundle) {
    await files.write(bundle, (0,evidence_bundle/* normalizeBundle */.iQ)((await files.read(made)) ?? new Uint8Array(), bundle));
}
/** An older cosign writes another format under the same flag. */
async function refuseOtherBundles(session, path) {
    const { cosign, processes, files, scratch } = session;
    const text = Buffer.from((await files.read(path)) ?? []).toString();
    if (mediaTypeOf(text) === MEDIA_TYPE)
        return;
    await refuseOld(cosign, async (argv) => (await processes.run(argv, { env: { HOME: scratch } })).stdout);
    throw new errors/* Failure */.H('command', `cosign wrote a bundle of another kind: ${mediaTypeOf(text) ?? 'no media type'}`, {
        hint: `Slipway signs ${MEDIA_TYPE}, which cosign 3 writes.`
    });
}
function mediaTypeOf(text) {
    const mediaType = (0,base_json.at)((0,base_json/* parsedJson */.U4)(text), 'mediaType');
    return typeof mediaType === 'string' ? mediaType : undefined;
}
async function verifyByKey(session, pem, what, bundle) {
    const key = (0,external_node_path_.join)(session.scratch, 'expected.pub');
    await session.files.write(key, pem);
    await verifyBundle(session, byKey(key), what, bundle);
    await demandHint(session, pem, bundle);
}
/** Waits for a trust root that cannot be had for a moment: no signature is given up for that. */
async function verifyByIdentity(session, expected, sigstore, what, bundle) {
    const by = [...byIdentity(expected), ...trusting(sigstore), ...(await times(session, bundle))];
    await withPatience('the signature cannot be verified now', () => verifyBundle(session, by, what, bundle), session.signal, session);
}
async function verifyBundle(session, expected, what, bundle, variables = {}) {
    const path = typeof what === 'string' ? what : what.about;
    for (const file of [path, bundle])
        if (!(await session.files.digest(file)))
            throw new errors/* Failure */.H('verification', `there is no ${file} to verify`, {
                hint: 'Download the release again, with all of its files.'
            });
    try {
        const kind = typeof what === 'string' ? ['verify-blob'] : ['verify-blob-attestation', '--type', what.predicateType];
        const args = [...kind, ...expected, '--bundle', bundle, path];
        await runCosign(session, args, variables);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        throw new errors/* Failure */.H('verification', `${(0,external_node_path_.basename)(bundle)} does not prove ${(0,external_node_path_.basename)(path)}: cosign refuses it`, {
            hint: 'Do not use the file. The file, its bundle or the expected signer is not what it should be; the cause says which.',
            cause: error.cause
        });
    }
}
/** A time that an authority signed has to be good where there is one: cosign else looks at none that it can do without. */
async function times({ files }, bundle) {
    const bytes = (await files.read(bundle)) ?? new Uint8Array();
    return (0,evidence_bundle/* timestampsIn */.p9)(bytes, (0,external_node_path_.basename)(bundle)) > 0 ? ['--use-signed-timestamps'] : [];
}
/** The hint says which key signed, and cosign does not look at it: a wrong one is a changed bundle. */
async function demandHint({ files }, pem, bundle) {
    const der = (0,external_node_crypto_.createPublicKey)(Buffer.from(pem)).export({ type: 'spki', format: 'der' });
    const hint = (0,external_node_crypto_.createHash)('sha256').update(der).digest('base64');
    if ((0,evidence_bundle/* keyHintIn */.Sf)((await files.read(bundle)) ?? new Uint8Array(), (0,external_node_path_.basename)(bundle)) !== hint)
        throw new errors/* Failure */.H('verification', `${(0,external_node_path_.basename)(bundle)} was changed: it names another key than the one that signed`, { hint: 'Do not use it: download it again from the release, and tell its publisher if it stays so.' });
}
/** A session with a private folder, which is gone at every ending. */
async function inSession(parts, label, signal, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = __addDisposableResource(env_1, await parts.files.scratch(label), true);
        return await work({ ...parts, scratch: scratch.path, signal });
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

;// CONCATENATED MODULE: ./src/adapters/cosign/key-reference.ts

/** cosign's key services, and the variables of their clients. */
const SERVICES = {
    awskms: ['AWS_*'],
    gcpkms: ['GOOGLE_*', 'CLOUDSDK_*', 'GCE_METADATA_*'],
    azurekms: ['AZURE_*'],
    hashivault: ['VAULT_*', 'TRANSIT_SECRET_ENGINE_PATH'],
    k8s: ['KUBECONFIG', 'KUBERNETES_SERVICE_*'],
    gitlab: ['GITLAB_HOST', 'GITLAB_TOKEN']
};
/** Reads a key reference; an 'input' Failure that repeats nothing when it may be a key itself. */
function keyReference(reference) {
    const [, scheme, rest] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/.exec(reference) ?? [];
    if (reference === '' || /[\n\r]|-----BEGIN/.test(reference))
        throw new errors/* Failure */.H('input', 'the signing key is no reference to a key: it is empty, or a key itself', {
            hint: 'Put the key into COSIGN_PRIVATE_KEY, or name its file or its key service.'
        });
    if (scheme === undefined)
        return { key: reference, path: reference, variables: [], home: false };
    if (scheme === 'env' && rest && /^\w+$/.test(rest))
        return { key: reference, path: undefined, variables: [rest], home: false };
    const variables = SERVICES[scheme];
    if (!variables)
        throw new errors/* Failure */.H('input', `no key service is named ${scheme}://`, {
            hint: `A file, env://VARIABLE, or one of ${Object.keys(SERVICES).join(', ')} followed by ://.`
        });
    return { key: reference, path: undefined, variables, home: scheme !== 'gitlab' };
}
/** The caller's variables that a child needs in order to use this key. */
function variablesOf(env, { variables, home }) {
    const wanted = (name) => (home && name === 'HOME') ||
        variables.some((variable) => (variable.endsWith('*') ? name.startsWith(variable.slice(0, -1)) : name === variable));
    return Object.fromEntries(Object.entries(env).filter((entry) => wanted(entry[0]) && entry[1] !== undefined));
}
/**
 * Rejects a signing key that is not there or that cosign cannot read, so that nobody waits for a compiler and a proof
 * first. Whether the password opens it, and what a key service says, is known when it signs.
 */
async function refuseUnreadableKey({ files, env }, reference) {
    const { path, key, variables } = keyReference(reference);
    const variable = key.startsWith('env://') ? variables[0] : undefined;
    if (path === undefined && variable === undefined)
        return;
    const bytes = path === undefined ? undefined : await files.read(path);
    const text = variable === undefined ? bytes && Buffer.from(bytes).toString('utf8') : env[variable];
    if (path !== undefined && text === undefined)
        throw new errors/* Failure */.H('input', `there is no signing key at ${path}`, { hint: 'Check the path that --sign-key names.' });
    if (!text)
        throw new errors/* Failure */.H('environment', `the variable that should hold the signing key is not set: ${variable}`, {
            hint: 'Set it, or name the key: --sign-key FILE|KMS.'
        });
    if (!/-----BEGIN ENCRYPTED (SIGSTORE|COSIGN) PRIVATE KEY-----/.test(text))
        throw new errors/* Failure */.H('input', 'the signing key is not a private key as cosign writes them', {
            hint: 'Make one with "cosign generate-key-pair", or convert yours with "cosign import-key-pair".'
        });
}

;// CONCATENATED MODULE: ./src/adapters/cosign/cosign.ts








/**
 * Signs with a key: a file, `env://VARIABLE`, or a key service that cosign knows (awskms://, gcpkms://, azurekms://,
 * hashivault://, k8s://, gitlab://). Nothing goes to a transparency log: whoever has the public key needs no log to
 * check the signature, it works in closed networks, and a private project leaves no public record. So a downloader
 * verifies with `--insecure-ignore-tlog`, and whoever wants the log signs keyless. `known` is the key's public half
 * (PEM), where it was derived before; a wrong one fails the verification that follows every signature.
 */
function keySigner(parts, reference, known) {
    const key = keyReference(reference);
    // The password is always set: without it cosign asks a person.
    const variables = { ...variablesOf(parts.env, key), COSIGN_PASSWORD: parts.env['COSIGN_PASSWORD'] ?? '' };
    let publicKey = known === undefined ? undefined : Promise.resolve(known);
    const identity = (signal) => {
        publicKey ??= inSession(parts, 'public-key', signal, (session) => runCosign(session, ['public-key', '--key', key.key], variables));
        // A failure is not kept: an aborted first call must not decide the second.
        publicKey.catch(() => (publicKey = undefined));
        return publicKey.then((pem) => ({ publicKey: pem }));
    };
    return {
        mode: 'key',
        async sign(what, bundle, signal) {
            if (key.path !== undefined && !(await parts.files.digest(key.path)))
                throw new errors/* Failure */.H('input', `there is no signing key at ${key.path}`, {
                    hint: 'Check the path that --sign-key names.'
                });
            await inSession(parts, 'sign', signal, async (session) => {
                // Both open the key, which takes longest: side by side, and none is left running when the other fails.
                const [made, known] = await Promise.allSettled([
                    signWithKey(session, key.key, variables, what),
                    identity(signal)
                ]);
                if (made.status === 'rejected')
                    throw made.reason;
                if (known.status === 'rejected')
                    throw known.reason;
                await verifyByKey(session, known.value.publicKey, claimOf(what), made.value);
                await handOver(parts, made.value, bundle);
            });
        },
        async verify(what, bundle, signal) {
            const { publicKey: pem } = await identity(signal);
            await inSession(parts, 'verify', signal, (session) => verifyByKey(session, pem, what, bundle));
        },
        identity
    };
}
/**
 * Signs with the identity of the job: a certificate of minutes, and an entry in a public log for ever. The bundle is
 * verified with the identity computed from the token before it appears at its path. Without `sigstore`, the public
 * Sigstore, whose trust root cosign fetches and checks itself.
 */
function keylessSigner(parts, sigstore = {}) {
    let known;
    const token = async (signal) => {
        const found = await identityToken(parts.env, parts.fetch ?? fetch, signal);
        parts.mask?.(found.token);
        known = found.identity;
        return found;
    };
    const identity = async (signal) => known ?? (await withPatience('no identity token', () => token(signal), signal, parts)).identity;
    return {
        mode: 'keyless',
        async sign(what, bundle, signal) {
            await inSession(parts, 'sign', signal, async (session) => {
                const made = (0,external_node_path_.join)(session.scratch, 'bundle.json');
                const config = sigstore.signingConfig === undefined ? [] : ['--signing-config', sigstore.signingConfig];
                const args = signing(what, ...config, ...trusting(sigstore), '--bundle', made);
                const found = await withPatience('Sigstore does not sign', async () => {
                    // GitHub's token lives for minutes: each attempt has its own.
                    const found = await token(signal);
                    await runCosign(session, args, { SIGSTORE_ID_TOKEN: found.token });
                    return found;
                }, signal, parts);
                await refuseOtherBundles(session, made);
                await verifyByIdentity(session, found.identity, sigstore, claimOf(what), made);
                await handOver(parts, made, bundle);
            });
        },
        async verify(what, bundle, signal) {
            const expected = await identity(signal);
            await inSession(parts, 'verify', signal, (session) => verifyByIdentity(session, expected, sigstore, what, bundle));
        },
        identity
    };
}
/**
 * Proves that signing works here, with a key that lives as long as one call of `sign`: what it signs is worth nothing,
 * and nobody may be told to trust it. `verify` knows only what this signer itself has signed.
 */
function rehearsalSigner(parts) {
    let publicKey;
    return {
        mode: 'rehearsal',
        sign: (what, bundle, signal) => inSession(parts, 'rehearsal', signal, async (session) => {
            const prefix = (0,external_node_path_.join)(session.scratch, 'throw-away');
            const variables = { COSIGN_PASSWORD: (0,external_node_crypto_.randomBytes)(24).toString('hex') };
            await runCosign(session, ['generate-key-pair', '--output-key-prefix', prefix], variables);
            const made = await signWithKey(session, `${prefix}.key`, variables, what);
            publicKey = Buffer.from((await parts.files.read(`${prefix}.pub`)) ?? []).toString();
            await verifyByKey(session, publicKey, claimOf(what), made);
            await handOver(parts, made, bundle);
        }),
        async verify(what, bundle, signal) {
            const key = publicKey;
            if (key === undefined)
                throw new errors/* Failure */.H('verification', `${bundle}: nothing was signed in this rehearsal`);
            await inSession(parts, 'verify', signal, (session) => verifyByKey(session, key, what, bundle));
        },
        identity: () => Promise.reject(new errors/* Failure */.H('verification', 'a rehearsal has no identity that anyone may trust'))
    };
}
/**
 * Checks a bundle by what a downloader expects: a public key (a file or a key service), or an identity (or a pattern of
 * identities) and its issuer. Rejects with a 'verification' Failure when the bundle does not prove the file.
 */
function verifier(parts, expected, sigstore = {}) {
    if (!('key' in expected))
        return (what, bundle, signal) => inSession({ pauses: SHORT_PAUSES, ...parts }, 'verify', signal, (session) => verifyByIdentity(session, expected, sigstore, what, bundle));
    const key = keyReference(expected.key);
    return async (what, bundle, signal) => {
        if (key.path !== undefined && !(await parts.files.digest(key.path)))
            throw new errors/* Failure */.H('input', `there is no public key at ${key.path}`, { hint: 'Check the path that --key names.' });
        await inSession(parts, 'verify', signal, (session) => verifyBundle(session, byKey(key.key), what, bundle, variablesOf(parts.env, key)));
        const pem = key.path === undefined ? undefined : await parts.files.read(key.path);
        if (pem)
            await demandHint(parts, pem, bundle);
    };
}
const claimOf = (what) => typeof what === 'string' ? what : { about: what.about, predicateType: what.predicateType };

// EXTERNAL MODULE: ./src/model/release-chains.ts
var release_chains = __nccwpck_require__(44119);
;// CONCATENATED MODULE: ./src/adapters/cosign/downloader.ts


/**
 * The command lines by which a downloader verifies a release, in the folder with its files: of every chain with programs of
 * others, and all of it by Slipway. Each is one line that shells which quote as sh does take as it is, with no comment in
 * it, which an interactive zsh would not take.
 */
function downloaderLines(identity, { statements, trustedRoot, release = '.', key = '../cosign.pub', cosign = ['cosign'], slipway = ['slipway'] }) {
    const own = trusting({ trustedRoot });
    const by = 'publicKey' in identity ? byKey(key) : [...byIdentity(identity), ...own];
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
    ].map((words) => words.map(shellWord).join(' '));
}
const shellWord = (word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __nccwpck_require__(42857);
;// CONCATENATED MODULE: ./src/adapters/cosign/signing.ts







/** The signer of a plan; without one, a rehearsal. `publicKey`: that of the signing key, where it is known already. */
function signerFor(parts, signing, cwd, publicKey) {
    switch (signing?.mode) {
        case 'key':
            return keySigner(parts, signing.key ?? '', publicKey);
        case 'keyless':
            return keylessSigner(parts, {
                signingConfig: signing.signingConfig && (0,external_node_path_.resolve)(cwd, signing.signingConfig),
                trustedRoot: signing.trustedRoot && (0,external_node_path_.resolve)(cwd, signing.trustedRoot)
            });
        case 'rehearsal':
        case undefined:
            return rehearsalSigner(parts);
    }
}
/** Rejects a plan whose means of signing are not there, before the first compile: a key, or an identity token. */
async function preflightSigning(parts, signing, signal) {
    const { env, cwd, files, mask, warn } = parts;
    if (signing.mode === 'key')
        await refuseUnreadableKey({ files, env }, signing.key ?? '');
    if (signing.mode !== 'keyless')
        return;
    for (const path of [signing.signingConfig, signing.trustedRoot])
        if (path !== undefined && !(await files.digest((0,external_node_path_.resolve)(cwd, path))))
            throw new errors/* Failure */.H('input', `there is no ${path}, which should describe your Sigstore`, {
                hint: 'Check signing-config and trusted-root: paths count from the folder that the command runs in.'
            });
    const ask = () => identityToken(env, parts.fetch, signal);
    const token = await withPatience('no identity token', ask, signal, { note: warn });
    mask(token.token);
    const soon = endsSoon(token, Date.now());
    if (soon !== undefined)
        warn(soon);
}
/** Tells one signing key from another, and is none; '' where no key of this machine signs. */
async function fingerprintOf({ env, cwd, files }, signing) {
    if (signing?.mode !== 'key')
        return '';
    const reference = signing.key ?? '';
    const key = reference === 'env://COSIGN_PRIVATE_KEY'
        ? env['COSIGN_PRIVATE_KEY']
        : await files.read((0,external_node_path_.resolve)(cwd, reference)).catch(() => undefined);
    return key ? (0,digest/* sha256 */.sc)(key).slice(0, 16) : '';
}

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(75919);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __nccwpck_require__(70370);
;// CONCATENATED MODULE: ./src/adapters/archive/deflate.ts




/** Smaller than zlib's level 9 at a fifth of its cost: docs/decisions/deflate.md. Another level is other bytes. */
const LEVEL = 5;
/** The part of the global WebAssembly that is used here; its types come with a browser's only. */
const { WebAssembly: wasm } = globalThis;
/**
 * A thread's whole program, as text: a bundle has no file that a thread could be started from. Each input gets a new
 * instance, so that its memory can go.
 */
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
/**
 * libdeflate as WebAssembly in at most `threads` threads. They stay for the next input, since starting one costs as much
 * as compressing 2 MB, but keep no process alive. An input and its result must fit into 4 GiB together; what does not is
 * an 'environment' Failure.
 */
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
    // 80 kB of text, for those who compress.
    const { LIBDEFLATE } = await __nccwpck_require__.e(/* import() */ 4135).then(__nccwpck_require__.bind(__nccwpck_require__, 54135));
    return await wasm.compile(Buffer.from(LIBDEFLATE, 'base64'));
}
/** One input through one thread. A thread that fails ends by itself. */
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
        // A copy, so that the caller keeps its bytes and a view does not drag its whole buffer along.
        const input = new Uint8Array(bytes);
        worker.postMessage(input, [input.buffer]);
    });
}

// EXTERNAL MODULE: ./src/adapters/machine/own-disk.ts
var own_disk = __nccwpck_require__(27146);
// EXTERNAL MODULE: ./src/adapters/machine/own-folder.ts
var own_folder = __nccwpck_require__(44927);
;// CONCATENATED MODULE: ./src/adapters/github/payload.ts

/** The event that started the job, as the runner left it in a file; undefined when there is none that can be read. */
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
// EXTERNAL MODULE: ./src/adapters/machine/refused.ts
var refused = __nccwpck_require__(84586);
;// CONCATENATED MODULE: ./src/adapters/machine/lock.ts
var lock_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var lock_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







/** A live lock is touched this often; one from elsewhere that was not for `STALE_MS` belongs to nobody. Milliseconds. */
const BEAT_MS = 15_000;
const STALE_MS = 120_000;
/** How often one who waits looks whether it is its turn. Milliseconds. */
const LOOK_MS = 200;
/** Leftovers from elsewhere (another boot, host or container) are removed after a week: no run lives that long. */
const ABANDONED_MS = 7 * 24 * 3600 * 1000;
/**
 * The right to work in a folder, until the scope ends. A second run gets an 'environment' Failure that names the first
 * one's pid; what a dead run left does not count, and goes away.
 *
 * Each contender first puts a file of its own into the folder, then looks: whoever sees no other living file has the
 * lock. The owner is in the file's name, so no file is ever taken over, and two runs that look at the same moment both
 * step back and try again.
 */
async function lock(folder, fs = promises_) {
    try {
        await fs.mkdir(folder, { recursive: true });
        for (let attempt = 1;; attempt++) {
            const got = await contend(folder, fs, false);
            if (typeof got !== 'string')
                return got;
            if (attempt === 4)
                throw taken(folder, got);
            await (0,external_node_timers_promises_.setTimeout)(10 + Math.random() * 40 * attempt);
        }
    }
    catch (error) {
        throw error instanceof errors/* Failure */.H ? error : (0,refused/* refusal */.x5)('lock', folder, error);
    }
}
/**
 * Runs the work while no other run holds the folder's lock, which it waits for. A holder that says nothing for long does
 * not count, alive or not (it may be stopped, or its pid be another's by now): this lock saves work, and correctness must
 * not rest on it.
 */
async function inTurn(folder, signal, work, fs = promises_) {
    for (;;) {
        signal.throwIfAborted();
        const got = await fs
            .mkdir(folder, { recursive: true })
            .then(() => contend(folder, fs, true))
            .catch((error) => {
            throw (0,refused/* refusal */.x5)('lock', folder, error);
        });
        if (typeof got !== 'string') {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const _held = lock_addDisposableResource(env_1, got, true);
                return await work();
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = lock_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }
        // Not all at the same moment: those who see each other all step back.
        await (0,external_node_timers_promises_.setTimeout)(LOOK_MS * (0.5 + Math.random()), undefined, { signal });
    }
}
/** One attempt: the lock, or the name of the living one that is in the way. */
async function contend(folder, fs, doubting) {
    const name = (0,disk/* temporaryName */.NT)('lock');
    const path = (0,external_node_path_.join)(folder, name);
    await (await fs.open(path, 'wx', 0o644)).close();
    const other = await othersIn(folder, name, fs, doubting);
    if (!other)
        return held(path, fs);
    await fs.rm(path, { force: true });
    return other;
}
/** The right to work in a folder, once what killed runs left in it and below is gone. */
async function lockSwept(folder, fs = promises_) {
    const held = await lock(folder, fs);
    try {
        await sweepFiles(folder, { held: true, fs });
        return held;
    }
    catch (error) {
        await held[Symbol.asyncDispose]();
        throw error;
    }
}
/**
 * Removes the temp files, scratch folders and locks that killed runs left in a folder and, unless `deep` is false,
 * below it, but for those that `keep` names; resolves with their paths. What belongs to a live run, or to another user, is not touched; what came from
 * another boot, host or container only after a week, or when the folder's lock is `held`, since then nobody works there.
 */
async function sweepFiles(folder, { deep = true, held = false, keep = () => false, fs = promises_ } = {}) {
    const swept = [];
    // What lies behind a link is somebody else's.
    if ((await fs.lstat(folder).catch(() => undefined))?.isSymbolicLink())
        return swept;
    const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (disk/* TEMPORARY */.G2.test(entry.name)) {
            if (!keep(entry.name) && (await isLeftover(path, entry.name, held, fs)) && (await removed(path, fs)))
                swept.push(path);
        }
        else if (deep && entry.isDirectory())
            swept.push(...(await sweepFiles(path, { held, keep, fs })));
    }
    return swept;
}
async function removed(path, fs) {
    try {
        await (0,disk/* removeTree */.dM)(fs, path);
        return true;
    }
    catch (error) {
        // In a shared temporary folder: another user's, who sweeps it.
        if (['EACCES', 'EPERM'].includes(error.code ?? ''))
            return false;
        throw (0,refused/* refusal */.x5)('remove', path, error);
    }
}
function held(path, fs) {
    const touch = () => {
        const now = new Date();
        // A beat that fails (a full or vanished disk) only makes the lock look older to others.
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
/** The name of a living lock beside `own`, if there is one; dead ones are removed, and when `doubting` silent ones. */
async function othersIn(folder, own, fs, doubting) {
    // The file system's own clock, which on a network disk is not ours.
    const now = await mtime((0,external_node_path_.join)(folder, own), fs);
    for (const name of await fs.readdir(folder)) {
        const owner = disk/* TEMPORARY */.G2.exec(name)?.[1] === 'lock' && name !== own ? (0,machine_owner/* parseOwner */.pZ)(name) : undefined;
        if (!owner)
            continue;
        const life = (0,machine_owner/* lifeOf */.c_)(owner);
        if (life === 'alive' && !doubting)
            return name;
        const path = (0,external_node_path_.join)(folder, name);
        if (life !== 'dead' && (now ?? 0) - ((await mtime(path, fs)) ?? 0) < STALE_MS)
            return name;
        await fs.rm(path, { force: true });
    }
    return undefined;
}
async function isLeftover(path, name, held, fs) {
    const owner = (0,machine_owner/* parseOwner */.pZ)(name);
    if (!owner)
        return false;
    const life = (0,machine_owner/* lifeOf */.c_)(owner);
    if (life !== 'elsewhere')
        return life === 'dead';
    // A lock further down is of a folder that somebody else may be working in.
    if (held && disk/* TEMPORARY */.G2.exec(name)?.[1] !== 'lock')
        return true;
    const changed = await mtime(path, fs);
    return changed !== undefined && Date.now() - changed > ABANDONED_MS;
}
const mtime = async (path, fs) => (await fs.stat(path).catch(() => undefined))?.mtimeMs;
function taken(folder, name) {
    const owner = (0,machine_owner/* parseOwner */.pZ)(name);
    const where = owner && (0,machine_owner/* lifeOf */.c_)(owner) === 'elsewhere' ? ' on another host or in another container' : '';
    return new errors/* Failure */.H('environment', `another run (pid ${owner?.pid ?? '?'}${where}) is working in ${folder}`, {
        code: 'output-in-use',
        hint: `Wait for it to end, or choose another --out folder. If there is no such run, remove ${(0,external_node_path_.join)(folder, name)}.`
    });
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./src/adapters/machine/ending.ts



/** Set in the environment of every child: `<owner>/<serial>`. Grandchildren inherit it, even those that leave the group. */
const MARKER = 'SLIPWAY_OWNER';
/** How long after SIGKILL a process may stay (stuck in the kernel) before we give up on it, in milliseconds. */
const STUCK_MS = 10_000;
/**
 * The living processes of a group, and with `marker` also those that left it. Zombies do not count: where pid 1 does
 * not reap, they stay for ever. Where there is no /proc: the group as one negative pid, or nothing.
 */
function survivors(group, marker) {
    if (process.platform === 'win32')
        return (0,machine_owner/* exists */.t2)(group) ? [group] : [];
    if (!marker && !(0,machine_owner/* exists */.t2)(-group))
        return [];
    if (process.platform !== 'linux')
        return (0,machine_owner/* exists */.t2)(-group) ? [-group] : [];
    return (0,machine_owner/* pids */.fg)().filter((pid) => {
        const stat = (0,machine_owner/* statOf */._N)(pid);
        if (!stat || (0,machine_owner/* isDead */.XU)(stat) || pid === process.pid)
            return false;
        return stat.group === group || (marker !== undefined && (0,machine_owner/* variableOf */.Qn)(pid, MARKER) === marker);
    });
}
/**
 * Ends what `find` finds, and what it finds later: SIGTERM, and SIGKILL after `graceMs`. Resolves when nothing is left,
 * or with the pids that even SIGKILL has not ended.
 */
async function end(find, graceMs) {
    const asked = new Map();
    const started = Date.now();
    for (let wait = 2;; wait = Math.min(wait * 2, 50)) {
        const left = find();
        const waited = Date.now() - started;
        if ((left.length === 0 && !leaving(asked)) || waited > graceMs + STUCK_MS)
            return left;
        for (const pid of left) {
            if (waited >= graceMs)
                signal(pid, 'SIGKILL');
            else if (!asked.has(pid))
                signal(pid, 'SIGTERM');
            if (!asked.has(pid))
                asked.set(pid, (0,machine_owner/* statOf */._N)(pid)?.start);
        }
        await (0,external_node_timers_promises_.setTimeout)(wait);
    }
}
/** A process on its way out shows no environment any more, and no marker in it, before it is gone. */
const leaving = (asked) => [...asked].some(([pid, start]) => {
    const stat = (0,machine_owner/* statOf */._N)(pid);
    return stat !== undefined && stat.start === start && !(0,machine_owner/* isDead */.XU)(stat);
});
/** Sends a signal to a process, or to a group when negative; a process that is gone is no error. */
function signal(pid, name) {
    // Windows knows neither groups nor SIGTERM; /t takes the children along.
    if (process.platform === 'win32') {
        (0,external_node_child_process_namespaceObject.spawnSync)('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore', windowsHide: true });
        return;
    }
    try {
        process.kill(pid, name);
    }
    catch {
        // Gone already, or not ours to signal: the next look tells.
    }
}

;// CONCATENATED MODULE: ./src/adapters/machine/sweep.ts


/**
 * Ends what runs of Slipway that were killed left running: every process whose marker names an owner that is no longer
 * alive. Processes of live runs, of this one, and of other hosts and containers are not touched. Linux only.
 */
async function sweepProcesses({ graceMs = 3000 } = {}) {
    if (process.platform !== 'linux')
        return { skip: `there is no /proc on ${process.platform} to find orphans in` };
    const seen = new Set();
    const left = await end(() => {
        const found = orphans();
        for (const pid of found)
            seen.add(pid);
        return found;
    }, graceMs);
    return { ended: [...seen].filter((pid) => !left.includes(pid)), left };
}
function orphans() {
    return (0,machine_owner/* pids */.fg)().filter((pid) => {
        const marker = pid === process.pid ? undefined : (0,machine_owner/* variableOf */.Qn)(pid, MARKER);
        const owner = marker === undefined ? undefined : (0,machine_owner/* parseOwner */.pZ)(marker);
        if (!owner || (0,machine_owner/* lifeOf */.c_)(owner) !== 'dead')
            return false;
        const stat = (0,machine_owner/* statOf */._N)(pid);
        return stat !== undefined && !(0,machine_owner/* isDead */.XU)(stat);
    });
}

;// CONCATENATED MODULE: ./src/adapters/machine/claim.ts
var claim_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var claim_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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




/**
 * The right to write to a folder. Before it is given, all that killed runs left is ended and removed, in this order:
 * processes, which could still write there; files of the folder, under its lock; what marks point to; and files of the
 * temporary folder. Rejects where a link leads to the folder, or a link or something of another user lies in it.
 */
async function claimFolder(folder, { home, temporary, fs, sweepMarked }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        await sweepProcesses();
        const scope = claim_addDisposableResource(env_1, new base_scope/* Scope */.H(), true);
        await (0,own_folder/* refuseForeignPath */.OE)(folder, home, fs);
        scope.use(await lockSwept(folder, fs));
        await (0,own_folder/* refuseForeignContent */.CW)(folder, fs);
        await sweepFiles(temporary, { deep: false, fs, keep: await sweepMarked() });
        const held = scope.move();
        return { [Symbol.asyncDispose]: () => held.disposeAsync() };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = claim_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __nccwpck_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __nccwpck_require__(44708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __nccwpck_require__(77030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __nccwpck_require__(41692);
// EXTERNAL MODULE: ./src/adapters/clusters/kubeconfig/place.ts
var kubeconfig_place = __nccwpck_require__(70355);
;// CONCATENATED MODULE: ./src/adapters/clusters/kubeconfig/fence.ts

const READS = ['GET', 'HEAD', 'OPTIONS'];
/** Ways into a program of the cluster, which may do anything there, whatever the method is. */
const DOORS = ['attach', 'exec', 'portforward', 'proxy'];
/**
 * Whether a request changes nothing of a cluster but what lies in one namespace: it reads, asks, or writes there. What
 * cannot be told for sure, such as a path with `..` in it, does not.
 */
function staysInside(namespace, method, url) {
    const path = plain(url);
    if (path === undefined)
        return false;
    const place = (0,kubeconfig_place/* placeOf */.$t)(path);
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
/** The path as the server reads it, segment by segment; undefined where it could be read in two ways. */
function plain(url) {
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

/** A day: longer than any run. */
const LIFE_MS = 24 * 3600 * 1000;
/**
 * A certificate for 127.0.0.1 that vouches for itself, and a key that never leaves this process (RFC 5280; ECDSA with
 * P-256 and SHA-256). Node can read certificates and not make them, and a library for one of them would be larger.
 */
function selfSigned(now) {
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
/** 2.5.4.3, 1.2.840.10045.4.3.2, 2.5.29.19 and 2.5.29.17, as DER writes them. */
const COMMON_NAME = [0x55, 0x04, 0x03];
const ECDSA_SHA256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];
const BASIC_CONSTRAINTS = [0x55, 0x1d, 0x13];
const ALTERNATIVE_NAMES = [0x55, 0x1d, 0x11];
/** One value of DER: its tag, its length, its bytes. */
function der(tag, content) {
    const { length } = content;
    const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
    return Buffer.concat([Buffer.from([tag, ...size]), content]);
}
const sequence = (...parts) => der(0x30, Buffer.concat(parts));
const set = (...parts) => der(0x31, Buffer.concat(parts));
const oid = (bytes) => der(0x06, Buffer.from(bytes));
const integer = (bytes) => der(0x02, bytes);
/** UTCTime, which RFC 5280 wants until 2049. */
const time = (date) => der(0x17, Buffer.from(`${date
    .toISOString()
    .replace(/[-:T]|\.\d+/g, '')
    .slice(2)}`));
const extension = (id, value) => sequence(oid(id), der(0x04, value));

;// CONCATENATED MODULE: ./src/adapters/kubernetes/witness.ts





/** Enough for any Status object. */
const WORDS_LIMIT = limits/* LIMITS */.b1.words.most;
/** A program that asks for ever the same thing must not fill the memory. */
const REFUSED_LIMIT = 5000;
/**
 * A server on loopback that hands every request on to an API server, bytes untouched, and remembers what was refused.
 * Who asks is decided by the request's own token; of `connection` only the place and the certificate are used. With
 * `within` it hands on only what keeps to that namespace.
 */
async function witness(connection, within) {
    const upstream = target(connection);
    const refused = [];
    const held = [];
    let requests = 0;
    const told = ({ method = '', url = '' }, status, message) => ({
        ...{ method, path: pathOf(url), status, message }
    });
    /** Remembers what is refused, once its words are there. */
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
                refused.push(told(request, status, message(Buffer.concat(words).subarray(0, WORDS_LIMIT))));
        });
    };
    /** The answer to what is not handed on; undefined for what is. */
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
    const { key, certificate } = selfSigned(new Date());
    // client-go sends no token to a server without TLS.
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
            // A watch has a head long before it has an event.
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
            socket.write(rawHead(answer));
            socket.write(early);
            other.write(head);
            other.once('error', () => socket.destroy());
            socket.pipe(other).pipe(socket);
        });
        sent.once('response', (answer) => {
            watched(request, answer);
            socket.write(rawHead(answer));
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
function target({ server, ca, servername, insecure }) {
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
const rawHead = ({ statusCode, statusMessage, rawHeaders }) => {
    const lines = rawHeaders.flatMap((name, i) => (i % 2 === 0 ? [`${name}: ${rawHeaders[i + 1] ?? ''}`] : []));
    return [`HTTP/1.1 ${statusCode} ${statusMessage}`, ...lines, '', ''].join('\r\n');
};
/** The path, and of the query only whether it is a watch. */
const pathOf = (url) => {
    const [path = '', query = ''] = url.split('?');
    return /(^|&)watch=(true|1)(&|$)/.test(query) ? `${path}?watch=true` : path;
};
/** The message of a Status: from JSON, else the longest readable run, since typed clients ask for protobuf. */
function message(bytes) {
    const text = bytes.toString('utf8');
    try {
        const { message } = JSON.parse(text);
        if (typeof message === 'string')
            return message;
    }
    catch {
        // Not JSON.
    }
    const runs = text.match(/[^\p{Cc}\ufffd]{8,}/gu) ?? [];
    return runs.reduce((longest, run) => (run.length > longest.length ? run : longest), '').trim();
}

;// CONCATENATED MODULE: ./src/adapters/machine/loopback.ts








/** A program that is busy starting may be slow, but one look must not take the time of many. */
const SILENCE_MS = 2000;
const BODY_LIMIT = limits/* LIMITS */.b1.loopback.most;
/** The machine's own network. Certificates of programs under test are their own and are not checked. */
const loopback = (files) => ({
    port,
    get,
    async witness(kubeconfig, within) {
        // The readers of YAML and of schemas, which only a program that runs in a cluster needs.
        const { readKubeconfig } = await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(8815), __nccwpck_require__.e(4966)]).then(__nccwpck_require__.bind(__nccwpck_require__, 74966));
        const { connection } = await readKubeconfig(kubeconfig, (path) => files.read(path));
        return witness(connection, within);
    }
});
/**
 * Below what systems give to outgoing connections (Linux from 32768, others from 49152) and to NodePorts (from 30000):
 * a program under test listens on its port again and again, and nobody may have it in between.
 */
const [LOWEST, HIGHEST] = [15_000, 30_000];
/** To be had is not enough: trials side by side ask before their programs listen. */
const handedOut = new Set();
async function port() {
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
const get = (url, signal) => look(url, signal);
/** One GET at 127.0.0.1, over connections of `connect` where it is given; undefined when nothing answers in time. */
async function look(url, signal, connect) {
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
            ...(over ? { createConnection: connecting(over, secure) } : { agent: false })
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
/** As Node's clients want it: a socket, later. */
const connecting = (connect, secure) => (_, made) => {
    connect().then((socket) => made(null, secure ? (0,external_node_tls_.connect)({ socket, rejectUnauthorized: false }) : socket), (error) => made(error, undefined));
};

// EXTERNAL MODULE: ./src/adapters/http/outgoing.ts
var outgoing = __nccwpck_require__(55291);
;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./src/adapters/machine/output.ts


const TAIL = 4000;
/** The end of a tool's text: what an error can carry. */
const tail = (text) => {
    const end = text.trimEnd();
    return end.length > TAIL ? `…${end.slice(-TAIL)}` : end;
};
/**
 * Splits bytes into lines, without their ends (`\n` or `\r\n`); `end` delivers a last line that has none. Of a line that
 * does not end the beginning is delivered, and `…`.
 */
function lineReader(onLine) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    let rest = '';
    /** Whether the line was too long: its beginning is in `rest`. */
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
/** So many pieces are joined: one that is written byte by byte would take a hundred times its size. */
const LOOSE = 1000;
/**
 * Keeps what a stream says, up to `limit` bytes: 'last' drops the oldest, 'refuse' calls `onLimit` once and drops the
 * rest. `closed` resolves when the stream is over, however it ends.
 */
function collect(stream, limit, keep, onLimit, onChunk) {
    const chunks = [];
    /** How many of the youngest chunks were never joined. */
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

;// CONCATENATED MODULE: ./src/adapters/machine/process.ts
var process_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var process_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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










/** All of a tool's stdout is kept in memory; one that writes more is stopped, since a part would mislead. */
const STDOUT_LIMIT = limits/* LIMITS */.b1.stdout.most;
/** Of stderr the end is kept. */
const STDERR_LIMIT = limits/* LIMITS */.b1.stderr.most;
/** How long children that outlive a tool may keep its pipes open before they are ended, in milliseconds. */
const LINGER_MS = 2000;
/**
 * The real programs, each in a process group of its own with exactly the environment it was given, plus a marker by
 * which `sweepProcesses` of a later run finds what a killed run left. stdin is closed unless there is `input`. Up to
 * 64 MiB of stdout are kept, and the last 1 MiB of stderr. An abort rejects with the signal's reason.
 */
const processes = ({ graceMs = 3000 } = {}) => {
    const running = new Set();
    const starting = new Set();
    /** A child that `stopAll` knows from the moment somebody asked for it. */
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
        const child = await begin(launch(argv, options, [stdin, 'pipe', 'pipe'], graceMs));
        const stop = () => void child.stop();
        options.signal?.addEventListener('abort', stop, { once: true });
        if (options.signal?.aborted)
            stop();
        try {
            return await finish(child, options, graceMs);
        }
        finally {
            options.signal?.removeEventListener('abort', stop);
            running.delete(child);
        }
    };
    return {
        run,
        async start(argv, { log, ...options }) {
            const child = await begin(logFile(log).then((file) => launch(argv, options, ['ignore', file.fd, file.fd], graceMs).finally(() => file.close())));
            const ended = child.exited.then(async (exit) => {
                // A service whose program has ended is over: nothing of it stays behind to hold a port.
                await end(() => survivors(child.pid), graceMs);
                running.delete(child);
                return child.stopped()
                    ? `${nameOf(child.argv)} was stopped`
                    : `${nameOf(child.argv)} ${how(exit)}${await endOf(log)}`;
            });
            return {
                pid: child.pid,
                ended,
                exit: child.exited,
                ask: () => signal(child.pid, 'SIGTERM'),
                async [Symbol.asyncDispose]() {
                    unstoppable(child, await child.stop());
                    await ended;
                }
            };
        },
        async stopAll() {
            while (running.size + starting.size > 0) {
                await Promise.allSettled(starting);
                await Promise.all([...running].map(async (child) => unstoppable(child, await child.stop())));
                for (const child of running)
                    if (child.stopped())
                        running.delete(child);
            }
        },
        killAll() {
            for (const { pid } of running)
                signal(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
        }
    };
};
/** The environment of a child: what it was given, and the marker. */
const marked = (env) => ({
    ...env,
    [MARKER]: `${(0,machine_owner/* owner */.eC)()}/${++serial}`
});
let serial = 0;
/** What failed, for messages: `go build`, `kubectl`. */
const nameOf = ([tool, first]) => first && /^[a-z][a-z-]*$/.test(first) ? `${(0,external_node_path_.basename)(tool)} ${first}` : (0,external_node_path_.basename)(tool);
/** The Failure for a program that did not start. */
function cannotStart(argv, cwd, cause) {
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
/** The Failure for a program that ran and said no. */
const commandFailed = (argv, how, said) => new errors/* Failure */.H('command', `${nameOf(argv)} ${how}`, {
    cause: tail(said.stderr.trim() === '' ? said.stdout : said.stderr)
});
/** How a program ended, as part of a sentence. */
const how = ({ status, by }) => (by ? `was ended by ${by}` : `ended with exit status ${status}`);
const isFolder = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
function launch(argv, { cwd, env, as = {} }, stdio, graceMs) {
    const [tool, ...args] = argv;
    const environment = marked(env);
    return new Promise((resolve, reject) => {
        let child;
        try {
            const detached = process.platform !== 'win32';
            child = (0,external_node_child_process_namespaceObject.spawn)(tool, args, { ...as, cwd, env: environment, stdio, detached, windowsHide: true });
        }
        catch (cause) {
            reject(cannotStart(argv, cwd, cause));
            return;
        }
        const exited = new Promise((done) => child.once('exit', (status, by) => done({ status, by })));
        child.on('error', (cause) => reject(cannotStart(argv, cwd, cause)));
        child.once('spawn', () => {
            const pid = child.pid;
            let stopping;
            const stop = async () => {
                const left = await end(() => survivors(pid, environment[MARKER]), graceMs);
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
/** Waits for the program, its output and its children; then judges. */
async function finish(child, { input, onLine, signal }, graceMs) {
    // Node drops the output of a program that has ended and that nobody listens to: between the start and these
    // listeners lie only promises, no turn of the event loop.
    const { stdin, stdout, stderr } = child.process;
    // A tool that does not read its input is no failure of ours (EPIPE).
    stdin?.on('error', () => undefined).end(input);
    const lines = lineReader(onLine);
    let tooMuch = false;
    const out = collect(stdout, STDOUT_LIMIT, 'refuse', () => {
        tooMuch = true;
        void child.stop();
    });
    const err = collect(stderr, STDERR_LIMIT, 'last', undefined, lines.push);
    const closed = Promise.all([out.closed, err.closed]);
    const exit = await child.exited;
    await Promise.race([closed, (0,external_node_timers_promises_.setTimeout)(LINGER_MS, undefined, { ref: false })]);
    const left = child.stopped() ? await child.stop() : await end(() => survivors(child.pid), graceMs);
    // Whoever holds the pipes now left the group on purpose (a daemon): it keeps neither us nor the output open.
    stdout?.destroy();
    stderr?.destroy();
    await closed;
    lines.end();
    unstoppable(child, left);
    signal?.throwIfAborted();
    const said = { stdout: out.text(), stderr: err.text() };
    if (tooMuch)
        throw commandFailed(child.argv, `wrote more than ${STDOUT_LIMIT} bytes to stdout and was stopped`, said);
    if (exit.status !== 0)
        throw commandFailed(child.argv, how(exit), said);
    return said;
}
function unstoppable(child, left) {
    if (left.length > 0)
        throw new errors/* Failure */.H('environment', `${nameOf(child.argv)} does not end, even by SIGKILL: pid ${left.join(', ')}`, {
            hint: 'A process that hangs in the kernel ends when its device or file system answers, or with a restart.'
        });
}
/** Never through a link, which would write elsewhere. Windows has no such flag. */
const APPENDING = external_node_fs_.constants.O_WRONLY | external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_APPEND | (external_node_fs_.constants.O_NOFOLLOW ?? 0);
async function logFile(path) {
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
/** The last lines of a log, as part of a sentence. */
async function endOf(log) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const file = process_addDisposableResource(env_1, await (0,promises_.open)(log), true);
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
            const result_1 = process_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch {
        return `, its log ${log} cannot be read`;
    }
}

// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __nccwpck_require__(79121);
// EXTERNAL MODULE: ./src/model/release-record.ts
var release_record = __nccwpck_require__(33500);
// EXTERNAL MODULE: ./src/adapters/releases/finished.ts
var finished = __nccwpck_require__(35981);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(73136);
;// CONCATENATED MODULE: ./src/adapters/folder/place.ts




function placeAt(root, files, warn) {
    const known = new Map();
    return {
        files,
        root,
        warn,
        async digest(path) {
            const stamp = await files.stamp(path);
            if (stamp === undefined)
                return undefined;
            // With the name, for file systems that tell no file from another.
            const key = `${stamp} ${(0,external_node_path_.basename)(path)}`;
            const before = known.get(key);
            if (before)
                return before;
            const digest = await files.digest(path);
            if (digest && (await files.stamp(path)) === stamp)
                known.set(key, digest);
            return digest;
        }
    };
}
const place_pathOf = ({ root }, tag) => (0,external_node_path_.join)(root, folderName(tag));
const draftOf = ({ root }, tag) => (0,external_node_path_.join)(root, `.draft-${folderName(tag)}`);
/** What a release says of itself; undefined where there is none. */
async function recordOf({ files }, folder) {
    const path = (0,external_node_path_.join)(folder, release_record/* RECORD */.g);
    const bytes = await files.read(path);
    if (!bytes)
        return undefined;
    const record = (0,release_record/* parseRecord */.H)(bytes);
    if (record)
        return record;
    throw new errors/* Failure */.H('environment', `${path} does not describe a release of ours`, {
        hint: 'Somebody changed it: put it right, or move the folder away.'
    });
}
/** Every release that people can see. */
async function listed(place) {
    const names = (await place.files.list(place.root)).flatMap((name) => /^([^./][^/]*)\/release\.json$/.exec(name)?.[1] ?? []);
    const records = await Promise.all(names.map((name) => recordOf(place, (0,external_node_path_.join)(place.root, name))));
    return records.flatMap((record) => record ? [{ tag: record.tag, prerelease: record.prerelease, yanked: record.yanked !== undefined }] : []);
}
/** The release of a tag, which everybody can see. */
async function find(place, tag, signal) {
    const path = place_pathOf(place, tag);
    const record = await recordOf(place, path);
    if (!record) {
        if ((await place.files.list(path)).length === 0)
            return undefined;
        throw new errors/* Failure */.H('environment', `${path} is there and is no release of ours: it has no ${release_record/* RECORD */.g}`, {
            hint: 'Move it away, or publish to another folder.'
        });
    }
    const { tag: theirs, yanked } = record;
    if (theirs !== tag) {
        // A file system that does not tell upper from lower case.
        throw new errors/* Failure */.H('input', `${path} holds the release ${JSON.stringify(theirs)}, not ${JSON.stringify(tag)}`, {
            hint: 'Choose a tag that differs in more than upper and lower case, or another folder.'
        });
    }
    await finishLatest(place, tag);
    return {
        tag,
        url: (0,external_node_url_.pathToFileURL)(path).href,
        files: await filesIn(place, path, signal),
        yanked,
        download: (name) => bytesOf(place, path, name),
        pathOf: (name) => (0,external_node_path_.join)(path, name)
    };
}
async function filesIn(place, path, signal) {
    const found = [];
    for (const name of await place.files.list(path)) {
        signal.throwIfAborted();
        const digest = name === release_record/* RECORD */.g ? undefined : await place.digest((0,external_node_path_.join)(path, name));
        if (digest)
            found.push({ name, ...digest });
    }
    return found;
}
async function* bytesOf({ files }, path, name) {
    const known = (await files.list(path)).includes(name) && name !== release_record/* RECORD */.g;
    if (!known)
        throw new errors/* Failure */.H('host', `${path} has no file ${JSON.stringify(name)}`);
    yield* files.stream((0,external_node_path_.join)(path, name));
}
/** Says which release is to become the latest, from before it is visible until `latest` names it. */
const pendingOf = (root) => (0,external_node_path_.join)(root, '.latest-pending');
/** The second half of publishing, which a kill may have cut off. */
async function finishLatest({ files, root }, tag) {
    const pending = await files.read(pendingOf(root));
    if (!pending || Buffer.from(pending).toString().trim() !== folderName(tag))
        return;
    await files.write((0,external_node_path_.join)(root, 'latest'), pending);
    await files.remove(pendingOf(root));
}
const place_escape = (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
/** Names that mean a device on Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/**
 * A tag as the name of one folder: itself where that is safe, else with `%XX` for what is not. Different tags get
 * different names, none is hidden, climbs out, or is called `latest`.
 */
const folderName = (tag) => tag
    .replace(/[^A-Za-z0-9._+-]/gu, place_escape)
    .replace(/^\.|\.$/g, place_escape)
    .replace(/^(?:latest$|-)/, (text) => place_escape(text.slice(0, 1)) + text.slice(1))
    .replace(DEVICE, (text) => place_escape(text.slice(0, 1)) + text.slice(1));

;// CONCATENATED MODULE: ./src/adapters/folder/publisher.ts
var publisher_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var publisher_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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







/**
 * Releases as folders: `ROOT/TAG/` is a release, `ROOT/.draft-TAG/` a draft, `ROOT/latest` holds the name of the latest
 * release's folder. Publishing is one rename. One run at a time writes; a second one is told so ('environment').
 */
function folder(root, files, options = {}) {
    const place = placeAt((0,external_node_path_.resolve)(root), files, options.warn ?? (() => undefined));
    return {
        name: 'folder',
        async foresee({ names }) {
            (0,release_names/* refuseNames */.d3)(names);
            return [];
        },
        find: (tag, signal) => find(place, tag, signal),
        // What is written is seen at once.
        wait: () => Promise.resolve(),
        list: () => listed(place),
        commitOf: async (tag) => (await recordOf(place, place_pathOf(place, tag)))?.commit ?? undefined,
        async draft(request, signal) {
            (0,finished/* refuseContradiction */.Wj)(request);
            // A finished release is only looked at.
            const before = await findFinished(place, request.tag, signal);
            if (before)
                return before;
            const held = await (options.lock ?? lockSwept)(place.root);
            try {
                const draft = (await findFinished(place, request.tag, signal)) ?? (await openDraft(place, request, signal));
                // What is not published stays, unseen, for the next run; only the right to write ends.
                let ended;
                return { ...draft, [Symbol.asyncDispose]: () => (ended ??= Promise.resolve(held[Symbol.asyncDispose]())) };
            }
            catch (error) {
                await held[Symbol.asyncDispose]();
                throw error;
            }
        },
        async yank(order, signal) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const _held = publisher_addDisposableResource(env_1, await (options.lock ?? lockSwept)(place.root), true);
                return await yank(place, order, signal);
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = publisher_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        }
    };
}
async function findFinished(place, tag, signal) {
    const published = await find(place, tag, signal);
    if (!published)
        return undefined;
    (0,finished/* refuseYanked */.nT)(published);
    return (0,finished/* finished */.xl)(published, { find: () => find(place, tag, signal), wait: () => Promise.resolve() });
}
/** `latest` leads elsewhere first: so a run that is cut off in between is finished by the next one. */
async function yank(place, { tag, why, latest }, signal) {
    const { files, root } = place;
    const published = await find(place, tag, signal);
    const path = place_pathOf(place, tag);
    const record = await recordOf(place, path);
    if (!published || !record)
        return undefined;
    const pointer = await files.read((0,external_node_path_.join)(root, 'latest'));
    const isLatest = pointer !== undefined && Buffer.from(pointer).toString().trim() === folderName(tag);
    if (isLatest && latest !== undefined)
        await files.write((0,external_node_path_.join)(root, 'latest'), `${folderName(latest)}\n`);
    else if (isLatest)
        await files.remove((0,external_node_path_.join)(root, 'latest'));
    if (record.yanked === undefined)
        await files.write((0,external_node_path_.join)(path, release_record/* RECORD */.g), `${JSON.stringify({ ...record, yanked: why }, null, 2)}\n`);
    return { url: published.url, changed: isLatest || record.yanked === undefined, undone: [] };
}
async function openDraft(place, request, signal) {
    const path = draftOf(place, request.tag);
    const added = new Map();
    return {
        finished: false,
        files: await filesIn(place, path, signal),
        download: (name) => bytesOf(place, path, name),
        async add(file) {
            signal.throwIfAborted();
            (0,release_names/* refuseNames */.d3)([...added.keys()].filter((name) => name !== file.name).concat(file.name));
            if (file.name === release_record/* RECORD */.g)
                throw new errors/* Failure */.H('input', `${release_record/* RECORD */.g} is a name that the folder needs for itself`, {
                    hint: 'Give that file another name.'
                });
            added.set(file.name, file);
            const there = await place.digest((0,external_node_path_.join)(path, file.name));
            if (there) {
                if (there.sha256 !== file.sha256)
                    throw (0,finished/* different */.yn)(path, file.name, there.sha256, file.sha256);
                return 'kept';
            }
            // Its name is durable with the record's, before anybody sees it.
            await place.files.copy(file.path, (0,external_node_path_.join)(path, file.name), { sha256: file.sha256, hasty: true });
            return 'added';
        },
        publish: () => publish(place, request, [...added.values()], signal)
    };
}
/** Rejects ('verification') unless these bytes lie there: read once from the disk since the last write to them. */
async function demandEqual(place, path, file) {
    const there = await place.digest((0,external_node_path_.join)(path, file.name));
    if (!there)
        throw new errors/* Failure */.H('verification', `${file.name} is not in ${path} any more`, { hint: 'Run again.' });
    if (there.sha256 !== file.sha256)
        throw (0,finished/* different */.yn)(path, file.name, there.sha256, file.sha256);
}
async function publish(place, request, expected, signal) {
    const { files, root } = place;
    const draft = draftOf(place, request.tag);
    for (const file of expected)
        await demandEqual(place, draft, file);
    for (const name of await files.list(draft)) {
        if (name !== release_record/* RECORD */.g && !expected.some((file) => file.name === name)) {
            place.warn(`${name} in ${draft} is not from this run: kept`);
        }
    }
    signal.throwIfAborted();
    await files.write((0,external_node_path_.join)(draft, release_record/* RECORD */.g), `${JSON.stringify(recordFor(request), null, 2)}\n`);
    if (request.latest)
        await files.write(pendingOf(root), `${folderName(request.tag)}\n`);
    await files.move(draft, place_pathOf(place, request.tag));
    const published = await find(place, request.tag, signal);
    if (!published)
        throw new errors/* Failure */.H('host', `${place_pathOf(place, request.tag)} is gone again`);
    for (const file of expected) {
        const there = published.files.find(({ name }) => name === file.name);
        if (!there)
            throw (0,finished/* exposed */.fE)((0,finished/* lacking */.gP)(published, file.name));
        if (there.sha256 !== file.sha256)
            throw (0,finished/* exposed */.fE)((0,finished/* different */.yn)(published.url, file.name, there.sha256 ?? 'unknown', file.sha256));
    }
    return published;
}
const recordFor = ({ tag, commit, title, notes, prerelease, latest }) => ({
    tag,
    commit: commit || null,
    title,
    notes,
    prerelease,
    latest
});

;// CONCATENATED MODULE: ./src/adapters/folder/destination.ts





/** Releases in a folder of this machine: whatever is no platform's name is its path. */
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
                // A finished release is not locked again, and what a run left that was killed after publishing lies there.
                await sweepFiles(root, { fs });
                return folder(root, (0,own_disk/* ownDisk */.o)(root, fs), { warn: (line) => host.warn(line), lock: (held) => lockSwept(held, fs) });
            }
        };
    }
};

// EXTERNAL MODULE: ./src/adapters/http/api-url.ts
var api_url = __nccwpck_require__(70013);
;// CONCATENATED MODULE: ./src/adapters/github/releases/destination.ts


/** Releases of a repository on GitHub. */
const githubReleases = {
    takes: (to) => to === 'github',
    destination: (_, caller) => {
        const place = placeOf(caller);
        return at(place, () => repositoryOf(place, caller.env));
    },
    locate({ origin, pathname }, { env, token, fetch, host }) {
        const [, path, tag] = /^\/([^/]+\/[^/]+)\/releases\/tag\/(.+?)\/?$/.exec(pathname) ?? [];
        if (path === undefined || tag === undefined)
            return undefined;
        const own = origin === new URL(env['GITHUB_SERVER_URL'] || 'https://github.com').origin;
        const api = own && env['GITHUB_API_URL'] ? env['GITHUB_API_URL'] : apiOf(origin);
        const place = {
            token: own ? token || (env['GITHUB_TOKEN'] ?? '') : '',
            repository: decodeURIComponent(path),
            ...{ api, fetch, warn: (line) => host.warn(line) }
        };
        (0,api_url/* apiUrl */.y)(api, 'GitHub', 'Give the page of the release as https://HOST/OWNER/REPO/releases/tag/TAG.');
        const repository = { url: `${origin}/${place.repository}`, server: origin };
        return { destination: at(place, () => repository), tag: decodeURIComponent(tag), repository };
    }
};
const at = (place, repository) => ({
    on: 'github',
    place,
    repository,
    async open(files) {
        const { github } = await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(6752), __nccwpck_require__.e(4392), __nccwpck_require__.e(3230)]).then(__nccwpck_require__.bind(__nccwpck_require__, 53230));
        return github(place, files);
    }
});
function placeOf({ env, token, fetch, host }) {
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
function repositoryOf({ api, repository }, env) {
    const home = env['GITHUB_SERVER_URL'] || new URL(api).origin.replace('//api.', '//');
    return { url: `${home}/${repository}`, server: home };
}
const apiOf = (origin) => {
    const { hostname } = new URL(origin);
    if (hostname === 'github.com' || hostname.endsWith('.ghe.com'))
        return origin.replace('//', '//api.');
    return `${origin}/api/v3`;
};

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/destination.ts


/** Releases of a project on GitLab. */
const gitlabReleases = {
    takes: (to) => to === 'gitlab',
    destination: (_, caller) => {
        const { env } = caller;
        return destination_at(destination_placeOf(caller), () => onServer(env['CI_PROJECT_URL'] ?? '', destination_serverOf(env)));
    },
    locate({ origin, pathname }, { env, token, fetch, host }) {
        const [, path, tag] = /^\/(.+?)\/-\/releases\/([^/]+)\/?$/.exec(pathname) ?? [];
        if (path === undefined || tag === undefined)
            return undefined;
        const page = `${origin}/${decodeURIComponent(path)}`;
        // An instance under a path cannot be told from a group: the environment of its own jobs says it.
        const server = destination_serverOf(env);
        const own = server !== '' && page.startsWith(`${server}/`);
        const root = own ? server : origin;
        const project = page.slice(root.length + 1);
        const api = own && env['CI_API_V4_URL'] ? env['CI_API_V4_URL'] : `${root}/api/v4`;
        (0,api_url/* apiUrl */.y)(api, 'GitLab', 'Give the page of the release as https://HOST/GROUP/PROJECT/-/releases/TAG.');
        // A job's token may not ask for a project by its path, and the job knows the number of its own.
        const mine = own && env['CI_PROJECT_URL'] === `${root}/${project}`;
        const secret = own ? tokenOf(env, token) : undefined;
        const place = {
            token: mine || (secret && 'access' in secret) ? secret : undefined,
            project: mine && env['CI_PROJECT_ID'] ? env['CI_PROJECT_ID'] : project,
            packageName: lastPart(project),
            ...{ api, fetch, warn: (line) => host.warn(line) }
        };
        const repository = { url: `${root}/${project}`, server: root };
        return { destination: destination_at(place, () => repository), tag: decodeURIComponent(tag), repository };
    }
};
const destination_at = (place, repository) => ({
    on: 'gitlab',
    place,
    repository,
    async open(files) {
        const { gitlab } = await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(2222), __nccwpck_require__.e(3595)]).then(__nccwpck_require__.bind(__nccwpck_require__, 53595));
        return gitlab(place, files);
    }
});
function destination_placeOf({ env, token, fetch, host }) {
    const project = env['CI_PROJECT_ID'] ?? '';
    const api = env['CI_API_V4_URL'] || (env['CI_SERVER_HOST'] ? `https://${env['CI_SERVER_HOST']}/api/v4` : '');
    if (project === '' || api === '')
        throw new errors/* Failure */.H('environment', `nobody said which project of GitLab: ${project === '' ? 'CI_PROJECT_ID' : 'CI_API_V4_URL'} is not set`, {
            hint: 'Set CI_API_V4_URL=https://gitlab.com/api/v4, CI_PROJECT_ID=group/project (or its number), and GITLAB_TOKEN.'
        });
    return {
        token: tokenOf(env, token),
        project,
        api,
        packageName: env['CI_PROJECT_NAME'] || lastPart(project),
        fetch,
        warn: (line) => host.warn(line)
    };
}
/** A job's own token comes before one that lies in its variables: it ends with the job. */
function tokenOf(env, given) {
    if (given)
        return { access: given };
    if (env['CI_JOB_TOKEN'])
        return { job: env['CI_JOB_TOKEN'] };
    return env['GITLAB_TOKEN'] ? { access: env['GITLAB_TOKEN'] } : undefined;
}
const lastPart = (path) => /[^/]+$/.exec(path)?.[0] ?? '';
const destination_serverOf = (env) => (env['CI_SERVER_URL'] ?? '').replace(/\/+$/, '');
const onServer = (url, server) => url === '' ? undefined : { url, server: server || new URL(url).origin };

;// CONCATENATED MODULE: ./src/adapters/publishers.ts




/** The one list of publishers; the first that takes a place or a page has it. */
const PUBLISHERS = [gitlabReleases, githubReleases, folderReleases];
/** The place that `to` means: a platform's, where the environment says which project, or a folder. */
function destinationOf(to, caller) {
    const kind = PUBLISHERS.find((publisher) => publisher.takes(to));
    if (!kind)
        throw new Error(`no publisher takes ${to}`);
    return kind.destination(to, caller);
}
/**
 * The release that a URL shows: `https://github.com/OWNER/REPO/releases/tag/TAG`, or
 * `https://HOST/GROUP/PROJECT/-/releases/TAG`. A token of the environment goes only to the
 * platform that the environment names. Throws an 'input' Failure for a page of another kind.
 */
function locate(url, caller) {
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

/**
 * Asks a person in a terminal, who agrees by `y` or `yes` alone: anything else is a no, and so are Ctrl-C and Ctrl-D.
 * Where there is no terminal nobody is asked, and it is so.
 */
async function confirmed(question, { stdin, stderr }, signal) {
    if (!stdin.isTTY || !stderr.isTTY)
        return true;
    const terminal = (0,external_node_readline_promises_namespaceObject.createInterface)({ input: stdin, output: stderr });
    // A terminal that can do little closes without an answer.
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
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __nccwpck_require__(62088);
var semver_default = /*#__PURE__*/__nccwpck_require__.n(semver);
;// CONCATENATED MODULE: ./src/adapters/toolchain/cache.ts







/**
 * Where tools are kept: the runner's tool cache where there is one, else a folder of the user's cache as the platform
 * has it (XDG, ~/Library/Caches, %LOCALAPPDATA%).
 */
function toolCacheRoot(env, os) {
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
/** How long another process may take between its rename and its marker, in milliseconds. */
const GRACE_MS = 2000;
/** A tool cache in a folder, without @actions/tool-cache but in its layout. */
function plainToolCache(root, fs) {
    const placeOf = (name, version) => (0,external_node_path_.join)(root, name, semver_default().clean(version) ?? version);
    const folderOf = (name, version, arch) => (0,external_node_path_.join)(placeOf(name, version), arch);
    return {
        find: async (name, version, arch) => {
            const folder = folderOf(name, version, arch);
            await sweep((0,external_node_path_.dirname)(folder), fs);
            return (await exists(folder, fs)) && (await exists(`${folder}.complete`, fs)) ? folder : undefined;
        },
        add: async (from, name, version, arch) => {
            const folder = folderOf(name, version, arch);
            const staged = (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), (0,disk/* temporaryName */.NT)('tmp'));
            await fs.mkdir((0,external_node_path_.dirname)(folder), { recursive: true });
            await take(from, staged, fs);
            // A rename onto a folder with content fails: the first one in place stays, whoever came later uses it.
            while (!(await place(staged, folder, fs))) {
                if (await complete(folder, fs)) {
                    await (0,disk/* removeTree */.dM)(fs, staged);
                    return folder;
                }
                await (0,disk/* removeTree */.dM)(fs, folder);
            }
            await (await fs.open(`${folder}.complete`, 'w')).close();
            return folder;
        },
        remove: async (name, version, arch) => {
            const folder = folderOf(name, version, arch);
            // The marker first: what is half removed is no entry.
            await fs.rm(`${folder}.complete`, { force: true });
            await (0,disk/* removeTree */.dM)(fs, folder);
        },
        exclusive: (name, version, _arch, signal, work) => inTurn(placeOf(name, version), signal, work, fs)
    };
}
/** Takes away what killed processes left beside an entry; what cannot be taken away (a read-only cache) harms nobody. */
const sweep = (folder, fs) => sweepFiles(folder, { deep: false, fs }).catch(() => undefined);
const exists = (path, fs) => fs.stat(path).then(() => true, () => false);
async function take(from, to, fs) {
    try {
        await fs.rename(from, to);
    }
    catch (cause) {
        if ((0,refused/* codeOf */.$N)(cause) !== 'EXDEV')
            throw cause;
        await fs.cp(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    }
}
async function place(staged, folder, fs) {
    try {
        await fs.rename(staged, folder);
        return true;
    }
    catch (cause) {
        if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((0,refused/* codeOf */.$N)(cause)) && (await exists(folder, fs)))
            return false;
        throw cause;
    }
}
/** Whether the marker is there, or comes while another process is about to write it. */
async function complete(folder, fs) {
    for (let waited = 0; waited < GRACE_MS; waited += 50) {
        if (await exists(`${folder}.complete`, fs))
            return true;
        if (!(await exists(folder, fs)))
            return false;
        await (0,external_node_timers_promises_.setTimeout)(50);
    }
    return exists(`${folder}.complete`, fs);
}

// EXTERNAL MODULE: ./src/adapters/toolchain/platform.ts
var toolchain_platform = __nccwpck_require__(29877);
// EXTERNAL MODULE: ./src/adapters/toolchain/download.ts
var download = __nccwpck_require__(44582);
;// CONCATENATED MODULE: ./src/adapters/toolchain/kept.ts


const NAME = '.slipway.json';
/** Puts the tools of a folder into the cache, with their record; resolves with their folder there and their digests. */
async function keep(folder, entry, made, { files, cache }) {
    const digests = {};
    for (const name of await files.list(folder)) {
        if (name in made.links)
            continue;
        digests[name] = (await files.digest((0,external_node_path_.join)(folder, name)))?.sha256 ?? '';
    }
    const record = { ...made, files: digests };
    await files.write((0,external_node_path_.join)(folder, NAME), `${JSON.stringify(record, undefined, 2)}\n`);
    return { folder: await cache.add(folder, entry.name, entry.version, entry.arch), files: digests };
}
/**
 * The cached entry, when it was made by this recipe and every file still hashes to what was recorded, and to `sha256`
 * where a pin says so. What does not is removed with a warning, to be made anew.
 */
async function findKept(entry, recipe, sha256, { files, fs, cache, note }) {
    const folder = await cache.find(entry.name, entry.version, entry.arch);
    if (folder === undefined)
        return undefined;
    const made = parse(await files.read((0,external_node_path_.join)(folder, NAME)));
    const wrong = made === undefined
        ? 'has no record'
        : made.recipe !== recipe
            ? 'was made by another recipe'
            : await difference(folder, made, sha256, files, fs);
    if (made !== undefined && wrong === undefined)
        return { ...made, folder };
    note(`warning: ${entry.name} ${entry.version} in the tool cache ${wrong ?? ''}; it is removed and made anew`);
    await cache.remove(entry.name, entry.version, entry.arch);
    return undefined;
}
async function difference(folder, made, pinned, files, fs) {
    for (const [name, sha256] of Object.entries(made.files)) {
        const wanted = pinned ?? sha256;
        const path = (0,external_node_path_.join)(folder, name);
        // A link would be followed out of the folder, to something that may change after the check.
        const regular = (await fs.lstat(path).catch(() => undefined))?.isFile() === true;
        const seen = regular ? (await files.digest(path))?.sha256 : undefined;
        if (seen !== wanted)
            return `holds ${name} with sha256 ${seen ?? '(missing)'}, not ${wanted}`;
    }
    for (const [name, target] of Object.entries(made.links)) {
        const seen = await fs.readlink((0,external_node_path_.join)(folder, name)).catch(() => undefined);
        if (seen !== target)
            return `holds ${name} leading to ${seen ?? 'nothing'}, not to ${target}`;
    }
    return Object.keys(made.files).length === 0 ? 'holds no file' : undefined;
}
function parse(content) {
    if (content === undefined)
        return undefined;
    try {
        const record = JSON.parse(Buffer.from(content).toString('utf8'));
        const { source, files, links } = (0,base_json/* fields */.OA)(record);
        const made = { recipe: (0,base_json/* textAt */.$6)(record, 'recipe'), vouched: (0,base_json/* textAt */.$6)(record, 'vouched') };
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
var toolchain_machine = __nccwpck_require__(21225);
;// CONCATENATED MODULE: ./src/adapters/toolchain/shared.ts
/**
 * Callers of one key share one piece of work and its result. When the last of them aborts, the work is aborted, and
 * that caller waits until it has ended. A failure is not kept: the next caller tries again.
 */
function sharing() {
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
/** The tool cache as seen by one toolchain: each entry is checked once, and made once. */
function entries(parts) {
    const { cache, files, fs } = parts;
    const found = sharing();
    const made = sharing();
    const keyOf = ({ entry: { name, version } }) => `${name} ${version}`;
    const look = async ({ entry, recipe, sha256 }) => {
        const kept = await findKept(entry, recipe, sha256, parts);
        return kept && { ...kept, vouched: `${kept.vouched}; digest checked again in the tool cache` };
    };
    const check = async (way, out, signal) => {
        for (const [name, version] of Object.entries(way.says)) {
            const said = await (0,toolchain_machine/* ask */.kA)(parts.processes.run, name, (0,external_node_path_.join)(out, (0,toolchain_platform/* program */.D)(name, parts.platform)), parts.env, signal);
            if (said !== version)
                throw new errors/* Failure */.H('verification', `the new ${name} says it is ${said}, not ${version}`, {
                    hint: 'It is not used and not kept: this is a mistake in what Slipway pins, so report it.'
                });
        }
    };
    const make = async (way, signal) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { entry, recipe } = way;
            const scratch = entries_addDisposableResource(env_1, await files.scratch(entry.name), true);
            const out = (0,external_node_path_.join)(scratch.path, 'out');
            await fs.mkdir(out);
            const how = await way.make(out, scratch.path, signal);
            for (const [link, target] of Object.entries(how.links))
                await fs.symlink(target, (0,external_node_path_.join)(out, link));
            await check(way, out, signal);
            const kept = await keep(out, entry, { ...how, recipe }, parts);
            return { ...kept, source: how.source, vouched: how.vouched };
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

;// CONCATENATED MODULE: ./src/adapters/toolchain/go-env.ts


/**
 * The whole environment of a Go command that builds a tool: an allow-list, and no settings file of the user. The checksum
 * database is named, since distributions switch it off in the go.env of their Go.
 */
const goEnv = (env, extra = {}) => ({
    ...(0,environment/* goEnvironment */.I$)(env),
    GOSUMDB: env['GOSUMDB'] || 'sum.golang.org',
    ...extra
});
/**
 * Rejects an environment in which the Go command would not ask the checksum database about one of these modules:
 * tools are built only from what it vouches for. Returns what to call the database, for the report.
 */
function checksumDatabase(env, modules) {
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
/** As golang.org/x/mod/module.MatchPrefixPatterns: comma-separated globs against as many leading path elements. */
function matchesPrefix(globs, path) {
    return globs.split(',').some((raw) => {
        const glob = raw.trim().replace(/\/+$/, '');
        if (glob === '')
            return false;
        const wanted = glob.split('/');
        const parts = path.split('/').slice(0, wanted.length);
        return parts.length === wanted.length && wanted.every((element, index) => elementMatches(element, parts[index]));
    });
}
function elementMatches(glob, part) {
    // Globs of path.Match within one element: * ? [class]; a class is negated by ^ in Go as in regular expressions.
    const source = glob.replace(/\\.|\[(?:\\.|[^\]])+\]|[.+^${}()|[\]\\*?]/g, (token) => token === '*' ? '.*' : token === '?' ? '.' : token.length > 1 ? token : `\\${token}`);
    return part !== undefined && new RegExp(`^${source}$`, 's').test(part);
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/go-failure.ts

/** How the go command words it when a module is not what go.sum or the checksum database says. */
const MISMATCH = /SECURITY ERROR|checksum mismatch/;
/**
 * The Failure for a go command that had to fetch modules: 'verification' when what it got is not what was vouched for,
 * else 'environment' with the last line that it said.
 */
function fetchFailure(what, cause) {
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

// EXTERNAL MODULE: ./src/adapters/toolchain/pins.ts
var pins = __nccwpck_require__(78826);
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








const VERSION = /^go1(\.\d+){1,2}((rc|beta)\d+)?$/;
/** The Go of exactly this version: the machine's, else a toolchain module through it, else through the pinned one. */
async function findGo(version, by, signal, sums) {
    if (!VERSION.test(version)) {
        throw new errors/* Failure */.H('input', `${(0,base_text/* quote */.hD)(version)} is not the name of a Go release`, {
            hint: 'Such as go1.26.8.'
        });
    }
    const onPath = await (0,toolchain_machine/* which */.K7)('go', by.env, by.platform);
    if (onPath !== undefined) {
        const machine = await go_look(onPath, 'local', by, signal);
        if (machine.version === version) {
            const vouched = `the machine's, which says it is ${version}; no digest checked`;
            return { name: 'go', version, path: machine.path, source: 'machine', vouched, keeps: machine.keeps };
        }
        const switched = await through(onPath, version, by, signal);
        if (switched !== undefined)
            return switched;
        by.note(`${machine.version} on PATH cannot switch to other releases: a pinned Go does it`);
    }
    // It unpacks zips, which a machine with a Go does not need.
    const { bootstrapGo } = await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(465)]).then(__nccwpck_require__.bind(__nccwpck_require__, 80465));
    const pinned = await bootstrapGo(by, signal, sums);
    if (version === pins/* DEFAULT_GO */.zt)
        return { ...pinned, keeps: (await go_look(pinned.path, 'local', by, signal)).keeps };
    const switched = await through(pinned.path, version, by, signal);
    if (switched !== undefined)
        return switched;
    throw new errors/* Failure */.H('environment', `${pins/* DEFAULT_GO */.zt} did not switch to ${version}`, {
        hint: 'Install that Go (https://go.dev/dl/), or choose another: --go-version.'
    });
}
/** What a go command says of the toolchain that it runs as. The folder is empty, so no go.mod has a say. */
async function go_look(go, toolchain, by, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = go_addDisposableResource(env_1, await by.files.scratch('go'), true);
        const env = goEnv(by.env, { GOTOOLCHAIN: toolchain });
        const argv = [go, 'env', 'GOVERSION', 'GOROOT', 'GOMODCACHE', 'GOCACHE'];
        const onLine = (line) => by.note(line);
        const { stdout } = await by.processes.run(argv, { cwd: scratch.path, env, signal, onLine });
        const [version = '', root = '', modules = '', builds = ''] = stdout.split(/\r?\n/);
        return {
            version: version.trim(),
            path: (0,external_node_path_.join)(root.trim(), 'bin', (0,toolchain_platform/* program */.D)('go', by.platform)),
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
/** The toolchain module of a version, by the go command's own switch; undefined when that go knows no switch (< 1.21). */
async function through(go, version, by, signal) {
    const database = checksumDatabase(by.env, ['golang.org/toolchain']);
    const seen = await go_look(go, version, by, signal).catch((cause) => {
        signal.throwIfAborted();
        throw fetchFailure(`the toolchain module of ${version}`, cause);
    });
    if (seen.version !== version)
        return undefined;
    const fromModule = (0,external_node_path_.dirname)((0,external_node_path_.dirname)(seen.path)).startsWith(seen.keeps.modules + external_node_path_.sep);
    // The switch prefers a program of that name, such as one that golang.org/dl installed.
    if (!fromModule) {
        const vouched = `the machine's ${version}; no digest checked`;
        return { name: 'go', version, path: seen.path, source: 'machine', vouched, keeps: seen.keeps };
    }
    const vouched = `toolchain module golang.org/toolchain of ${version}, checked by the go command against ${database}`;
    return { name: 'go', version, path: seen.path, source: 'module', vouched, keeps: seen.keeps };
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/kube-main.ts
/**
 * The main package of our one program for a control plane: it is whichever tool it is called as. One program shares
 * its packages, so it is built and linked once, and is 149 MB where five would be 392 MB.
 */
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


function parseGoMod(json) {
    const mod = JSON.parse(json);
    const place = (value) => ({
        Path: (0,base_json/* textAt */.$6)(value, 'Path'),
        Version: (0,base_json/* textAt */.$6)(value, 'Version') || undefined
    });
    const found = {
        Go: (0,base_json/* textAt */.$6)(mod, 'Go'),
        GoDebug: (0,base_json/* objectsAt */.yR)(mod, 'GoDebug').map((item) => ({ Key: (0,base_json/* textAt */.$6)(item, 'Key'), Value: (0,base_json/* textAt */.$6)(item, 'Value') })),
        Require: (0,base_json/* objectsAt */.yR)(mod, 'Require').map((item) => ({
            Path: (0,base_json/* textAt */.$6)(item, 'Path'),
            Version: (0,base_json/* textAt */.$6)(item, 'Version')
        })),
        Replace: (0,base_json/* objectsAt */.yR)(mod, 'Replace').map((item) => ({ Old: place((0,base_json.at)(item, 'Old')), New: place((0,base_json.at)(item, 'New')) }))
    };
    const modules = [...found.Require, ...found.Replace.flatMap(({ Old, New }) => [Old, New])];
    if (found.Go === '' || modules.some(({ Path }) => Path === '') || found.Require.some(({ Version }) => Version === ''))
        throw new errors/* Failure */.H('command', '"go mod edit -json" describes a go.mod in a way that is not known here', {
            hint: 'This is a mistake of Slipway, so report it; a download or a tool on PATH does without it.'
        });
    return found;
}
/**
 * A go.mod of ours from which k8s.io/kubernetes builds as an ordinary dependency, made from its own: modules that it
 * replaces by folders under ./staging are taken in their published form, v1.37.1 → v0.37.1. Pins and hashes stay its own.
 */
function kubeGoMod(own, version) {
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
/** The linker flags with which every program says its release; they invalidate no compiled package. */
function kubeLinkerFlags({ version, module }) {
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

;// CONCATENATED MODULE: ./src/adapters/toolchain/module-build.ts









const KUBE_TOOLS = [
    'etcd',
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
    'kubectl'
];
const KUBE_PROGRAM = 'kube-multi';
const FLAGS = ['-trimpath', '-buildvcs=false', '-v'];
const module_build_digest = (...parts) => `module ${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex')}`;
/** A tool as `go install` of its pinned module builds it. */
const installRecipe = (name, pin, main, says = { [name]: pin.version }) => ({
    pin,
    says,
    digest: module_build_digest(pins/* DEFAULT_GO */.zt, pin.sum, ...FLAGS),
    build: async (go, scratch, out, by, signal) => {
        const { database } = await fetchModule(pin, go, scratch, by, signal);
        by.note(`compiling ${name} ${pin.version} (${pin.cost})`);
        const args = ['install', ...FLAGS, '-ldflags=-s -w', `${main}@${pin.version}`];
        await module_build_compile(go, args, { scratch, cwd: scratch, out }, by, signal);
        return { links: {}, vouched: vouched(pin, go, database) };
    }
});
const cosignRecipe = installRecipe('cosign', pins/* COSIGN */.s2.module, `${pins/* COSIGN */.s2.module.path}/cmd/cosign`);
const kindRecipe = installRecipe('kind', pins/* KIND */.Nd.module, pins/* KIND */.Nd.module.path);
/** Says no version of its own. */
const apidiffRecipe = installRecipe('apidiff', pins/* APIDIFF */._G, `${pins/* APIDIFF */._G.path}/cmd/apidiff`, {});
const govulncheckRecipe = installRecipe('govulncheck', pins/* GOVULNCHECK */.uw, `${pins/* GOVULNCHECK */.uw.path}/cmd/govulncheck`, {});
/** The control plane of one Kubernetes release: one program, and a link for each tool it is. */
const kubernetesRecipe = (kubernetes) => ({
    pin: kubernetes.module,
    says: {
        etcd: kubernetes.etcd,
        'kube-apiserver': kubernetes.version,
        'kube-controller-manager': kubernetes.version,
        'kube-scheduler': kubernetes.version,
        kubectl: kubernetes.version
    },
    digest: module_build_digest(pins/* DEFAULT_GO */.zt, kubernetes.module.sum, KUBE_MAIN, kubeLinkerFlags(kubernetes), ...FLAGS),
    build: async (go, scratch, out, by, signal) => {
        const program = { kubernetes, main: KUBE_MAIN, path: (0,external_node_path_.join)(out, KUBE_PROGRAM) };
        const links = Object.fromEntries(KUBE_TOOLS.map((tool) => [tool, KUBE_PROGRAM]));
        return { links, vouched: await buildKubernetes(program, go, scratch, by, signal) };
    }
});
/** Builds such a program; resolves with what vouches for it. */
async function buildKubernetes({ kubernetes, main, path }, go, scratch, by, signal) {
    const pin = kubernetes.module;
    const { own, dir, database } = await fetchModule(pin, go, scratch, by, signal);
    const root = (0,external_node_path_.join)(scratch, 'kube');
    const sums = await by.files.read((0,external_node_path_.join)(dir, 'go.sum'));
    await by.files.write((0,external_node_path_.join)(root, 'go.mod'), kubeGoMod(own, pin.version));
    // Its own sums; the published forms of its staging modules are not among them and come from the checksum database.
    await by.files.write((0,external_node_path_.join)(root, 'go.sum'), sums ?? '');
    await by.files.write((0,external_node_path_.join)(root, 'cp', 'main.go'), main);
    by.note(`compiling Kubernetes ${pin.version} (${pin.cost})`);
    const flags = [...FLAGS, `-ldflags=${kubeLinkerFlags(kubernetes)}`];
    const args = ['build', '-mod=mod', ...flags, '-o', path, './cp'];
    await module_build_compile(go, args, { scratch, cwd: root, out: (0,external_node_path_.dirname)(path) }, by, signal);
    return vouched(pin, go, database);
}
const vouched = (pin, go, database) => `built by ${go.version} from ${pin.path}@${pin.version} with the pinned sum ${pin.sum}; ` +
    `all its modules checked against ${database}`;
/** Gets a module into the module cache and rejects ('verification') unless its sum is the pinned one. */
async function fetchModule(pin, go, cwd, { processes, env, note }, signal) {
    checksumDatabase(env, [pin.path]);
    const run = (...args) => processes.run([go.path, ...args], { cwd, env: goEnv(env), signal, onLine: (line) => note(line) });
    note(`fetching ${pin.path}@${pin.version}`);
    const module = `${pin.path}@${pin.version}`;
    // Without -json first: with it, Go puts what went wrong where a failing command's words are not looked for.
    await run('mod', 'download', module).catch((cause) => {
        signal.throwIfAborted();
        throw fetchFailure(module, cause);
    });
    const found = JSON.parse((await run('mod', 'download', '-json', module)).stdout);
    const sum = (0,base_json/* textAt */.$6)(found, 'Sum');
    if (sum !== pin.sum) {
        throw new errors/* Failure */.H('verification', `${module} has the sum ${sum}, not the pinned ${pin.sum}`, {
            hint: 'Do not use it: the module proxy or the module cache serves something else than was published.'
        });
    }
    const own = parseGoMod((await run('mod', 'edit', '-json', (0,base_json/* textAt */.$6)(found, 'GoMod'))).stdout);
    const database = checksumDatabase(env, own.Require.map(({ Path }) => Path));
    return { own, dir: (0,base_json/* textAt */.$6)(found, 'Dir'), database };
}
async function module_build_compile(go, args, { scratch, cwd, out }, { processes, fs, env, note }, signal) {
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
    const build = goEnv(env, { GOBIN: out, GOTMPDIR: tmp });
    await processes.run([go.path, ...args], { cwd, env: build, signal, onLine }).catch((cause) => {
        signal.throwIfAborted();
        const failure = fetchFailure('a module', cause);
        throw failure.kind === 'verification' ? failure : cause;
    });
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/wanted.ts



/** Looks a tool up in pins.ts; `platform` in Go's words. Rejects with an 'input' Failure what is not pinned. */
function wantedTool(name, version, platform) {
    const target = `${platform.os}/${platform.arch}`;
    switch (name) {
        case 'cosign':
            return single(name, pins/* COSIGN */.s2, cosignRecipe, version, target);
        case 'kind':
            return single(name, pins/* KIND */.Nd, kindRecipe, version, target);
        case 'apidiff':
            return built(name, apidiffRecipe);
        case 'govulncheck':
            return built(name, govulncheckRecipe);
        default:
            return kubernetes(name, version, platform.os, target);
    }
}
/** A tool that does not say its version here: always the pinned module. */
const built = (name, recipe) => ({
    name,
    version: recipe.pin.version,
    says: recipe.pin.version,
    fitting: undefined,
    module: { cachedAs: `slipway-${name}`, recipe }
});
/** A tool that is pinned at one version. */
function single(name, pin, recipe, version, target) {
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
function kubernetes(name, minor, os, target) {
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
            module: { cachedAs: 'slipway-kubernetes', recipe: kubernetesRecipe(pin) }
        })
    };
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/toolchain.ts












/** More than any single program here: cosign for Windows is 199 MB. */
const FILE_LIMIT = limits/* LIMITS */.b1.tool.most;
/**
 * Tools from PATH, by pinned download, or built from modules; the last two through the tool cache. `lookUp` says which
 * tools there are, `goSums` what DEFAULT_GO's toolchain modules are (as GO_SUMS does).
 */
function toolchain(parts, lookUp = wantedTool, goSums) {
    const gos = sharing();
    const tools = sharing();
    const kept = entries(parts);
    // Each takes every core, and a Kubernetes up to 3.1 GiB: two at a time would be no faster.
    const compiling = (0,p_limit/* default */.A)(1);
    const go = (version, signal) => gos(version, signal, (inner) => findGo(version, parts, inner, goSums));
    const obtain = async (wanted, signal) => {
        const machine = await onMachine(wanted, parts, signal);
        if (typeof machine !== 'string')
            return machine;
        const reasons = [machine];
        const ways = [downloadWay(wanted, parts), moduleWay(wanted, parts, go, compiling)].filter((way) => way !== undefined);
        for (const way of ways) {
            const found = await kept.find(way, signal);
            if (found !== undefined)
                return asTool(wanted, found, parts.platform);
        }
        for (const way of ways) {
            try {
                return asTool(wanted, await kept.make(way, signal), parts.platform);
            }
            catch (cause) {
                signal.throwIfAborted();
                // Only what the network or the machine refuses is a reason to go on; what came and was wrong stops the run.
                if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'environment')
                    throw cause;
                reasons.push(cause.message);
                parts.note(cause.message);
            }
        }
        const { os, arch } = (0,toolchain_platform/* inGo */.y)(parts.platform);
        if (ways.length === 0)
            reasons.push(`nothing is pinned for ${os}/${arch}`);
        throw new errors/* Failure */.H('environment', `${wanted.name} ${wanted.version} cannot be had: ${reasons.join('; ')}`, {
            code: 'tool-unavailable',
            hint: wanted.fitting
                ? `Put ${wanted.name} ${(0,toolchain_machine/* describe */.q0)(wanted.fitting)} on PATH, or let the network reach one of these.`
                : 'Let the network reach the module proxy.'
        });
    };
    const present = async (name, version, signal) => {
        if (name === 'go')
            return await goHere(version ?? pins/* DEFAULT_GO */.zt, parts, signal);
        const wanted = lookUp(name, version, (0,toolchain_platform/* inGo */.y)(parts.platform));
        const machine = await onMachine(wanted, parts, signal);
        if (typeof machine !== 'string')
            return machine;
        for (const way of [downloadWay(wanted, parts), moduleWay(wanted, parts, go, compiling)]) {
            const found = way && (await kept.find(way, signal));
            if (found !== undefined)
                return asTool(wanted, found, parts.platform);
        }
        return undefined;
    };
    return {
        go,
        present,
        tool: async (name, version, signal) => {
            const wanted = lookUp(name, version, (0,toolchain_platform/* inGo */.y)(parts.platform));
            return tools(`${name} ${wanted.version}`, signal, (inner) => obtain(wanted, inner));
        }
    };
}
/** With GOPROXY=off the go command and our own download find what lies here, and nothing else. */
async function goHere(version, parts, signal) {
    try {
        return await findGo(version, { ...parts, env: { ...parts.env, GOPROXY: 'off' } }, signal);
    }
    catch (cause) {
        if (cause instanceof errors/* Failure */.H && cause.kind === 'environment')
            return undefined;
        throw cause;
    }
}
function downloadWay({ name, version, says, download: pin }, parts) {
    if (pin === undefined)
        return undefined;
    const { url, sha256 } = pin;
    return {
        entry: { name: `slipway-${name}-release`, version: bare(version), arch: parts.platform.arch },
        recipe: `download ${sha256}`,
        sha256,
        says: { [name]: says },
        make: async (out, _scratch, signal) => {
            parts.note(`downloading ${name} ${version}`);
            const path = (0,external_node_path_.join)(out, (0,toolchain_platform/* program */.D)(name, parts.platform));
            await (0,download/* download */.R)({ url, sha256, limit: FILE_LIMIT, mode: 0o755 }, path, parts, signal);
            return { source: 'download', vouched: `${url} with the pinned sha256 ${sha256}`, links: {} };
        }
    };
}
function moduleWay({ module }, parts, go, compiling) {
    if (module === undefined)
        return undefined;
    const { recipe, cachedAs } = module;
    return {
        entry: { name: cachedAs, version: bare(recipe.pin.version), arch: parts.platform.arch },
        recipe: recipe.digest,
        says: recipe.says,
        make: (out, scratch, signal) => compiling(async () => {
            signal.throwIfAborted();
            const compiler = await go(pins/* DEFAULT_GO */.zt, signal);
            return { source: 'module', ...(await recipe.build(compiler, scratch, out, parts, signal)) };
        })
    };
}
const bare = (version) => version.replace(/^v/, '');
const asTool = ({ name, says }, { folder, source, vouched, files }, platform) => {
    const file = (0,toolchain_platform/* program */.D)(name, platform);
    const sha256 = files[file];
    return {
        name,
        version: says,
        path: (0,external_node_path_.join)(folder, file),
        source,
        vouched,
        ...(sha256 !== undefined && { sha256 })
    };
};
/** The tool on PATH, or why it is not taken. */
async function onMachine({ name, fitting }, { processes, env, platform }, signal) {
    if (fitting === undefined || name === 'apidiff' || name === 'govulncheck')
        return 'one on PATH would not say which version it is';
    const path = await (0,toolchain_machine/* which */.K7)(name, env, platform);
    if (path === undefined)
        return 'not on PATH';
    try {
        const version = await (0,toolchain_machine/* ask */.kA)(processes.run, name, path, env, signal);
        if (!(0,toolchain_machine/* fits */.lA)(version, fitting))
            return `on PATH as ${version}, not ${(0,toolchain_machine/* describe */.q0)(fitting)}`;
        const vouched = `on PATH, says it is ${version} (${(0,toolchain_machine/* describe */.q0)(fitting)} wanted); no digest checked`;
        return { name, version, path, source: 'machine', vouched };
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!(cause instanceof errors/* Failure */.H))
            throw cause;
        return `on PATH, but ${cause.message}`;
    }
}

;// CONCATENATED MODULE: ./src/adapters/toolchain/used.ts
/** A toolchain that knows what it gave, for the report: each tool of each version once. */
function remembering(toolchain) {
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

// EXTERNAL MODULE: ./src/facts/platforms.ts + 2 modules
var platforms = __nccwpck_require__(51120);
// EXTERNAL MODULE: ./src/evidence/invocation.ts
var invocation = __nccwpck_require__(6515);
// EXTERNAL MODULE: ./src/go/inspect/traces.ts
var traces = __nccwpck_require__(7703);
// EXTERNAL MODULE: ./src/config/slipway-version.ts
var slipway_version = __nccwpck_require__(76618);
;// CONCATENATED MODULE: ./src/plan/surroundings.ts

/** Reads the variables of a job. `host`: what programs run on this machine. */
function readSurroundings(env, event, host) {
    const set = (...names) => names.every((name) => Boolean(env[name]));
    const startedFor = (0,platforms/* platformHere */.ac)(env)?.startedFor?.(env);
    return {
        event,
        ...(startedFor !== undefined && { startedFor }),
        hasKey: set('COSIGN_PRIVATE_KEY'),
        // cosign takes SIGSTORE_ID_TOKEN when it exists, even empty: an empty one is none.
        hasIdentity: set('ACTIONS_ID_TOKEN_REQUEST_URL', 'ACTIONS_ID_TOKEN_REQUEST_TOKEN') || set('SIGSTORE_ID_TOKEN'),
        platform: platforms/* PLATFORMS */.P4.find(({ knowsProject }) => knowsProject(env))?.name,
        vulnerabilityDatabase: (env['GOVULNDB'] ?? '').trim(),
        host
    };
}

;// CONCATENATED MODULE: ./src/wiring.ts
































function wire({ env, cwd, host, print, signal }, parts) {
    const { toolCache = plainToolCache, query, fs = promises_, fetch = (0,outgoing/* outgoing */.b)(env), change = (context) => context } = parts;
    const own = parts.processes ?? processes();
    const platform = { os: process.platform, arch: process.arch };
    const note = (0,line/* noteOn */.k9)(host);
    const now = () => new Date();
    const files = (root) => (0,disk/* disk */.E9)(root, fs);
    const scratchFiles = files((0,external_node_os_.tmpdir)());
    // One toolchain: what is asked for twice is looked for once.
    let made;
    const tools = () => (made ??= toolchain({
        processes: own,
        files: scratchFiles,
        fs,
        cache: toolCache(toolCacheRoot(env, platform.os), fs),
        fetch,
        env,
        platform,
        note
    }));
    const recorded = remembering(tools);
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
    return change({
        cwd,
        host,
        signal,
        now,
        print,
        surroundings: readSurroundings(env, (0,platforms/* eventOf */.A6)(env, readPayload(env['GITHUB_EVENT_PATH'])), (0,toolchain_platform/* inGo */.y)(platform)),
        invocation: (0,invocation/* invocationOf */.Q)(env, slipway_version/* SLIPWAY */.k, now().toISOString(), (0,external_node_crypto_.randomUUID)()),
        processes: own,
        query: query ?? own.run,
        deflate: deflateInThreads(),
        unpack: unpackLater,
        fingerprint: (signing) => fingerprintOf(means(scratchFiles), signing),
        files,
        ownFiles: (root) => (0,own_disk/* ownDisk */.o)(root, fs),
        refuseForeignPath: (folder) => (0,own_folder/* refuseForeignPath */.OE)(folder, cwd, fs),
        caches: parts.caches,
        scratchFiles,
        claim: (folder) => claimFolder(folder, claiming),
        buildEnv: (folder) => (0,environment/* buildEnvironment */.AF)(env, folder),
        gitEnv: (folder) => (0,environment/* cloneEnvironment */.F9)(env, folder),
        loopback: loopback(scratchFiles),
        toolchain: recorded,
        present: (name, version) => tools().present(name, version, signal),
        usedTools: () => recorded.used(),
        provider: async (asked, pods) => {
            const { chooseProvider } = await __nccwpck_require__.e(/* import() */ 729).then(__nccwpck_require__.bind(__nccwpck_require__, 729));
            const mask = (secret) => host.mask(secret);
            const looking = { run: query ?? own.run, env, cwd, platform, files: scratchFiles, signal, mask };
            return chooseProvider({ ...asked, pods }, looking);
        },
        clustersAtOnce: (plan) => (plan ? (0,providers/* clustersAtOnce */.IY)(plan.provider, memoryNow()) : 1),
        clusters: (files, out, plan) => {
            const logs = (0,external_node_path_.join)(out, 'logs');
            return clustersOf(plan, { ...sweeping, toolchain: recorded, processes: own, files, temporary: scratchFiles, logs }, host);
        },
        preflightSigning: (signing, files) => preflightSigning(means(files), signing, signal),
        signer: async (signing, files, publicKey) => signerFor(await cosign(files), signing, cwd, publicKey),
        verifier: async (expected, files, root) => verifier(await cosign(files), expected, root === '' ? {} : { trustedRoot: (0,external_node_path_.resolve)(cwd, root) }),
        downloaderLines: downloaderLines,
        publisher: (to, token, files) => destinationOf(to, caller(token)).open(files, fs),
        async releaseAt(url, token, files) {
            const { destination, tag, repository } = locate(url, caller(token));
            return { publisher: await destination.open(files, fs), tag, on: destination.on, repository };
        },
        repositoryOf: (to) => destinationOf(to, caller('')).repository(),
        confirm: (question) => confirmed(question, process, signal),
        traces: (root, tracked, go) => (0,traces/* tracesOf */.O)({ root, tracked, go, goRoot: (0,external_node_path_.resolve)(go.path, '..', '..'), temporary: (0,external_node_os_.tmpdir)() })
    });
}
/** Reading archives is for those who publish or verify. */
const unpackLater = async function* (path, most) {
    yield* (await Promise.all(/* import() */[__nccwpck_require__.e(6118), __nccwpck_require__.e(663), __nccwpck_require__.e(7022)]).then(__nccwpck_require__.bind(__nccwpck_require__, 67022))).unpack(path, most);
};

;// CONCATENATED MODULE: ./src/main.ts








/** What is not a Failure, in JSON. */
const BUG = 'bug';
/** Ctrl-C, a supervisor, and a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** How long what is under way may take to end after a bug, in milliseconds: what waits for ever is left. */
const CRASH_MS = 20_000;
/**
 * Carries out a request; resolves with the exit status and never rejects. Ends what it started on SIGINT and SIGTERM.
 * `parts` are what this entry point has of its own, such as the runner's tool cache; tests trace writes through them.
 */
async function main(ask, makeHost, { print, json: wanted = false }, parts = {}) {
    const stop = new AbortController();
    const secrets = (0,secret/* hiding */.Q)();
    let json = wanted;
    let host = secrets.from(makeHost(json));
    let context;
    const ended = (signal) => {
        // The second signal does not wait: whoever sends it wants the process gone.
        if (stop.signal.aborted)
            process.exit(128 + external_node_os_.constants.signals[signal]);
        stop.abort(new errors/* Failure */.H('environment', `stopped by ${signal}`, {
            code: 'interrupted',
            hint: 'The next run goes on from here.'
        }));
    };
    const crashes = [];
    let late;
    const say = (error) => report(error, host, secrets.hide, json ? print : undefined);
    // A bug outside of every promise that somebody waits for: it ends like a signal, so that nothing of ours stays behind,
    // and it is told by us, since Node would print whatever secret its message holds.
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
        const command = request.command ?? readCommand(request.read('command'));
        context = wire({ env: process.env, cwd: process.cwd(), host, print, signal: stop.signal }, parts);
        for (const secret of secretsIn(process.env, request.read('token')?.text ?? ''))
            host.mask(secret);
        const carryOut = await commandOf(command);
        const status = (await carryOut({ ...request, command }, context)) ?? 0;
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
/** What carries a command out; it may have an exit status of its own. Each is loaded when it is asked for. */
async function commandOf(command) {
    switch (command) {
        case 'verify':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5530), __nccwpck_require__.e(3613)]).then(__nccwpck_require__.bind(__nccwpck_require__, 63613))).verifyCommand;
        case 'publish':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5530), __nccwpck_require__.e(648)]).then(__nccwpck_require__.bind(__nccwpck_require__, 30648))).publishCommand;
        case 'yank':
            return (await __nccwpck_require__.e(/* import() */ 8193).then(__nccwpck_require__.bind(__nccwpck_require__, 68193))).yankCommand;
        case 'crds':
            return (await __nccwpck_require__.e(/* import() */ 5548).then(__nccwpck_require__.bind(__nccwpck_require__, 25548))).crdsCommand;
        case 'schema':
            return (await __nccwpck_require__.e(/* import() */ 9383).then(__nccwpck_require__.bind(__nccwpck_require__, 89383))).schemaCommand;
        case 'doctor':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(5560), __nccwpck_require__.e(4210)]).then(__nccwpck_require__.bind(__nccwpck_require__, 44915))).doctorCommand;
        case 'init':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(174)]).then(__nccwpck_require__.bind(__nccwpck_require__, 30174))).initCommand;
        case 'auto':
        case 'plan':
        case 'build':
        case 'gate':
        case 'release':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(5560), __nccwpck_require__.e(5530), __nccwpck_require__.e(5407), __nccwpck_require__.e(9788)]).then(__nccwpck_require__.bind(__nccwpck_require__, 79788))).pipelineCommand;
    }
}
function readCommand(given) {
    try {
        return inputs/* INPUTS */.m.command.parse(given?.text ?? inputs/* INPUTS */.m.command.default);
    }
    catch (cause) {
        throw new errors/* Failure */.H('input', `command: ${cause.message}`, {
            hint: 'Give one of these, or leave the input out.',
            cause
        });
    }
}
/** Says what went wrong and what to do; the only place where a failure is caught for good. */
async function report(error, host, hide, print) {
    // It comes with the tables of a whole summary, which few runs need here.
    const { failure } = await __nccwpck_require__.e(/* import() */ 5407).then(__nccwpck_require__.bind(__nccwpck_require__, 55407));
    await host.summary(failure(error));
    if (!(error instanceof errors/* Failure */.H)) {
        print?.(errorJson({ code: BUG, kind: BUG, exit: 1, message: hide(String(error)), hint: null }));
        const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
        host.error(`this is a bug in Slipway: ${hide(told)}`);
        return 1;
    }
    const said = typeof error.cause === 'string' && error.cause.trim() !== '' ? error.cause : undefined;
    if (said)
        host.quote('what the tool said', said);
    host.error(error.hint ? `${error.message}\n${error.hint}` : error.message);
    const { code, kind, hint = null } = error;
    print?.(errorJson({ code, kind, exit: errors/* EXIT */.d[kind], message: hide(error.message), hint: hint && hide(hint) }));
    return errors/* EXIT */.d[kind];
}
/** What `--json` prints of a failure, on one line; docs/errors.md has the codes. */
const errorJson = (error) => (0,base_json/* printedJson */.xL)({ error });


/***/ }),

/***/ 37964:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ CLUSTER_PROVIDERS),
/* harmony export */   l: () => (/* binding */ providerNamed)
/* harmony export */ });
/** The one list of providers, in the order in which `auto` takes them; src/adapters/clusters has how each is made. */
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
const providerNamed = (name) => {
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
/** The CRD sets that Slipway carries; what they hold is in crds.ts, which few runs need. */
const CRD_SETS = ['all', 'sdk-main', 'controller-sdk', 'linkerd', 'osm'];
/** What a user's own CRD files are called where a set is named. */
const OWN = 'own';


/***/ }),

/***/ 44119:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EK: () => (/* binding */ PROVENANCE),
/* harmony export */   FZ: () => (/* binding */ COMPATIBILITY),
/* harmony export */   bo: () => (/* binding */ TEST_RESULT),
/* harmony export */   dI: () => (/* binding */ BUNDLE),
/* harmony export */   dR: () => (/* binding */ chainOf),
/* harmony export */   e0: () => (/* binding */ MANIFEST),
/* harmony export */   vM: () => (/* binding */ CHECKSUMS),
/* harmony export */   we: () => (/* binding */ chainProblems),
/* harmony export */   yZ: () => (/* binding */ SLSA)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(40766);

const CHECKSUMS = 'checksums.txt';
const BUNDLE = 'checksums.txt.sigstore.json';
const PROVENANCE = 'provenance.sigstore.json';
const COMPATIBILITY = 'compatibility.sigstore.json';
const MANIFEST = 'manifest.json';
/** Predicate types of the statements of a release (slsa.dev/spec/v1.0, github.com/in-toto/attestation). */
const SLSA = 'https://slsa.dev/provenance/v1';
const TEST_RESULT = 'https://in-toto.io/attestation/test-result/v0.1';
/** The chain that a file hangs on, and the digest that it must have where a list says so; undefined for a stranger. */
function chainOf(name, { checksums, byproducts }) {
    // Signed themselves: by checksums.txt.sigstore.json, and within.
    if (name === CHECKSUMS || name === PROVENANCE)
        return { chain: 'signature' };
    const listed = checksums.find((file) => file.name === name);
    if (listed)
        return { chain: 'checksums', sha256: listed.sha256 };
    const named = byproducts.find((file) => file.name === name);
    return named && { chain: 'provenance', sha256: named.sha256 };
}
/** What is wrong between the chains, a sentence each: they have to speak of one release and share no file. */
function chainProblems({ checksums, subjects, byproducts }, checksumsDigest) {
    const expected = [...checksums, { name: CHECKSUMS, sha256: checksumsDigest }];
    const says = (name) => subjects.find((file) => file.name === name)?.sha256;
    const twice = repeated([...expected, ...byproducts].map(({ name }) => name));
    return [
        ...expected
            .filter(({ name, sha256 }) => says(name) !== sha256)
            .map(({ name }) => `the provenance does not speak of this ${name}`),
        ...subjects
            .filter(({ name }) => !expected.some((file) => file.name === name))
            .map(({ name }) => `the provenance speaks of ${name}, which is in no checksums.txt`),
        ...repeated(subjects.map(({ name }) => name)).map((name) => `the provenance speaks of ${name} twice`),
        ...twice.map((name) => `${name} hangs on two chains`),
        // Such a name would lead out of the folder that a release is.
        ...byproducts
            .filter(({ name }) => /[\\/\p{Cc}]|^\.{0,2}$/u.test(name))
            .map(({ name }) => `${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .quote */ .hD)(name)} is no name of a file`),
        ...byproducts.filter(({ name }) => name === PROVENANCE).map(() => `${PROVENANCE} cannot vouch for itself`)
    ];
}
const repeated = (names) => [
    ...new Set(names.filter((name, i) => names.indexOf(name) !== i))
];


/***/ }),

/***/ 79121:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ refuseSizes),
/* harmony export */   aR: () => (/* binding */ fittedNotes),
/* harmony export */   d3: () => (/* binding */ refuseNames)
/* harmony export */ });
/* unused harmony exports MOST_FILES, LONGEST_NOTES */
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(40766);


/** What every place keeps as it is: GitHub turns all else into dots, and a folder may not hold it. */
const PLAIN = /^[A-Za-z0-9_+-][A-Za-z0-9._+-]*$/;
/** Names that mean a device on Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
const problem = (name) => {
    if (name.startsWith('.'))
        return 'starts with a dot';
    if (name.endsWith('.'))
        return 'ends with a dot';
    if (name.includes('..'))
        return 'has two dots in a row';
    if (!PLAIN.test(name))
        return 'has characters that GitHub replaces by dots';
    if (DEVICE.test(name))
        return 'is a device on Windows';
    return name.length > 200 ? 'is longer than 200 characters' : undefined;
};
/** Rejects ('input') names that a place would change or that would fall together, all of them in one Failure. */
function refuseNames(names) {
    const seen = new Map();
    const bad = [];
    for (const name of names) {
        const twin = seen.get(name.toLowerCase());
        seen.set(name.toLowerCase(), name);
        const why = problem(name) ?? (twin === undefined ? undefined : `falls together with ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(twin)}`);
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
/** Rejects ('input') what GitHub would refuse after the first uploads: too many files, empty ones, too large ones. */
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
/** Most characters that GitHub takes for the notes of a release. */
const LONGEST_NOTES = 125_000;
/**
 * The notes with a mark for us at their end ('': none), cut at the end of a line, code fences closed, to what the
 * platform takes: by default GitHub.
 */
function fittedNotes(notes, mark, longest = LONGEST_NOTES, platform = 'GitHub') {
    const last = mark === '' ? '' : `\n\n${mark}`;
    if (notes.length + last.length <= longest)
        return `${notes.trimEnd()}${last}`;
    const tail = `\n\n*(The rest of the notes is left out: they are longer than ${platform} allows.)*${last}`;
    const room = longest - tail.length - '\n```'.length;
    const end = notes.lastIndexOf('\n', room);
    // Without any line end: not between the halves of a character.
    const cut = notes.slice(0, end > 0 ? end : room).replace(/[\uD800-\uDBFF]$/, '');
    const fences = cut.match(/^```/gm)?.length ?? 0;
    return `${cut}${fences % 2 === 1 ? '\n```' : ''}${tail}`;
}


/***/ }),

/***/ 33500:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   H: () => (/* binding */ parseRecord),
/* harmony export */   g: () => (/* binding */ RECORD)
/* harmony export */ });
/* harmony import */ var _base_decode_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(44427);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(23659);


/** What a folder publisher writes beside the files of a release, as a platform's page would tell it; no time is in it. */
const RECORD = 'release.json';
const isReleaseRecord = (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .shaped */ .e9)({
    ...{ tag: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, commit: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .either */ .gP)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isNull */ .kZ), title: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH, notes: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH },
    ...{ prerelease: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV, latest: _base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isFlag */ .RV, yanked: (0,_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .maybe */ .no)(_base_decode_js__WEBPACK_IMPORTED_MODULE_0__/* .isText */ .KH) }
});
/** The record in these bytes; undefined where they hold anything else. */
function parseRecord(bytes) {
    const record = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_1__/* .parsedJson */ .U4)(Buffer.from(bytes).toString('utf8'));
    return isReleaseRecord(record) ? record : undefined;
}


/***/ }),

/***/ 49587:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B4: () => (/* binding */ workflowOf),
/* harmony export */   b: () => (/* binding */ workflowAtTag),
/* harmony export */   ve: () => (/* binding */ isSameRepository)
/* harmony export */ });
/**
 * Any workflow of a repository at just this tag. `workflows`: a regular expression for where a certificate names them,
 * behind the repository's URL. Known from where the repository is, never from the release.
 */
const workflowAtTag = ({ url }, { workflows, tag, issuer }) => ({
    // A certificate says https of every workflow, also of one on a server that people reach by http.
    // No platform has two repositories whose names differ in case alone, and each takes any case in a URL.
    pattern: `^(?i:${escaped(url.replace(/^http:/, 'https:'))})${workflows}@refs/tags/${escaped(tag)}$`,
    issuer
});
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
/** `https://github.com/acme/mesh` and `refs/tags/v1.0.0` of the identity of a workflow; undefined for any other identity. */
function workflowOf(identity) {
    const [, github, gitlab, ref] = /^(?:(https?:\/\/[^@]+?)\/\.github\/workflows\/[^@]+|(https?:\/\/[^@]+?)\/\/[^@]+)@(refs\/.+)$/.exec(identity) ?? [];
    const repository = github ?? gitlab;
    return repository === undefined || ref === undefined ? undefined : { repository, ref };
}
/** Whether two URLs are of one repository: neither platform tells names apart by case, and people write them in many ways. */
const isSameRepository = (a, b) => placeOf(a) === placeOf(b);
const placeOf = (url) => url
    .toLowerCase()
    .replace(/^[a-z+]+:\/\/([^/@]*@)?/, '')
    .replace(/\/+$/, '')
    .replace(/\.git$/, '');


/***/ }),

/***/ 7196:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  KK: () => (/* binding */ SUITES),
  rK: () => (/* binding */ UNSAID),
  uU: () => (/* binding */ suiteNamed)
});

// EXTERNAL MODULE: ./src/base/json.ts
var json = __nccwpck_require__(23659);
;// CONCATENATED MODULE: ./src/suites/suite.ts
/** The same trials on each Kubernetes. */
function onEach({ minors }, trialsOn) {
    const all = minors();
    return all.length > 0 ? { trials: all.flatMap(trialsOn) } : { unproved: 'kubernetes is none' };
}
/** The baseline as trials name it; null where there is none. */
const baselineOf = ({ baseline }) => 'skip' in baseline ? null : { tag: baseline.tag, commit: baseline.commit };

;// CONCATENATED MODULE: ./src/suites/crd/suite.ts


/** Does changing our CRDs lose anything? */
const crd = {
    name: 'crd',
    auto: 'when the repository holds CRDs',
    settings: {
        key: 'crds',
        none: { samples: [], apply: 'client-side' },
        schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(3500)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43500))).crds
    },
    fits: ({ crds }) => crds.length > 0,
    needs: () => ['crds'],
    plan({ minors, crds, baseline }, { apply }) {
        if ('skip' in baseline)
            return { unproved: `there is no baseline: ${baseline.skip}` };
        if (crds.length === 0)
            return { unproved: 'no file of the repository holds CRDs' };
        return onEach({ minors }, (kubernetes) => [
            { kubernetes, with: { baseline: baselineOf({ baseline }), ...(apply === 'server-side' && { apply }) } }
        ]);
    },
    async run(trial, tools, signal) {
        const { crdsOf, manifestsOf } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(2174)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72174));
        const given = {
            baseline: { tag: (0,json/* text */.Qq)((0,json.at)(trial.with['baseline'], 'tag')), crds: crdsOf(await tools.baselineCrds()) },
            candidate: crdsOf(tools.sources.crds),
            samples: tools.sources.samples.flatMap(manifestsOf),
            crdify: (await __nccwpck_require__.e(/* import() */ 9070).then(__nccwpck_require__.bind(__nccwpck_require__, 79070))).crdify(tools)
        };
        return await (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(7780), __nccwpck_require__.e(1695), __nccwpck_require__.e(282)]).then(__nccwpck_require__.bind(__nccwpck_require__, 50282))).proveCrds(tools.cluster(), trial, given, signal);
    }
};

;// CONCATENATED MODULE: ./src/suites/data/suite.ts

/** Does the candidate read old data, and does the baseline tolerate new? */
const data = {
    name: 'data',
    auto: 'when slipway.yaml names some',
    settings: { key: 'data', none: [], schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(4865)]).then(__nccwpck_require__.bind(__nccwpck_require__, 64865))).fixtures },
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
                with: { data: fixture, speaks, baseline: baselineOf({ baseline }) }
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



/** Do the SMI APIs that this program speaks work on this Kubernetes? */
const smi = {
    name: 'smi',
    auto: 'when the program imports the SMI SDK',
    settings: { key: 'smi', none: {}, schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(3004)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43004))).smi },
    fits: ({ speaks }) => speaks.length > 0,
    needs: () => ['crds'],
    plan: ({ minors, sets, crds, speaks }) => onEach({ minors }, (kubernetes) => sets.map((set) => ({ kubernetes, with: { set, ...(set === crd_sets/* OWN */.Z && { files: (0,files/* digestOf */.o)(crds) }), speaks } }))),
    async run(trial, { cluster, sources }, signal) {
        const own = trial.with['set'] === crd_sets/* OWN */.Z ? (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(2174)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72174))).crdsOf(sources.crds) : [];
        return await (await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(7780), __nccwpck_require__.e(1695), __nccwpck_require__.e(1989)]).then(__nccwpck_require__.bind(__nccwpck_require__, 91989))).proveSmi(cluster(), trial, signal, own);
    }
};

;// CONCATENATED MODULE: ./src/suites/surface/suite.ts

/** Does the version number tell the truth? */
const surface = {
    name: 'surface',
    auto: 'when there is a baseline',
    settings: {
        key: 'surface',
        none: { api: [], accepted: [] },
        schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(1248)]).then(__nccwpck_require__.bind(__nccwpck_require__, 11248))).surface
    },
    tools: ['apidiff'],
    fits: () => true,
    needs: () => ['programs'],
    plan({ baseline, version, tagged }, { api, accepted }) {
        if ('skip' in baseline)
            return { unproved: `there is no baseline: ${baseline.skip}` };
        const compared = { baseline: baselineOf({ baseline }), from: baseline.version, to: tagged ? version : null };
        return { trials: [{ kubernetes: undefined, with: { api, accepted, ...compared } }] };
    },
    async run(trial, tools, signal) {
        const { proveSurface } = await __nccwpck_require__.e(/* import() */ 8314).then(__nccwpck_require__.bind(__nccwpck_require__, 68314));
        return await proveSurface(trial, tools, await tools.versions(), signal);
    }
};

;// CONCATENATED MODULE: ./src/suites/workload/suite.ts

/** Does N-1 → N → N-1 keep working, and keep the data? */
const workload = {
    name: 'workload',
    auto: 'when it talks to Kubernetes',
    settings: { key: 'workloads', none: [], schema: async () => (await Promise.all(/* import() */[__nccwpck_require__.e(6921), __nccwpck_require__.e(766)]).then(__nccwpck_require__.bind(__nccwpck_require__, 70766))).workloads },
    fits: ({ imports, speaks }, workloads) => imports.some((path) => /^k8s\.io\/client-go\/|^sigs\.k8s\.io\/controller-runtime/.test(path)) ||
        speaks.length > 0 ||
        workloads.length > 0,
    // A Deployment of the suite's own holds none of the programs.
    needs: ({ subject }) => (subject === undefined ? [] : ['programs', 'crds']),
    rollsOut: (workloads) => workloads.some(({ deployment }) => deployment !== undefined),
    plan(situation, workloads) {
        const { speaks } = situation;
        const baseline = baselineOf(situation);
        const { rollouts = [], unproved } = rolledOut(situation, workloads);
        const onEvery = onEach(situation, (kubernetes) => [
            ...rollouts.map(({ subject, given }) => ({
                kubernetes,
                ...(subject !== undefined && { subject }),
                with: subject === undefined ? given : { ...given, speaks, baseline }
            })),
            ...workloads.map((each) => ({
                kubernetes,
                subject: each.name,
                with: { workload: asProcess(each), speaks, baseline }
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
        const { proveProcess } = await Promise.all(/* import() */[__nccwpck_require__.e(8815), __nccwpck_require__.e(7780), __nccwpck_require__.e(475), __nccwpck_require__.e(5719)]).then(__nccwpck_require__.bind(__nccwpck_require__, 15719));
        return await proveProcess(given, await tools.versions());
    }
};
/**
 * What is rolled out and undone: where pods are simulated, a Deployment of the suite's own; where they run, the programs
 * themselves, as slipway.yaml says that they run in a cluster.
 */
function rolledOut({ name, version, pods, host }, workloads) {
    const deployed = workloads.filter(({ deployment }) => deployment !== undefined);
    const names = deployed.map((each) => each.name).join(', ');
    if (pods === 'simulated')
        return {
            ...(names && { unproved: `${names} in pods that really run: here they are simulated; --cluster kind runs them` }),
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
/** How it runs in pods is not a matter of its trial as a process. */
const asProcess = ({ deployment: _, ...workload }) => workload;

;// CONCATENATED MODULE: ./src/suites/suites.ts





/** The one list of suites; `auto` takes those that fit, in this order. */
const SUITES = [smi, crd, workload, data, surface];
/** The settings of a module that has no slipway.yaml. */
const UNSAID = Object.fromEntries(SUITES.flatMap(({ settings }) => (settings ? [[settings.key, settings.none]] : [])));
const suiteNamed = (name) => {
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
