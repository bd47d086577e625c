#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 9379:
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

const parseOptions = __nccwpck_require__(356)
const { safeRe: re, t } = __nccwpck_require__(5471)
const cmp = __nccwpck_require__(8646)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)


/***/ }),

/***/ 6782:
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

const LRU = __nccwpck_require__(1383)
const cache = new LRU()

const parseOptions = __nccwpck_require__(356)
const Comparator = __nccwpck_require__(9379)
const debug = __nccwpck_require__(1159)
const SemVer = __nccwpck_require__(7163)
const trimComparatorWhitespace = __nccwpck_require__(9737)
const {
  safeRe: re,
  src,
  t,
  tildeTrimReplace,
  caretTrimReplace,
} = __nccwpck_require__(5471)
const { FLAG_INCLUDE_PRERELEASE, FLAG_LOOSE } = __nccwpck_require__(5101)

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
const { MAX_LENGTH, MAX_SAFE_INTEGER } = __nccwpck_require__(5101)
const { safeRe: re, t } = __nccwpck_require__(5471)

const parseOptions = __nccwpck_require__(356)
const { compareIdentifiers } = __nccwpck_require__(3348)

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



const parse = __nccwpck_require__(6353)
const clean = (version, options) => {
  const s = parse(version.trim().replace(/^[=v]+/, ''), options)
  return s ? s.version : null
}
module.exports = clean


/***/ }),

/***/ 8646:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gt = __nccwpck_require__(6599)
const gte = __nccwpck_require__(1236)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)

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

/***/ 5385:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const parse = __nccwpck_require__(6353)
const { safeRe: re, t } = __nccwpck_require__(5471)

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

/***/ 7648:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compareBuild = (a, b, loose) => {
  const versionA = new SemVer(a, loose)
  const versionB = new SemVer(b, loose)
  return versionA.compare(versionB) || versionA.compareBuild(versionB)
}
module.exports = compareBuild


/***/ }),

/***/ 6874:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const compareLoose = (a, b) => compare(a, b, true)
module.exports = compareLoose


/***/ }),

/***/ 8469:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const compare = (a, b, loose) =>
  new SemVer(a, loose).compare(new SemVer(b, loose))

module.exports = compare


/***/ }),

/***/ 711:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)

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

/***/ 5082:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const eq = (a, b, loose) => compare(a, b, loose) === 0
module.exports = eq


/***/ }),

/***/ 6599:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gt = (a, b, loose) => compare(a, b, loose) > 0
module.exports = gt


/***/ }),

/***/ 1236:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const gte = (a, b, loose) => compare(a, b, loose) >= 0
module.exports = gte


/***/ }),

/***/ 2338:
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



const compare = __nccwpck_require__(8469)
const lt = (a, b, loose) => compare(a, b, loose) < 0
module.exports = lt


/***/ }),

/***/ 6717:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const lte = (a, b, loose) => compare(a, b, loose) <= 0
module.exports = lte


/***/ }),

/***/ 8511:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const major = (a, loose) => new SemVer(a, loose).major
module.exports = major


/***/ }),

/***/ 2603:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const minor = (a, loose) => new SemVer(a, loose).minor
module.exports = minor


/***/ }),

/***/ 4974:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const neq = (a, b, loose) => compare(a, b, loose) !== 0
module.exports = neq


/***/ }),

/***/ 6353:
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

/***/ 8756:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const patch = (a, loose) => new SemVer(a, loose).patch
module.exports = patch


/***/ }),

/***/ 5714:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const prerelease = (version, options) => {
  const parsed = parse(version, options)
  return (parsed && parsed.prerelease.length) ? parsed.prerelease : null
}
module.exports = prerelease


/***/ }),

/***/ 2173:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compare = __nccwpck_require__(8469)
const rcompare = (a, b, loose) => compare(b, a, loose)
module.exports = rcompare


/***/ }),

/***/ 7192:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const rsort = (list, loose) => list.sort((a, b) => compareBuild(b, a, loose))
module.exports = rsort


/***/ }),

/***/ 8011:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
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

/***/ 9872:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const compareBuild = __nccwpck_require__(7648)
const sort = (list, loose) => list.sort((a, b) => compareBuild(a, b, loose))
module.exports = sort


/***/ }),

/***/ 6114:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const constants = __nccwpck_require__(5101)
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

/***/ 8780:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const parse = __nccwpck_require__(6353)
const valid = (version, options) => {
  const v = parse(version, options)
  return v ? v.version : null
}
module.exports = valid


/***/ }),

/***/ 2088:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// just pre-load all the stuff that index.js lazily exports
const internalRe = __nccwpck_require__(5471)
const constants = __nccwpck_require__(5101)
const SemVer = __nccwpck_require__(7163)
const identifiers = __nccwpck_require__(3348)
const parse = __nccwpck_require__(6353)
const valid = __nccwpck_require__(8780)
const clean = __nccwpck_require__(1799)
const inc = __nccwpck_require__(2338)
const diff = __nccwpck_require__(711)
const major = __nccwpck_require__(8511)
const minor = __nccwpck_require__(2603)
const patch = __nccwpck_require__(8756)
const prerelease = __nccwpck_require__(5714)
const compare = __nccwpck_require__(8469)
const rcompare = __nccwpck_require__(2173)
const compareLoose = __nccwpck_require__(6874)
const compareBuild = __nccwpck_require__(7648)
const sort = __nccwpck_require__(9872)
const rsort = __nccwpck_require__(7192)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const eq = __nccwpck_require__(5082)
const neq = __nccwpck_require__(4974)
const gte = __nccwpck_require__(1236)
const lte = __nccwpck_require__(6717)
const cmp = __nccwpck_require__(8646)
const coerce = __nccwpck_require__(5385)
const truncate = __nccwpck_require__(6114)
const Comparator = __nccwpck_require__(9379)
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const toComparators = __nccwpck_require__(4750)
const maxSatisfying = __nccwpck_require__(3193)
const minSatisfying = __nccwpck_require__(8595)
const minVersion = __nccwpck_require__(1866)
const validRange = __nccwpck_require__(4737)
const outside = __nccwpck_require__(280)
const gtr = __nccwpck_require__(2276)
const ltr = __nccwpck_require__(5213)
const intersects = __nccwpck_require__(3465)
const simplifyRange = __nccwpck_require__(2028)
const subset = __nccwpck_require__(1489)
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

/***/ 5101:
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

/***/ 3348:
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

/***/ 1383:
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

/***/ 356:
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

/***/ 5471:
/***/ ((module, exports, __nccwpck_require__) => {



const {
  MAX_SAFE_COMPONENT_LENGTH,
  MAX_SAFE_BUILD_LENGTH,
  MAX_LENGTH,
} = __nccwpck_require__(5101)
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

/***/ 9737:
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
} = __nccwpck_require__(5101)

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

/***/ 2276:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// Determine if version is greater than all the versions possible in the range.
const outside = __nccwpck_require__(280)
const gtr = (version, range, options) => outside(version, range, '>', options)
module.exports = gtr


/***/ }),

/***/ 3465:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const intersects = (r1, r2, options) => {
  r1 = new Range(r1, options)
  r2 = new Range(r2, options)
  return r1.intersects(r2, options)
}
module.exports = intersects


/***/ }),

/***/ 5213:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const outside = __nccwpck_require__(280)
// Determine if version is less than all the versions possible in the range
const ltr = (version, range, options) => outside(version, range, '<', options)
module.exports = ltr


/***/ }),

/***/ 3193:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)

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

/***/ 8595:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
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

/***/ 1866:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Range = __nccwpck_require__(6782)
const gt = __nccwpck_require__(6599)

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

/***/ 280:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const SemVer = __nccwpck_require__(7163)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const Range = __nccwpck_require__(6782)
const satisfies = __nccwpck_require__(8011)
const gt = __nccwpck_require__(6599)
const lt = __nccwpck_require__(3872)
const lte = __nccwpck_require__(6717)
const gte = __nccwpck_require__(1236)

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

/***/ 2028:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



// given a set of versions and a range, create a "simplified" range
// that includes the same versions that the original range does
// If the original range is shorter than the simplified one, return that.
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)
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

/***/ 1489:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
const Comparator = __nccwpck_require__(9379)
const { ANY } = Comparator
const satisfies = __nccwpck_require__(8011)
const compare = __nccwpck_require__(8469)

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

/***/ 4750:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)

// Mostly just for testing and legacy API reasons
const toComparators = (range, options) =>
  new Range(range, options).set
    .map(comp => comp.map(c => c.value).join(' ').trim().split(' '))

module.exports = toComparators


/***/ }),

/***/ 4737:
/***/ ((module, __unused_webpack_exports, __nccwpck_require__) => {



const Range = __nccwpck_require__(6782)
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

/***/ 8902:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  s: () => (/* binding */ local)
});

// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __nccwpck_require__(7975);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __nccwpck_require__(8992);
;// CONCATENATED MODULE: ./src/adapters/hosts/line.ts


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
    look.colours ? (0,external_node_util_.styleText)(style, text, { validateStream: false }) : text;
    const name = look.cut ? cut(oneLine(item), look.width) : oneLine(item);
    const rest = item === '' ? `${outcome}: ${oneLine(note)}` : `${name.padEnd(look.width)}  ${oneLine(note)}`.trimEnd();
    return `${paint(colour, mark)} ${oneLine(stage).padEnd(9)} ${outcome === 'failed' ? paint('red', rest) : rest}`;
}
/** Whole seconds, in the column where the time stands when the work is done. */
const elapsed = (ms) => `${Math.floor(ms / 1000)} s`.padStart(src_text/* TIME_WIDTH */.LQ);
/** Both ends of a name tell names apart: the program stands first, the platform last. */
const cut = (name, width) => name.length <= width
    ? name
    : `${name.slice(0, Math.ceil((width - 1) / 2))}…${name.slice(-Math.floor((width - 1) / 2))}`;
const oneLine = (text) => text.replace(/\s*[\n\u2028\u2029]\s*/g, ' ');

;// CONCATENATED MODULE: ./src/adapters/hosts/printable.ts
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
    .replace(/^([\s\p{C}\p{Z}]*)::/gmu, '$1: :');
const hex = (c) => (c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

;// CONCATENATED MODULE: ./src/adapters/hosts/secret.ts
/**
 * The forms in which a secret may come up in a log: each of its lines, since logs are masked line by line, and what
 * becomes of it when somebody encodes it. Short lines of a longer secret, such as a brace, are no secrets.
 */
function formsOf(secret) {
    const lines = secret.split(/\r\n|\r|\n/).map((line) => line.trim());
    const base64 = [secret, secret.trim()].map((text) => Buffer.from(text).toString('base64'));
    const whole = lines.filter(Boolean).length === 1;
    return [...new Set([...lines.filter((line) => (whole ? line !== '' : line.length >= 4)), ...base64])].filter(Boolean);
}

;// CONCATENATED MODULE: external "node:process"
const external_node_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
;// CONCATENATED MODULE: ./node_modules/environment/index.js
/* globals WorkerGlobalScope, DedicatedWorkerGlobalScope, SharedWorkerGlobalScope, ServiceWorkerGlobalScope */

const isBrowser = globalThis.window?.document !== undefined;

const isNode = globalThis.process?.versions?.node !== undefined;

const isBun = globalThis.process?.versions?.bun !== undefined;

const isDeno = globalThis.Deno?.version?.deno !== undefined;

const isElectron = globalThis.process?.versions?.electron !== undefined;

const isJsDom = globalThis.navigator?.userAgent?.includes('jsdom') === true;

const isWebWorker = typeof WorkerGlobalScope !== 'undefined' && globalThis instanceof WorkerGlobalScope;

const isDedicatedWorker = typeof DedicatedWorkerGlobalScope !== 'undefined' && globalThis instanceof DedicatedWorkerGlobalScope;

const isSharedWorker = typeof SharedWorkerGlobalScope !== 'undefined' && globalThis instanceof SharedWorkerGlobalScope;

const isServiceWorker = typeof ServiceWorkerGlobalScope !== 'undefined' && globalThis instanceof ServiceWorkerGlobalScope;

// Note: I'm intentionally not DRYing up the other variables to keep them "lazy".
const platform = globalThis.navigator?.userAgentData?.platform;

const isMacOs = platform === 'macOS'
	|| globalThis.navigator?.platform === 'MacIntel' // Even on Apple silicon Macs.
	|| globalThis.navigator?.userAgent?.includes(' Mac ') === true
	|| globalThis.process?.platform === 'darwin';

const isWindows = platform === 'Windows'
	|| globalThis.navigator?.platform === 'Win32'
	|| globalThis.process?.platform === 'win32';

const isLinux = platform === 'Linux'
	|| globalThis.navigator?.platform?.startsWith('Linux') === true
	|| globalThis.navigator?.userAgent?.includes(' Linux ') === true
	|| globalThis.process?.platform === 'linux';

const isIos = platform === 'iOS'
	|| (globalThis.navigator?.platform === 'MacIntel' && globalThis.navigator?.maxTouchPoints > 1)
	|| /iPad|iPhone|iPod/.test(globalThis.navigator?.platform);

const isAndroid = platform === 'Android'
	|| globalThis.navigator?.platform === 'Android'
	|| globalThis.navigator?.userAgent?.includes(' Android ') === true
	|| globalThis.process?.platform === 'android';

;// CONCATENATED MODULE: ./node_modules/ansi-escapes/base.js




const ESC = '\u001B[';
const OSC = '\u001B]';
const BEL = '\u0007';
const SEP = ';';

const isTerminalApp = !isBrowser && external_node_process_namespaceObject.env.TERM_PROGRAM === 'Apple_Terminal';
const base_isWindows = !isBrowser && external_node_process_namespaceObject.platform === 'win32';
const isTmux = !isBrowser && (external_node_process_namespaceObject.env.TERM?.startsWith('screen') || external_node_process_namespaceObject.env.TERM?.startsWith('tmux') || external_node_process_namespaceObject.env.TMUX !== undefined);

const cwdFunction = isBrowser ? () => {
	throw new Error('`process.cwd()` only works in Node.js, not the browser.');
} : external_node_process_namespaceObject.cwd;

const wrapOsc = sequence => {
	if (isTmux) {
		// Tmux requires OSC sequences to be wrapped with DCS tmux; <sequence> ST
		// and all ESCs in <sequence> to be replaced with ESC ESC.
		// It only accepts ESC backslash for ST.
		return '\u001BPtmux;' + sequence.replaceAll('\u001B', '\u001B\u001B') + '\u001B\\';
	}

	return sequence;
};

const cursorTo = (x, y) => {
	if (typeof x !== 'number') {
		throw new TypeError('The `x` argument is required');
	}

	if (typeof y !== 'number') {
		return ESC + (x + 1) + 'G';
	}

	return ESC + (y + 1) + SEP + (x + 1) + 'H';
};

const cursorMove = (x, y) => {
	if (typeof x !== 'number') {
		throw new TypeError('The `x` argument is required');
	}

	let returnValue = '';

	if (x < 0) {
		returnValue += ESC + (-x) + 'D';
	} else if (x > 0) {
		returnValue += ESC + x + 'C';
	}

	if (y < 0) {
		returnValue += ESC + (-y) + 'A';
	} else if (y > 0) {
		returnValue += ESC + y + 'B';
	}

	return returnValue;
};

const cursorUp = (count = 1) => ESC + count + 'A';
const cursorDown = (count = 1) => ESC + count + 'B';
const cursorForward = (count = 1) => ESC + count + 'C';
const cursorBackward = (count = 1) => ESC + count + 'D';

const cursorLeft = ESC + 'G';
const cursorSavePosition = isTerminalApp ? '\u001B7' : ESC + 's';
const cursorRestorePosition = isTerminalApp ? '\u001B8' : ESC + 'u';
const cursorGetPosition = ESC + '6n';
const cursorNextLine = ESC + 'E';
const cursorPrevLine = ESC + 'F';
const cursorHide = ESC + '?25l';
const cursorShow = ESC + '?25h';

const eraseLines = count => {
	let clear = '';

	for (let i = 0; i < count; i++) {
		clear += eraseLine + (i < count - 1 ? cursorUp() : '');
	}

	if (count) {
		clear += cursorLeft;
	}

	return clear;
};

const eraseEndLine = ESC + 'K';
const eraseStartLine = ESC + '1K';
const eraseLine = ESC + '2K';
const eraseDown = ESC + 'J';
const eraseUp = ESC + '1J';
const eraseScreen = ESC + '2J';
const scrollUp = ESC + 'S';
const scrollDown = ESC + 'T';

const clearScreen = '\u001Bc';

const clearViewport = (/* unused pure expression or super */ null && (`${eraseScreen}${ESC}H`));

const isOldWindows = () => {
	if (isBrowser || !base_isWindows) {
		return false;
	}

	const parts = external_node_os_.release().split('.');
	const major = Number(parts[0]);
	const build = Number(parts[2] ?? 0);

	if (major < 10) {
		return true;
	}

	if (major === 10 && build < 10_586) {
		return true;
	}

	return false;
};

const clearTerminal = isOldWindows()
	? `${eraseScreen}${ESC}0f`
	// 1. Erases the screen (Only done in case `2` is not supported)
	// 2. Erases the whole screen including scrollback buffer
	// 3. Moves cursor to the top-left position
	// More info: https://www.real-world-systems.com/docs/ANSIcode.html
	: `${eraseScreen}${ESC}3J${ESC}H`;

const enterAlternativeScreen = ESC + '?1049h';
const exitAlternativeScreen = ESC + '?1049l';

const beginSynchronizedOutput = ESC + '?2026h';
const endSynchronizedOutput = ESC + '?2026l';
const synchronizedOutput = text => beginSynchronizedOutput + text + endSynchronizedOutput;

const beep = (/* unused pure expression or super */ null && (BEL));

const base_link = (text, url) => {
	const openLink = wrapOsc(`${OSC}8${SEP}${SEP}${url}${BEL}`);
	const closeLink = wrapOsc(`${OSC}8${SEP}${SEP}${BEL}`);
	return openLink + text + closeLink;
};

const base_image = (data, options = {}) => {
	let returnValue = `${OSC}1337;File=inline=1`;

	if (options.width) {
		returnValue += `;width=${options.width}`;
	}

	if (options.height) {
		returnValue += `;height=${options.height}`;
	}

	if (options.preserveAspectRatio === false) {
		returnValue += ';preserveAspectRatio=0';
	}

	const imageBuffer = Buffer.from(data);

	// `size` is optional in the spec, but xterm.js requires it.
	return wrapOsc(returnValue + `;size=${imageBuffer.byteLength}` + ':' + imageBuffer.toString('base64') + BEL);
};

const iTerm = {
	setCwd: (cwd = cwdFunction()) => wrapOsc(`${OSC}50;CurrentDir=${cwd}${BEL}`),

	annotation(message, options = {}) {
		let returnValue = `${OSC}1337;`;

		const hasX = options.x !== undefined;
		const hasY = options.y !== undefined;
		if ((hasX || hasY) && !(hasX && hasY && options.length !== undefined)) {
			throw new Error('`x`, `y` and `length` must be defined when `x` or `y` is defined');
		}

		message = message.replaceAll('|', '');

		returnValue += options.isHidden ? 'AddHiddenAnnotation=' : 'AddAnnotation=';

		if (options.length > 0) {
			returnValue += (
				hasX
					? [message, options.length, options.x, options.y]
					: [options.length, message]
			).join('|');
		} else {
			returnValue += message;
		}

		return wrapOsc(returnValue + BEL);
	},
};

const ConEmu = {
	setCwd: (cwd = cwdFunction()) => wrapOsc(`${OSC}9;9;${cwd}${BEL}`),
};

const setCwd = (cwd = cwdFunction()) => iTerm.setCwd(cwd) + ConEmu.setCwd(cwd);

;// CONCATENATED MODULE: ./node_modules/mimic-function/index.js
const copyProperty = (to, from, property, ignoreNonConfigurable) => {
	// `Function#length` should reflect the parameters of `to` not `from` since we keep its body.
	// `Function#prototype` is non-writable and non-configurable so can never be modified.
	if (property === 'length' || property === 'prototype') {
		return;
	}

	// `Function#arguments` and `Function#caller` should not be copied. They were reported to be present in `Reflect.ownKeys` for some devices in React Native (#41), so we explicitly ignore them here.
	if (property === 'arguments' || property === 'caller') {
		return;
	}

	const toDescriptor = Object.getOwnPropertyDescriptor(to, property);
	const fromDescriptor = Object.getOwnPropertyDescriptor(from, property);

	if (!canCopyProperty(toDescriptor, fromDescriptor) && ignoreNonConfigurable) {
		return;
	}

	Object.defineProperty(to, property, fromDescriptor);
};

// `Object.defineProperty()` throws if the property exists, is not configurable and either:
// - one its descriptors is changed
// - it is non-writable and its value is changed
const canCopyProperty = function (toDescriptor, fromDescriptor) {
	return toDescriptor === undefined || toDescriptor.configurable || (
		toDescriptor.writable === fromDescriptor.writable
		&& toDescriptor.enumerable === fromDescriptor.enumerable
		&& toDescriptor.configurable === fromDescriptor.configurable
		&& (toDescriptor.writable || toDescriptor.value === fromDescriptor.value)
	);
};

const changePrototype = (to, from) => {
	const fromPrototype = Object.getPrototypeOf(from);
	if (fromPrototype === Object.getPrototypeOf(to)) {
		return;
	}

	Object.setPrototypeOf(to, fromPrototype);
};

const wrappedToString = (withName, fromBody) => `/* Wrapped ${withName}*/\n${fromBody}`;

const toStringDescriptor = Object.getOwnPropertyDescriptor(Function.prototype, 'toString');
const toStringName = Object.getOwnPropertyDescriptor(Function.prototype.toString, 'name');

// We call `from.toString()` early (not lazily) to ensure `from` can be garbage collected.
// We use `bind()` instead of a closure for the same reason.
// Calling `from.toString()` early also allows caching it in case `to.toString()` is called several times.
const changeToString = (to, from, name) => {
	const withName = name === '' ? '' : `with ${name.trim()}() `;
	const newToString = wrappedToString.bind(null, withName, from.toString());
	// Ensure `to.toString.toString` is non-enumerable and has the same `same`
	Object.defineProperty(newToString, 'name', toStringName);
	const {writable, enumerable, configurable} = toStringDescriptor; // We destructue to avoid a potential `get` descriptor.
	Object.defineProperty(to, 'toString', {value: newToString, writable, enumerable, configurable});
};

function mimicFunction(to, from, {ignoreNonConfigurable = false} = {}) {
	const {name} = to;

	for (const property of Reflect.ownKeys(from)) {
		copyProperty(to, from, property, ignoreNonConfigurable);
	}

	changePrototype(to, from);
	changeToString(to, from, name);

	return to;
}

;// CONCATENATED MODULE: ./node_modules/onetime/index.js


const calledFunctions = new WeakMap();

const onetime = (function_, options = {}) => {
	if (typeof function_ !== 'function') {
		throw new TypeError('Expected a function');
	}

	let returnValue;
	let callCount = 0;
	const functionName = function_.displayName || function_.name || '<anonymous>';

	const onetime = function (...arguments_) {
		calledFunctions.set(onetime, ++callCount);

		if (callCount === 1) {
			returnValue = function_.apply(this, arguments_);
			function_ = undefined;
		} else if (options.throw === true) {
			throw new Error(`Function \`${functionName}\` can only be called once`);
		}

		return returnValue;
	};

	mimicFunction(onetime, function_);
	calledFunctions.set(onetime, callCount);

	return onetime;
};

onetime.callCount = function_ => {
	if (!calledFunctions.has(function_)) {
		throw new Error(`The given function \`${function_.name}\` is not wrapped by the \`onetime\` package`);
	}

	return calledFunctions.get(function_);
};

/* harmony default export */ const node_modules_onetime = (onetime);

;// CONCATENATED MODULE: ./node_modules/signal-exit/dist/mjs/signals.js
/**
 * This is not the set of all possible signals.
 *
 * It IS, however, the set of all signals that trigger
 * an exit on either Linux or BSD systems.  Linux is a
 * superset of the signal names supported on BSD, and
 * the unknown signals just fail to register, so we can
 * catch that easily enough.
 *
 * Windows signals are a different set, since there are
 * signals that terminate Windows processes, but don't
 * terminate (or don't even exist) on Posix systems.
 *
 * Don't bother with SIGKILL.  It's uncatchable, which
 * means that we can't fire any callbacks anyway.
 *
 * If a user does happen to register a handler on a non-
 * fatal signal like SIGWINCH or something, and then
 * exit, it'll end up firing `process.emit('exit')`, so
 * the handler will be fired anyway.
 *
 * SIGBUS, SIGFPE, SIGSEGV and SIGILL, when not raised
 * artificially, inherently leave the process in a
 * state from which it is not safe to try and enter JS
 * listeners.
 */
const signals = [];
signals.push('SIGHUP', 'SIGINT', 'SIGTERM');
if (process.platform !== 'win32') {
    signals.push('SIGALRM', 'SIGABRT', 'SIGVTALRM', 'SIGXCPU', 'SIGXFSZ', 'SIGUSR2', 'SIGTRAP', 'SIGSYS', 'SIGQUIT', 'SIGIOT'
    // should detect profiler and enable/disable accordingly.
    // see #21
    // 'SIGPROF'
    );
}
if (process.platform === 'linux') {
    signals.push('SIGIO', 'SIGPOLL', 'SIGPWR', 'SIGSTKFLT');
}
//# sourceMappingURL=signals.js.map
;// CONCATENATED MODULE: ./node_modules/signal-exit/dist/mjs/index.js
// Note: since nyc uses this module to output coverage, any lines
// that are in the direct sync flow of nyc's outputCoverage are
// ignored, since we can never get coverage for them.
// grab a reference to node's real process object right away


const processOk = (process) => !!process &&
    typeof process === 'object' &&
    typeof process.removeListener === 'function' &&
    typeof process.emit === 'function' &&
    typeof process.reallyExit === 'function' &&
    typeof process.listeners === 'function' &&
    typeof process.kill === 'function' &&
    typeof process.pid === 'number' &&
    typeof process.on === 'function';
const kExitEmitter = Symbol.for('signal-exit emitter');
const global = globalThis;
const ObjectDefineProperty = Object.defineProperty.bind(Object);
// teeny special purpose ee
class Emitter {
    emitted = {
        afterExit: false,
        exit: false,
    };
    listeners = {
        afterExit: [],
        exit: [],
    };
    count = 0;
    id = Math.random();
    constructor() {
        if (global[kExitEmitter]) {
            return global[kExitEmitter];
        }
        ObjectDefineProperty(global, kExitEmitter, {
            value: this,
            writable: false,
            enumerable: false,
            configurable: false,
        });
    }
    on(ev, fn) {
        this.listeners[ev].push(fn);
    }
    removeListener(ev, fn) {
        const list = this.listeners[ev];
        const i = list.indexOf(fn);
        /* c8 ignore start */
        if (i === -1) {
            return;
        }
        /* c8 ignore stop */
        if (i === 0 && list.length === 1) {
            list.length = 0;
        }
        else {
            list.splice(i, 1);
        }
    }
    emit(ev, code, signal) {
        if (this.emitted[ev]) {
            return false;
        }
        this.emitted[ev] = true;
        let ret = false;
        for (const fn of this.listeners[ev]) {
            ret = fn(code, signal) === true || ret;
        }
        if (ev === 'exit') {
            ret = this.emit('afterExit', code, signal) || ret;
        }
        return ret;
    }
}
class SignalExitBase {
}
const signalExitWrap = (handler) => {
    return {
        onExit(cb, opts) {
            return handler.onExit(cb, opts);
        },
        load() {
            return handler.load();
        },
        unload() {
            return handler.unload();
        },
    };
};
class SignalExitFallback extends SignalExitBase {
    onExit() {
        return () => { };
    }
    load() { }
    unload() { }
}
class SignalExit extends SignalExitBase {
    // "SIGHUP" throws an `ENOSYS` error on Windows,
    // so use a supported signal instead
    /* c8 ignore start */
    #hupSig = mjs_process.platform === 'win32' ? 'SIGINT' : 'SIGHUP';
    /* c8 ignore stop */
    #emitter = new Emitter();
    #process;
    #originalProcessEmit;
    #originalProcessReallyExit;
    #sigListeners = {};
    #loaded = false;
    constructor(process) {
        super();
        this.#process = process;
        // { <signal>: <listener fn>, ... }
        this.#sigListeners = {};
        for (const sig of signals) {
            this.#sigListeners[sig] = () => {
                // If there are no other listeners, an exit is coming!
                // Simplest way: remove us and then re-send the signal.
                // We know that this will kill the process, so we can
                // safely emit now.
                const listeners = this.#process.listeners(sig);
                let { count } = this.#emitter;
                // This is a workaround for the fact that signal-exit v3 and signal
                // exit v4 are not aware of each other, and each will attempt to let
                // the other handle it, so neither of them do. To correct this, we
                // detect if we're the only handler *except* for previous versions
                // of signal-exit, and increment by the count of listeners it has
                // created.
                /* c8 ignore start */
                const p = process;
                if (typeof p.__signal_exit_emitter__ === 'object' &&
                    typeof p.__signal_exit_emitter__.count === 'number') {
                    count += p.__signal_exit_emitter__.count;
                }
                /* c8 ignore stop */
                if (listeners.length === count) {
                    this.unload();
                    const ret = this.#emitter.emit('exit', null, sig);
                    /* c8 ignore start */
                    const s = sig === 'SIGHUP' ? this.#hupSig : sig;
                    if (!ret)
                        process.kill(process.pid, s);
                    /* c8 ignore stop */
                }
            };
        }
        this.#originalProcessReallyExit = process.reallyExit;
        this.#originalProcessEmit = process.emit;
    }
    onExit(cb, opts) {
        /* c8 ignore start */
        if (!processOk(this.#process)) {
            return () => { };
        }
        /* c8 ignore stop */
        if (this.#loaded === false) {
            this.load();
        }
        const ev = opts?.alwaysLast ? 'afterExit' : 'exit';
        this.#emitter.on(ev, cb);
        return () => {
            this.#emitter.removeListener(ev, cb);
            if (this.#emitter.listeners['exit'].length === 0 &&
                this.#emitter.listeners['afterExit'].length === 0) {
                this.unload();
            }
        };
    }
    load() {
        if (this.#loaded) {
            return;
        }
        this.#loaded = true;
        // This is the number of onSignalExit's that are in play.
        // It's important so that we can count the correct number of
        // listeners on signals, and don't wait for the other one to
        // handle it instead of us.
        this.#emitter.count += 1;
        for (const sig of signals) {
            try {
                const fn = this.#sigListeners[sig];
                if (fn)
                    this.#process.on(sig, fn);
            }
            catch (_) { }
        }
        this.#process.emit = (ev, ...a) => {
            return this.#processEmit(ev, ...a);
        };
        this.#process.reallyExit = (code) => {
            return this.#processReallyExit(code);
        };
    }
    unload() {
        if (!this.#loaded) {
            return;
        }
        this.#loaded = false;
        signals.forEach(sig => {
            const listener = this.#sigListeners[sig];
            /* c8 ignore start */
            if (!listener) {
                throw new Error('Listener not defined for signal: ' + sig);
            }
            /* c8 ignore stop */
            try {
                this.#process.removeListener(sig, listener);
                /* c8 ignore start */
            }
            catch (_) { }
            /* c8 ignore stop */
        });
        this.#process.emit = this.#originalProcessEmit;
        this.#process.reallyExit = this.#originalProcessReallyExit;
        this.#emitter.count -= 1;
    }
    #processReallyExit(code) {
        /* c8 ignore start */
        if (!processOk(this.#process)) {
            return 0;
        }
        this.#process.exitCode = code || 0;
        /* c8 ignore stop */
        this.#emitter.emit('exit', this.#process.exitCode, null);
        return this.#originalProcessReallyExit.call(this.#process, this.#process.exitCode);
    }
    #processEmit(ev, ...args) {
        const og = this.#originalProcessEmit;
        if (ev === 'exit' && processOk(this.#process)) {
            if (typeof args[0] === 'number') {
                this.#process.exitCode = args[0];
                /* c8 ignore start */
            }
            /* c8 ignore start */
            const ret = og.call(this.#process, ev, ...args);
            /* c8 ignore start */
            this.#emitter.emit('exit', this.#process.exitCode, null);
            /* c8 ignore stop */
            return ret;
        }
        else {
            return og.call(this.#process, ev, ...args);
        }
    }
}
const mjs_process = globalThis.process;
// wrap so that we call the method on the actual handler, without
// exporting it directly.
const { 
/**
 * Called when the process is exiting, whether via signal, explicit
 * exit, or running out of stuff to do.
 *
 * If the global process object is not suitable for instrumentation,
 * then this will be a no-op.
 *
 * Returns a function that may be used to unload signal-exit.
 */
onExit, 
/**
 * Load the listeners.  Likely you never need to call this, unless
 * doing a rather deep integration with signal-exit functionality.
 * Mostly exposed for the benefit of testing.
 *
 * @internal
 */
load, 
/**
 * Unload the listeners.  Likely you never need to call this, unless
 * doing a rather deep integration with signal-exit functionality.
 * Mostly exposed for the benefit of testing.
 *
 * @internal
 */
unload, } = signalExitWrap(processOk(mjs_process) ? new SignalExit(mjs_process) : new SignalExitFallback());
//# sourceMappingURL=index.js.map
;// CONCATENATED MODULE: ./node_modules/restore-cursor/index.js




const terminal = external_node_process_namespaceObject.stderr.isTTY
	? external_node_process_namespaceObject.stderr
	: (external_node_process_namespaceObject.stdout.isTTY ? external_node_process_namespaceObject.stdout : undefined);

const restoreCursor = terminal ? node_modules_onetime(() => {
	onExit(() => {
		terminal.write('\u001B[?25h');
	}, {alwaysLast: true});
}) : () => {};

/* harmony default export */ const restore_cursor = (restoreCursor);

;// CONCATENATED MODULE: ./node_modules/cli-cursor/index.js



let isHidden = false;

const cliCursor = {};

cliCursor.show = (writableStream = external_node_process_namespaceObject.stderr) => {
	if (!writableStream.isTTY) {
		return;
	}

	isHidden = false;
	writableStream.write('\u001B[?25h');
};

cliCursor.hide = (writableStream = external_node_process_namespaceObject.stderr) => {
	if (!writableStream.isTTY) {
		return;
	}

	restore_cursor();
	isHidden = true;
	writableStream.write('\u001B[?25l');
};

cliCursor.toggle = (force, writableStream) => {
	if (force !== undefined) {
		isHidden = force;
	}

	if (isHidden) {
		cliCursor.show(writableStream);
	} else {
		cliCursor.hide(writableStream);
	}
};

/* harmony default export */ const cli_cursor = (cliCursor);

;// CONCATENATED MODULE: ./node_modules/ansi-regex/index.js
// Valid string terminator sequences are ESC\ and 0x9c; OSC also accepts BEL.
const ST = String.raw`(?:\u001B\u005C|\u009C)`;

// OSC sequences only: ESC ] ... BEL/ST (or the C1 introducer 0x9d ... BEL/ST).
// Payloads stop at terminators, cancellations, and C1 controls. An unterminated string cannot swallow the next sequence or repeatedly scan its payload from later introducers. Terminals likewise abort a control string on an unexpected ESC.
const stringControls = String.raw`\u0018\u001A\u001B\u0080-\u009F`;
const osc = String.raw`(?:\u001B\]|\u009D)[^\u0007${stringControls}]*(?:\u0007|${ST})`;

// DCS, SOS, PM, APC, and screen window titles have opaque payloads terminated by ST. Nested ESC payloads, such as tmux passthrough, require a parser.
const controlString = String.raw`(?:\u001B[PX^_k]|[\u0090\u0098\u009E\u009F])[^${stringControls}]*${ST}`;

// Linux console palette controls have fixed lengths and no string terminator; iTerm2 terminates its palette assignments. Consume an immediately adjacent OSC terminator, but match these controls before OSC so a later BEL cannot consume visible text.
const linuxPalette = String.raw`\u001B\](?:P[\dA-Fa-f]{7}|R)(?:\u0007|${ST})?`;

// CSI: ESC [ or C1 CSI, parameter bytes (0x30–0x3f), intermediate bytes (0x20–0x2f), then a final byte (0x40–0x7e).
// `= < >` are final bytes in two-byte VT52 escapes (`ESC >`) but parameter bytes in a CSI (`ESC [ > 0 ; 276 ; 0 c`, the device attributes reply). Match CSI first to consume the whole sequence, where its introducer makes the two unambiguous.
const csi = String.raw`(?:\u001B\[|\u009B)[\u0030-\u003F]*[\u0020-\u002F]*[\u0040-\u007E]`;

// Related escapes: ESC, intermediate bytes (0x20–0x2f), then a final byte (0x30–0x7e), or a supported two-byte escape.
// The two-byte final class stays narrow so that ESC followed by an arbitrary character is not read as a sequence. CSI parameters belong only to the CSI form, preventing partial matches and avoiding a second scan with nested repetition.
// Escapes whose final byte is a digit include `ESC 7` and `ESC 8` (save and restore cursor), `ESC ( 0` (line drawing character set), and `ESC # 8` (screen alignment).
// A digit is never a CSI final byte. These escapes end immediately at their final byte, so `ESC 7 l` is read as the escape followed by text rather than a sequence with parameter 7 and final byte `l`.
const ansi_regex_escape = String.raw`\u001B(?:[\u0020-\u002F]+[\u0030-\u007E]|[\dA-PR-TZcf-oq-uy=><~|}])`;

const pattern = `${linuxPalette}|${osc}|${controlString}|${csi}|${ansi_regex_escape}`;

function ansiRegex({onlyFirst = false} = {}) {
	return new RegExp(pattern, onlyFirst ? undefined : 'g');
}

;// CONCATENATED MODULE: ./node_modules/strip-ansi/index.js


const regex = ansiRegex();

function stripAnsi(string) {
	if (typeof string !== 'string') {
		throw new TypeError(`Expected a \`string\`, got \`${typeof string}\``);
	}

	// Fast path: ANSI codes require ESC (7-bit) or CSI (8-bit) introducer
	if (!string.includes('\u001B') && !string.includes('\u009B')) {
		return string;
	}

	// Even though the regex is global, we don't need to reset the `.lastIndex`
	// because unlike `.exec()` and `.test()`, `.replace()` does it automatically
	// and doing it manually has a performance penalty.
	return string.replace(regex, '');
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup-data.js
// Generated by scripts/build.js

const ambiguousMinimalCodePoint = 161;
const ambiguousMaximumCodePoint = 1114109;
const ambiguousRanges = [161, 161, 164, 164, 167, 168, 170, 170, 173, 174, 176, 180, 182, 186, 188, 191, 198, 198, 208, 208, 215, 216, 222, 225, 230, 230, 232, 234, 236, 237, 240, 240, 242, 243, 247, 250, 252, 252, 254, 254, 257, 257, 273, 273, 275, 275, 283, 283, 294, 295, 299, 299, 305, 307, 312, 312, 319, 322, 324, 324, 328, 331, 333, 333, 338, 339, 358, 359, 363, 363, 462, 462, 464, 464, 466, 466, 468, 468, 470, 470, 472, 472, 474, 474, 476, 476, 593, 593, 609, 609, 708, 708, 711, 711, 713, 715, 717, 717, 720, 720, 728, 731, 733, 733, 735, 735, 768, 879, 913, 929, 931, 937, 945, 961, 963, 969, 1025, 1025, 1040, 1103, 1105, 1105, 8208, 8208, 8211, 8214, 8216, 8217, 8220, 8221, 8224, 8226, 8228, 8231, 8240, 8240, 8242, 8243, 8245, 8245, 8251, 8251, 8254, 8254, 8308, 8308, 8319, 8319, 8321, 8324, 8364, 8364, 8451, 8451, 8453, 8453, 8457, 8457, 8467, 8467, 8470, 8470, 8481, 8482, 8486, 8486, 8491, 8491, 8531, 8532, 8539, 8542, 8544, 8555, 8560, 8569, 8585, 8585, 8592, 8601, 8632, 8633, 8658, 8658, 8660, 8660, 8679, 8679, 8704, 8704, 8706, 8707, 8711, 8712, 8715, 8715, 8719, 8719, 8721, 8721, 8725, 8725, 8730, 8730, 8733, 8736, 8739, 8739, 8741, 8741, 8743, 8748, 8750, 8750, 8756, 8759, 8764, 8765, 8776, 8776, 8780, 8780, 8786, 8786, 8800, 8801, 8804, 8807, 8810, 8811, 8814, 8815, 8834, 8835, 8838, 8839, 8853, 8853, 8857, 8857, 8869, 8869, 8895, 8895, 8978, 8978, 9312, 9449, 9451, 9547, 9552, 9587, 9600, 9615, 9618, 9621, 9632, 9633, 9635, 9641, 9650, 9651, 9654, 9655, 9660, 9661, 9664, 9665, 9670, 9672, 9675, 9675, 9678, 9681, 9698, 9701, 9711, 9711, 9733, 9734, 9737, 9737, 9742, 9743, 9756, 9756, 9758, 9758, 9792, 9792, 9794, 9794, 9824, 9825, 9827, 9829, 9831, 9834, 9836, 9837, 9839, 9839, 9886, 9887, 9919, 9919, 9926, 9933, 9935, 9939, 9941, 9953, 9955, 9955, 9960, 9961, 9963, 9969, 9972, 9972, 9974, 9977, 9979, 9980, 9982, 9983, 10045, 10045, 10102, 10111, 11094, 11097, 12872, 12879, 57344, 63743, 65024, 65039, 65533, 65533, 127232, 127242, 127248, 127277, 127280, 127337, 127344, 127373, 127375, 127376, 127387, 127404, 917760, 917999, 983040, 1048573, 1048576, 1114109];

const fullwidthMinimalCodePoint = 12288;
const fullwidthMaximumCodePoint = 65510;
const fullwidthRanges = [12288, 12288, 65281, 65376, 65504, 65510];

const lookup_data_halfwidthMinimalCodePoint = 8361;
const lookup_data_halfwidthMaximumCodePoint = 65518;
const lookup_data_halfwidthRanges = (/* unused pure expression or super */ null && ([8361, 8361, 65377, 65470, 65474, 65479, 65482, 65487, 65490, 65495, 65498, 65500, 65512, 65518]));

const lookup_data_narrowMinimalCodePoint = 32;
const lookup_data_narrowMaximumCodePoint = 10630;
const lookup_data_narrowRanges = (/* unused pure expression or super */ null && ([32, 126, 162, 163, 165, 166, 172, 172, 175, 175, 10214, 10221, 10629, 10630]));

const wideMinimalCodePoint = 4352;
const wideMaximumCodePoint = 262141;
const wideRanges = [4352, 4447, 8986, 8987, 9001, 9002, 9193, 9196, 9200, 9200, 9203, 9203, 9725, 9726, 9748, 9749, 9776, 9783, 9800, 9811, 9855, 9855, 9866, 9871, 9875, 9875, 9889, 9889, 9898, 9899, 9917, 9918, 9924, 9925, 9934, 9934, 9940, 9940, 9962, 9962, 9970, 9971, 9973, 9973, 9978, 9978, 9981, 9981, 9989, 9989, 9994, 9995, 10024, 10024, 10060, 10060, 10062, 10062, 10067, 10069, 10071, 10071, 10133, 10135, 10160, 10160, 10175, 10175, 11035, 11036, 11088, 11088, 11093, 11093, 11904, 11929, 11931, 12019, 12032, 12245, 12272, 12287, 12289, 12350, 12353, 12438, 12441, 12543, 12549, 12591, 12593, 12686, 12688, 12773, 12783, 12830, 12832, 12871, 12880, 42124, 42128, 42182, 43360, 43388, 44032, 55203, 63744, 64255, 65040, 65049, 65072, 65106, 65108, 65126, 65128, 65131, 94176, 94180, 94192, 94198, 94208, 101594, 101631, 101664, 101760, 101874, 101888, 102801, 102816, 102866, 110576, 110579, 110581, 110587, 110589, 110590, 110592, 110888, 110898, 110898, 110928, 110930, 110933, 110933, 110948, 110952, 110960, 111355, 119552, 119638, 119648, 119670, 126980, 126980, 127183, 127183, 127374, 127374, 127377, 127386, 127406, 127406, 127488, 127490, 127504, 127547, 127552, 127560, 127568, 127569, 127584, 127589, 127744, 127776, 127789, 127797, 127799, 127868, 127870, 127891, 127904, 127946, 127951, 127955, 127968, 127984, 127988, 127988, 127992, 128062, 128064, 128064, 128066, 128252, 128255, 128317, 128331, 128334, 128336, 128359, 128378, 128378, 128405, 128406, 128420, 128420, 128507, 128591, 128640, 128709, 128716, 128716, 128720, 128722, 128725, 128729, 128732, 128735, 128747, 128748, 128756, 128764, 128986, 128986, 128992, 129003, 129008, 129008, 129292, 129338, 129340, 129349, 129351, 129535, 129648, 129660, 129664, 129734, 129736, 129736, 129740, 129757, 129759, 129771, 129775, 129786, 131072, 196605, 196608, 262141];

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/utilities.js
/**
Binary search on a sorted flat array of [start, end] pairs.

@param {number[]} ranges - Flat array of inclusive [start, end] range pairs, e.g. [0, 5, 10, 20].
@param {number} codePoint - The value to search for.
@returns {boolean} Whether the value falls within any of the ranges.
*/
const utilities_isInRange = (ranges, codePoint) => {
	let low = 0;
	let high = Math.floor(ranges.length / 2) - 1;
	while (low <= high) {
		const mid = Math.floor((low + high) / 2);
		const i = mid * 2;
		if (codePoint < ranges[i]) {
			high = mid - 1;
		} else if (codePoint > ranges[i + 1]) {
			low = mid + 1;
		} else {
			return true;
		}
	}

	return false;
};

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/lookup.js



const commonCjkCodePoint = 0x4E_00;
const [wideFastPathStart, wideFastPathEnd] = /* #__PURE__ */ findWideFastPathRange(wideRanges);

// Use a hot-path range so common `isWide` calls can skip binary search.
// The range containing U+4E00 covers common CJK ideographs;
// fallback to the largest range for resilience to Unicode table changes.
function findWideFastPathRange(ranges) {
	let fastPathStart = ranges[0];
	let fastPathEnd = ranges[1];

	for (let index = 0; index < ranges.length; index += 2) {
		const start = ranges[index];
		const end = ranges[index + 1];

		if (
			commonCjkCodePoint >= start
			&& commonCjkCodePoint <= end
		) {
			return [start, end];
		}

		if ((end - start) > (fastPathEnd - fastPathStart)) {
			fastPathStart = start;
			fastPathEnd = end;
		}
	}

	return [fastPathStart, fastPathEnd];
}

const isAmbiguous = codePoint => {
	if (
		codePoint < ambiguousMinimalCodePoint
		|| codePoint > ambiguousMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(ambiguousRanges, codePoint);
};

const isFullwidth = codePoint => {
	if (
		codePoint < fullwidthMinimalCodePoint
		|| codePoint > fullwidthMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(fullwidthRanges, codePoint);
};

const isHalfwidth = codePoint => {
	if (
		codePoint < halfwidthMinimalCodePoint
		|| codePoint > halfwidthMaximumCodePoint
	) {
		return false;
	}

	return isInRange(halfwidthRanges, codePoint);
};

const isNarrow = codePoint => {
	if (
		codePoint < narrowMinimalCodePoint
		|| codePoint > narrowMaximumCodePoint
	) {
		return false;
	}

	return isInRange(narrowRanges, codePoint);
};

const isWide = codePoint => {
	if (
		codePoint >= wideFastPathStart
		&& codePoint <= wideFastPathEnd
	) {
		return true;
	}

	if (
		codePoint < wideMinimalCodePoint
		|| codePoint > wideMaximumCodePoint
	) {
		return false;
	}

	return utilities_isInRange(wideRanges, codePoint);
};

function lookup_getCategory(codePoint) {
	if (isAmbiguous(codePoint)) {
		return 'ambiguous';
	}

	if (isFullwidth(codePoint)) {
		return 'fullwidth';
	}

	if (isHalfwidth(codePoint)) {
		return 'halfwidth';
	}

	if (isNarrow(codePoint)) {
		return 'narrow';
	}

	if (isWide(codePoint)) {
		return 'wide';
	}

	return 'neutral';
}

;// CONCATENATED MODULE: ./node_modules/get-east-asian-width/index.js


function validate(codePoint) {
	if (!Number.isSafeInteger(codePoint)) {
		throw new TypeError(`Expected a code point, got \`${typeof codePoint}\`.`);
	}
}

function eastAsianWidthType(codePoint) {
	validate(codePoint);

	return getCategory(codePoint);
}

function eastAsianWidth(codePoint, {ambiguousAsWide = false} = {}) {
	validate(codePoint);

	if (
		isFullwidth(codePoint)
		|| isWide(codePoint)
		|| (ambiguousAsWide && isAmbiguous(codePoint))
	) {
		return 2;
	}

	return 1;
}

// Private exports for https://github.com/sindresorhus/is-fullwidth-code-point


;// CONCATENATED MODULE: ./node_modules/string-width/index.js



/**
Logic:
- Segment graphemes to match how terminals render clusters.
- Width rules:
	1. Skip non-printing clusters (Default_Ignorable, Control, pure nonspacing/enclosing Mark, lone Surrogates). Tabs are ignored by design.
	2. RGI emoji clusters (\p{RGI_Emoji}) are double-width.
	3. Minimally-qualified/unqualified emoji clusters (ZWJ sequences with 2+ Extended_Pictographic, or keycap sequences) are double-width.
	4. Hangul jamo collapse each standard modern Hangul L+V or L+V+T syllable piece to width 2.
	   Unmatched repeated leading/vowel/trailing jamo stay additive because that matches how the terminals we target render them.
	5. Otherwise use East Asian Width of the cluster's first visible code point, and add widths for trailing spacing marks and Halfwidth/Fullwidth Forms within the same cluster (e.g., dakuten/handakuten/prolonged sound mark).
*/

const segmenter = new Intl.Segmenter();

// Matches a visible (printing) character. Used to find the base scalar of a cluster (skipping leading Prepend/Format/Marks) and to detect whole-cluster zero-width.
// Intentionally a single negated class without a quantifier: a repeated pattern like `^(?:…|…)+$` backtracks exponentially on overlapping properties, and even `^[…]+$` overflows V8's backtrack stack (RangeError) on clusters with millions of marks.
const visibleCharacterRegex = /[^\p{Default_Ignorable_Code_Point}\p{Control}\p{Format}\p{Nonspacing_Mark}\p{Enclosing_Mark}\p{Surrogate}]/v;
const spacingMarkRegex = /\p{Spacing_Mark}/v;

// RGI emoji sequences
const rgiEmojiRegex = /^\p{RGI_Emoji}$/v;

// Detect minimally-qualified/unqualified emoji sequences (missing VS16 but still render as double-width)
const unqualifiedKeycapRegex = /^[\d#*]\u20E3$/;
const extendedPictographicRegex = /\p{Extended_Pictographic}/gu;

function isDoubleWidthNonRgiEmojiSequence(segment) {
	// Real emoji clusters are < 30 chars; guard against pathological input
	if (segment.length > 50) {
		return false;
	}

	if (unqualifiedKeycapRegex.test(segment)) {
		return true;
	}

	// ZWJ sequences with 2+ Extended_Pictographic
	if (segment.includes('\u200D')) {
		const pictographics = segment.match(extendedPictographicRegex);
		return pictographics !== null && pictographics.length >= 2;
	}

	return false;
}

// Returns the cluster starting at its first visible character, or `undefined` if the whole cluster is zero-width.
function baseVisible(segment) {
	const index = segment.search(visibleCharacterRegex);
	return index === -1 ? undefined : segment.slice(index);
}

function isHangulLeadingJamo(codePoint) {
	return (codePoint >= 0x11_00 && codePoint <= 0x11_5F)
		|| (codePoint >= 0xA9_60 && codePoint <= 0xA9_7C);
}

function isHangulVowelJamo(codePoint) {
	return (codePoint >= 0x11_60 && codePoint <= 0x11_A7)
		|| (codePoint >= 0xD7_B0 && codePoint <= 0xD7_C6);
}

function isHangulTrailingJamo(codePoint) {
	return (codePoint >= 0x11_A8 && codePoint <= 0x11_FF)
		|| (codePoint >= 0xD7_CB && codePoint <= 0xD7_FB);
}

function isHangulJamo(codePoint) {
	return isHangulLeadingJamo(codePoint)
		|| isHangulVowelJamo(codePoint)
		|| isHangulTrailingJamo(codePoint);
}

function hangulClusterWidth(visibleSegment, eastAsianWidthOptions) {
	const codePoints = [];

	for (const character of visibleSegment) {
		if (!visibleCharacterRegex.test(character)) {
			continue;
		}

		codePoints.push(character.codePointAt(0));
	}

	if (codePoints.length === 0) {
		return undefined;
	}

	let width = 0;

	for (let index = 0; index < codePoints.length; index++) {
		const codePoint = codePoints[index];
		if (!isHangulJamo(codePoint)) {
			if (width === 0) {
				return undefined;
			}

			// Mixed cluster (e.g., L + precomposed syllable): use EAW for non-jamo remainder
			for (let remaining = index; remaining < codePoints.length; remaining++) {
				width += eastAsianWidth(codePoints[remaining], eastAsianWidthOptions);
			}

			return width;
		}

		// Modern Hangul L+V(+T) shapes as one syllable block. Unmatched jamo stay additive:
		// U+1100 U+1100 U+1161 => U+1100 + (U+1100 U+1161) => 2 + 2.
		if (
			isHangulLeadingJamo(codePoint)
			&& isHangulVowelJamo(codePoints[index + 1])
		) {
			width += 2;
			index += isHangulTrailingJamo(codePoints[index + 2]) ? 2 : 1;
			continue;
		}

		width += eastAsianWidth(codePoint, eastAsianWidthOptions);
	}

	return width;
}

function trailingWidth(visibleSegment, eastAsianWidthOptions) {
	let extra = 0;
	let first = true;

	for (const character of visibleSegment) {
		if (first) {
			first = false;
			continue;
		}

		if (
			spacingMarkRegex.test(character)
			|| (character >= '\uFF00' && character <= '\uFFEF')
		) {
			extra += eastAsianWidth(character.codePointAt(0), eastAsianWidthOptions);
		}
	}

	return extra;
}

function stringWidth(input, options = {}) {
	if (typeof input !== 'string' || input.length === 0) {
		return 0;
	}

	const {
		ambiguousIsNarrow = true,
		countAnsiEscapeCodes = false,
	} = options;

	let string = input;

	// Avoid calling stripAnsi when there are no ANSI escape sequences (ESC = 0x1B, CSI = 0x9B)
	if (!countAnsiEscapeCodes && (string.includes('\u001B') || string.includes('\u009B'))) {
		string = stripAnsi(string);
	}

	if (string.length === 0) {
		return 0;
	}

	// Fast path: printable ASCII (0x20–0x7E) needs no segmenter, regex, or EAW lookup — width equals length.
	if (/^[\u0020-\u007E]*$/.test(string)) {
		return string.length;
	}

	let width = 0;
	const eastAsianWidthOptions = {ambiguousAsWide: !ambiguousIsNarrow};

	for (const {segment} of segmenter.segment(string)) {
		// Zero-width / non-printing clusters
		const visibleSegment = baseVisible(segment);
		if (visibleSegment === undefined) {
			continue;
		}

		// Emoji width logic
		if (rgiEmojiRegex.test(segment) || isDoubleWidthNonRgiEmojiSequence(segment)) {
			width += 2;
			continue;
		}

		const hangulWidth = hangulClusterWidth(visibleSegment, eastAsianWidthOptions);
		if (hangulWidth !== undefined) {
			width += hangulWidth;
			continue;
		}

		// Everything else: EAW of the cluster’s first visible scalar
		const codePoint = visibleSegment.codePointAt(0);
		width += eastAsianWidth(codePoint, eastAsianWidthOptions);

		// Add width for trailing spacing marks and Halfwidth/Fullwidth Forms (e.g., ﾞ, ﾟ, ｰ)
		width += trailingWidth(visibleSegment, eastAsianWidthOptions);
	}

	return width;
}

;// CONCATENATED MODULE: ./node_modules/ansi-styles/index.js
const ANSI_BACKGROUND_OFFSET = 10;

const wrapAnsi16 = (offset = 0) => code => `\u001B[${code + offset}m`;

const wrapAnsi256 = (offset = 0) => code => `\u001B[${38 + offset};5;${code}m`;

const wrapAnsi16m = (offset = 0) => (red, green, blue) => `\u001B[${38 + offset};2;${red};${green};${blue}m`;

const styles = {
	modifier: {
		reset: [0, 0],
		// 21 isn't widely supported and 22 does the same thing
		bold: [1, 22],
		dim: [2, 22],
		italic: [3, 23],
		underline: [4, 24],
		overline: [53, 55],
		inverse: [7, 27],
		hidden: [8, 28],
		strikethrough: [9, 29],
	},
	color: {
		black: [30, 39],
		red: [31, 39],
		green: [32, 39],
		yellow: [33, 39],
		blue: [34, 39],
		magenta: [35, 39],
		cyan: [36, 39],
		white: [37, 39],

		// Bright color
		blackBright: [90, 39],
		gray: [90, 39], // Alias of `blackBright`
		grey: [90, 39], // Alias of `blackBright`
		redBright: [91, 39],
		greenBright: [92, 39],
		yellowBright: [93, 39],
		blueBright: [94, 39],
		magentaBright: [95, 39],
		cyanBright: [96, 39],
		whiteBright: [97, 39],
	},
	bgColor: {
		bgBlack: [40, 49],
		bgRed: [41, 49],
		bgGreen: [42, 49],
		bgYellow: [43, 49],
		bgBlue: [44, 49],
		bgMagenta: [45, 49],
		bgCyan: [46, 49],
		bgWhite: [47, 49],

		// Bright color
		bgBlackBright: [100, 49],
		bgGray: [100, 49], // Alias of `bgBlackBright`
		bgGrey: [100, 49], // Alias of `bgBlackBright`
		bgRedBright: [101, 49],
		bgGreenBright: [102, 49],
		bgYellowBright: [103, 49],
		bgBlueBright: [104, 49],
		bgMagentaBright: [105, 49],
		bgCyanBright: [106, 49],
		bgWhiteBright: [107, 49],
	},
};

const modifierNames = Object.keys(styles.modifier);
const foregroundColorNames = Object.keys(styles.color);
const backgroundColorNames = Object.keys(styles.bgColor);
const colorNames = [...foregroundColorNames, ...backgroundColorNames];

function assembleStyles() {
	const codes = new Map();

	for (const [groupName, group] of Object.entries(styles)) {
		for (const [styleName, style] of Object.entries(group)) {
			styles[styleName] = {
				open: `\u001B[${style[0]}m`,
				close: `\u001B[${style[1]}m`,
			};

			group[styleName] = styles[styleName];

			codes.set(style[0], style[1]);
		}

		Object.defineProperty(styles, groupName, {
			value: group,
			enumerable: false,
		});
	}

	Object.defineProperty(styles, 'codes', {
		value: codes,
		enumerable: false,
	});

	styles.color.close = '\u001B[39m';
	styles.bgColor.close = '\u001B[49m';

	styles.color.ansi = wrapAnsi16();
	styles.color.ansi256 = wrapAnsi256();
	styles.color.ansi16m = wrapAnsi16m();
	styles.bgColor.ansi = wrapAnsi16(ANSI_BACKGROUND_OFFSET);
	styles.bgColor.ansi256 = wrapAnsi256(ANSI_BACKGROUND_OFFSET);
	styles.bgColor.ansi16m = wrapAnsi16m(ANSI_BACKGROUND_OFFSET);

	// From https://github.com/Qix-/color-convert/blob/3f0e0d4e92e235796ccb17f6e85c72094a651f49/conversions.js
	Object.defineProperties(styles, {
		rgbToAnsi256: {
			value(red, green, blue) {
				// We use the extended greyscale palette here, with the exception of
				// black and white. normal palette only has 4 greyscale shades.
				if (red === green && green === blue) {
					if (red < 8) {
						return 16;
					}

					if (red > 248) {
						return 231;
					}

					return Math.round(((red - 8) / 247) * 24) + 232;
				}

				return 16
					+ (36 * Math.round(red / 255 * 5))
					+ (6 * Math.round(green / 255 * 5))
					+ Math.round(blue / 255 * 5);
			},
			enumerable: false,
		},
		hexToRgb: {
			value(hex) {
				const matches = /[a-f\d]{6}|[a-f\d]{3}/i.exec(hex.toString(16));
				if (!matches) {
					return [0, 0, 0];
				}

				let [colorString] = matches;

				if (colorString.length === 3) {
					colorString = [...colorString].map(character => character + character).join('');
				}

				const integer = Number.parseInt(colorString, 16);

				return [
					/* eslint-disable no-bitwise */
					(integer >> 16) & 0xFF,
					(integer >> 8) & 0xFF,
					integer & 0xFF,
					/* eslint-enable no-bitwise */
				];
			},
			enumerable: false,
		},
		hexToAnsi256: {
			value: hex => styles.rgbToAnsi256(...styles.hexToRgb(hex)),
			enumerable: false,
		},
		ansi256ToAnsi: {
			value(code) {
				if (code < 8) {
					return 30 + code;
				}

				if (code < 16) {
					return 90 + (code - 8);
				}

				let red;
				let green;
				let blue;

				if (code >= 232) {
					red = (((code - 232) * 10) + 8) / 255;
					green = red;
					blue = red;
				} else {
					code -= 16;

					const remainder = code % 36;

					red = Math.floor(code / 36) / 5;
					green = Math.floor(remainder / 6) / 5;
					blue = (remainder % 6) / 5;
				}

				const value = Math.max(red, green, blue) * 2;

				if (value === 0) {
					return 30;
				}

				// eslint-disable-next-line no-bitwise
				let result = 30 + ((Math.round(blue) << 2) | (Math.round(green) << 1) | Math.round(red));

				if (value === 2) {
					result += 60;
				}

				return result;
			},
			enumerable: false,
		},
		rgbToAnsi: {
			value: (red, green, blue) => styles.ansi256ToAnsi(styles.rgbToAnsi256(red, green, blue)),
			enumerable: false,
		},
		hexToAnsi: {
			value: hex => styles.ansi256ToAnsi(styles.hexToAnsi256(hex)),
			enumerable: false,
		},
	});

	return styles;
}

const ansiStyles = assembleStyles();

/* harmony default export */ const ansi_styles = (ansiStyles);

;// CONCATENATED MODULE: ./node_modules/wrap-ansi/index.js



const ANSI_ESCAPE = '\u001B';
const ANSI_ESCAPE_BELL = '\u0007';
const C1_CSI = '\u009B';
const ANSI_CSI = '[';
const ANSI_OSC = ']';
const ANSI_SGR_TERMINATOR = 'm';
const ANSI_SGR_RESET = 0;
const ANSI_SGR_RESET_FOREGROUND = 39;
const ANSI_SGR_RESET_BACKGROUND = 49;
const ANSI_SGR_RESET_UNDERLINE_COLOR = 59;
const ANSI_SGR_FOREGROUND_EXTENDED = 38;
const ANSI_SGR_BACKGROUND_EXTENDED = 48;
const ANSI_SGR_UNDERLINE_COLOR_EXTENDED = 58;
const ANSI_SGR_COLOR_MODE_RGB = 2;
const ANSI_SGR_COLOR_MODE_256 = 5;
const ANSI_ESCAPE_LINK = `${ANSI_OSC}8;`;
// The first character of every sequence we recognize.
const ESCAPES = new Set([
	ANSI_ESCAPE,
	C1_CSI,
]);
const ESCAPE_CHARACTERS = [...ESCAPES].join('');

const CSI_INTRODUCER = `(?:${ANSI_ESCAPE}\\${ANSI_CSI}|${C1_CSI})`;
const CSI_PARAMETERS = '[0-?]*[ -/]*[@-~]';
const SGR_PARAMETERS = `(?<sgr>[0-9;:]*)${ANSI_SGR_TERMINATOR}`;
const OSC_STRING_TERMINATOR = `(?:${ANSI_ESCAPE_BELL}|${ANSI_ESCAPE}\\\\)`;
const OSC_STRING_PAYLOAD = String.raw`[^\u0000-\u001F\u007F-\u009F]*`;
// A hyperlink is `OSC 8 ; parameters ; URI ST`, where `parameters` is a possibly empty list of `key=value` pairs joined by `:`.
const LINK_PARAMETERS = String.raw`8;(?<parameters>[^;\u0000-\u001F\u007F-\u009F]*);(?<uri>${OSC_STRING_PAYLOAD})${OSC_STRING_TERMINATOR}`;
const OSC_STRING = `${OSC_STRING_PAYLOAD}${OSC_STRING_TERMINATOR}`;

// Supported boundary: semicolon-delimited SGR styling, colon-delimited RGB/indexed colors, and OSC 8 hyperlinks are tracked, while ordinary CSI sequences and other complete 7-bit OSC commands are preserved as opaque zero-width units. This is intentionally not a terminal emulator, so other colon-delimited SGR semantics, C0 bytes inside sequences, DCS/SOS/PM/APC control strings, cancellations, generic ESC sequences, and 8-bit control-string forms are unsupported. Newlines always delimit input lines before ANSI parsing.
const ANSI_ESCAPE_REGEX = new RegExp(
	`${CSI_INTRODUCER}(?:${SGR_PARAMETERS}|${CSI_PARAMETERS})`
	+ `|${ANSI_ESCAPE}\\${ANSI_OSC}(?:${LINK_PARAMETERS}|${OSC_STRING})`,
	'y',
);

const ANSI_SGR_MODIFIER_CLOSE_CODES = new Set(ansi_styles.codes.values());
ANSI_SGR_MODIFIER_CLOSE_CODES.delete(ANSI_SGR_RESET);

const wrap_ansi_segmenter = new Intl.Segmenter();
// Complete ANSI sequences have already been removed before measuring these strings. Avoid string-width's ANSI scan so malformed sequences are not rescanned.
const getStringWidth = string => stringWidth(string, {countAnsiEscapeCodes: true});
const TAB_SIZE = 8;

// Finds the next character that could introduce a sequence, so plain text is skipped in one native step.
const ESCAPE_INTRODUCER_REGEX = new RegExp(`[${ESCAPE_CHARACTERS}]`, 'g');
// The final pass only cares about sequences and row boundaries, so it skips everything else in one native step.
const ROW_BOUNDARY_REGEX = new RegExp(`[\\n${ESCAPE_CHARACTERS}]`, 'g');
// Every printable ASCII character is its own grapheme cluster of width one, which lets the segmenter be skipped.
const ASCII_PRINTABLE_REGEX = /^[ -~]*$/;

const wrapAnsiCode = code => `${ANSI_ESCAPE}${ANSI_CSI}${code}${ANSI_SGR_TERMINATOR}`;
const wrapAnsiHyperlink = (url, parameters = '') => `${ANSI_ESCAPE}${ANSI_ESCAPE_LINK}${parameters};${url}${ANSI_ESCAPE_BELL}`;

// Match a complete escape sequence starting at `index`, or return `undefined` when none starts there.
const matchAnsiEscape = (string, index) => {
	if (!ESCAPES.has(string[index])) {
		return;
	}

	ANSI_ESCAPE_REGEX.lastIndex = index;
	return ANSI_ESCAPE_REGEX.exec(string) ?? undefined;
};

// Walk a string as alternating plain text runs and complete escape sequences.
// A character that looks like an introducer but does not start a valid sequence stays plain text.
const forEachSegment = (string, onPlainText, onEscape = () => {}) => {
	let plainStart = 0;
	let index = 0;

	while (index < string.length) {
		ESCAPE_INTRODUCER_REGEX.lastIndex = index;
		const introducer = ESCAPE_INTRODUCER_REGEX.exec(string);

		if (!introducer) {
			break;
		}

		const escape = matchAnsiEscape(string, introducer.index);

		if (!escape) {
			index = introducer.index + 1;
			continue;
		}

		if (introducer.index > plainStart) {
			onPlainText(string.slice(plainStart, introducer.index));
		}

		onEscape(escape[0]);
		index = introducer.index + escape[0].length;
		plainStart = index;
	}

	if (plainStart < string.length) {
		onPlainText(string.slice(plainStart));
	}
};

// The visible width of a string, ignoring escape sequences.
const getWidth = string => {
	let plainText = '';

	forEachSegment(string, part => {
		plainText += part;
	});

	return getStringWidth(plainText);
};

// Split a string into escape sequences, which are zero width and must never be split, and grapheme clusters.
// The supported boundary is between grapheme clusters and ANSI sequences; ANSI inserted inside a cluster is treated as separate segments.
const getTokens = string => {
	const tokens = [];

	forEachSegment(string, plainText => {
		if (ASCII_PRINTABLE_REGEX.test(plainText)) {
			for (const character of plainText) {
				tokens.push({value: character, width: 1});
			}

			return;
		}

		for (const {segment} of wrap_ansi_segmenter.segment(plainText)) {
			tokens.push({value: segment, width: getStringWidth(segment)});
		}
	}, escape => {
		tokens.push({value: escape, width: 0});
	});

	return tokens;
};

// Split on spaces, ignoring spaces that appear inside a recognized sequence.
const splitWords = string => {
	let currentWord = {value: '', plainText: ''};
	const words = [currentWord];

	forEachSegment(string, plainText => {
		const parts = plainText.split(' ');
		currentWord.value += parts[0];
		currentWord.plainText += parts[0];

		for (let index = 1; index < parts.length; index++) {
			currentWord = {value: parts[index], plainText: parts[index]};
			words.push(currentWord);
		}
	}, escape => {
		currentWord.value += escape;
	});

	// Measured once per word rather than per run, so a grapheme cluster split by an escape still counts once.
	for (const word of words) {
		word.width = getStringWidth(word.plainText);
	}

	return words;
};

const getColonColorToken = parameter => {
	const parts = parameter.split(':');
	const code = Number.parseInt(parts[0], 10);
	const mode = Number.parseInt(parts[1], 10);

	if (![ANSI_SGR_FOREGROUND_EXTENDED, ANSI_SGR_BACKGROUND_EXTENDED, ANSI_SGR_UNDERLINE_COLOR_EXTENDED].includes(code)) {
		return;
	}

	if (mode === ANSI_SGR_COLOR_MODE_256 && parts.length === 3 && /^\d+$/.test(parts[2])) {
		return {code, open: parameter, hasArguments: true};
	}

	if (mode !== ANSI_SGR_COLOR_MODE_RGB) {
		return;
	}

	const components = parts.length === 6 ? parts.slice(3) : parts.slice(2);
	const colorSpace = parts.length === 6 ? parts[2] : undefined;
	if (components.length === 3 && components.every(component => /^\d+$/.test(component)) && (colorSpace === undefined || /^\d*$/.test(colorSpace))) {
		return {code, open: parameter, hasArguments: true};
	}
};

const getSgrTokens = sgrParameters => {
	const parameters = sgrParameters.split(';');
	const sgrTokens = [];

	for (let index = 0; index < parameters.length; index++) {
		const parameter = parameters[index];
		if (parameter.includes(':')) {
			const colonColorToken = getColonColorToken(parameter);
			if (colonColorToken) {
				sgrTokens.push(colonColorToken);
			}

			continue;
		}

		const code = parameter === '' ? ANSI_SGR_RESET : Number.parseInt(parameter, 10);

		if (!Number.isFinite(code)) {
			continue;
		}

		if (code === ANSI_SGR_FOREGROUND_EXTENDED || code === ANSI_SGR_BACKGROUND_EXTENDED || code === ANSI_SGR_UNDERLINE_COLOR_EXTENDED) {
			if (index + 1 >= parameters.length) {
				break;
			}

			const mode = Number.parseInt(parameters[index + 1], 10);
			const colorIndex = Number.parseInt(parameters[index + 2], 10);
			if (mode === ANSI_SGR_COLOR_MODE_256 && Number.isFinite(colorIndex)) {
				sgrTokens.push({code, open: [code, mode, colorIndex].join(';'), hasArguments: true});
				index += 2;
				continue;
			}

			const red = Number.parseInt(parameters[index + 2], 10);
			const green = Number.parseInt(parameters[index + 3], 10);
			const blue = Number.parseInt(parameters[index + 4], 10);
			if (mode === ANSI_SGR_COLOR_MODE_RGB && Number.isFinite(red) && Number.isFinite(green) && Number.isFinite(blue)) {
				sgrTokens.push({code, open: [code, mode, red, green, blue].join(';'), hasArguments: true});
				index += 4;
				continue;
			}

			break;
		}

		sgrTokens.push({code, open: String(code), hasArguments: false});
	}

	return sgrTokens;
};

const removeActiveStyle = (activeStyles, family) => {
	const activeStyleIndex = activeStyles.findIndex(activeStyle => activeStyle.family === family);

	if (activeStyleIndex !== -1) {
		activeStyles.splice(activeStyleIndex, 1);
	}
};

const upsertActiveStyle = (activeStyles, nextActiveStyle) => {
	removeActiveStyle(activeStyles, nextActiveStyle.family);
	activeStyles.push(nextActiveStyle);
};

const removeModifierStylesByClose = (activeStyles, closeCode) => {
	for (let index = activeStyles.length - 1; index >= 0; index--) {
		const activeStyle = activeStyles[index];
		if (activeStyle.family.startsWith('modifier-') && activeStyle.close === closeCode) {
			activeStyles.splice(index, 1);
		}
	}
};

const getColorStyle = sgrToken => {
	const {code, open, hasArguments} = sgrToken;
	if ((code >= 30 && code <= 37) || (code >= 90 && code <= 97) || (code === ANSI_SGR_FOREGROUND_EXTENDED && hasArguments)) {
		return {
			family: 'foreground',
			open,
			close: ANSI_SGR_RESET_FOREGROUND,
		};
	}

	if ((code >= 40 && code <= 47) || (code >= 100 && code <= 107) || (code === ANSI_SGR_BACKGROUND_EXTENDED && hasArguments)) {
		return {
			family: 'background',
			open,
			close: ANSI_SGR_RESET_BACKGROUND,
		};
	}

	if (code === ANSI_SGR_UNDERLINE_COLOR_EXTENDED && hasArguments) {
		return {
			family: 'underlineColor',
			open,
			close: ANSI_SGR_RESET_UNDERLINE_COLOR,
		};
	}
};

const applySgrResetCode = (code, activeStyles) => {
	if (code === ANSI_SGR_RESET) {
		activeStyles.length = 0;
		return true;
	}

	if (code === ANSI_SGR_RESET_FOREGROUND) {
		removeActiveStyle(activeStyles, 'foreground');
		return true;
	}

	if (code === ANSI_SGR_RESET_BACKGROUND) {
		removeActiveStyle(activeStyles, 'background');
		return true;
	}

	if (code === ANSI_SGR_RESET_UNDERLINE_COLOR) {
		removeActiveStyle(activeStyles, 'underlineColor');
		return true;
	}

	if (ANSI_SGR_MODIFIER_CLOSE_CODES.has(code)) {
		removeModifierStylesByClose(activeStyles, code);
		return true;
	}

	return false;
};

const applySgrToken = (sgrToken, activeStyles) => {
	const {code} = sgrToken;

	if (applySgrResetCode(code, activeStyles)) {
		return;
	}

	const colorStyle = getColorStyle(sgrToken);
	if (colorStyle) {
		upsertActiveStyle(activeStyles, colorStyle);
		return;
	}

	const close = ansi_styles.codes.get(code);
	if (close !== undefined && close !== ANSI_SGR_RESET) {
		upsertActiveStyle(activeStyles, {
			family: `modifier-${code}`,
			open: sgrToken.open,
			close,
		});
	}
};

const applySgrParameters = (sgrParameters, activeStyles) => {
	for (const sgrToken of getSgrTokens(sgrParameters)) {
		applySgrToken(sgrToken, activeStyles);
	}
};

const applySgrResets = (sgrParameters, activeStyles) => {
	for (const {code} of getSgrTokens(sgrParameters)) {
		applySgrResetCode(code, activeStyles);
	}
};

const applyLeadingSgrResets = (string, startIndex, activeStyles) => {
	let index = startIndex;

	while (index < string.length) {
		const match = matchAnsiEscape(string, index);
		if (!match) {
			break;
		}

		if (match.groups.sgr !== undefined) {
			applySgrResets(match.groups.sgr, activeStyles);
		}

		index += match[0].length;
	}
};

const getClosingSgrSequence = activeStyles => [...activeStyles].reverse().map(activeStyle => wrapAnsiCode(activeStyle.close)).join('');
const getOpeningSgrSequence = activeStyles => activeStyles.map(activeStyle => wrapAnsiCode(activeStyle.open)).join('');

// Wrap a long word across multiple rows
// ANSI escape codes do not count towards length
// Takes the visible width of the last row and returns the width of the row the word ends on, so callers never have to measure the rows themselves.
const wrapWord = (rows, word, columns, rowWidth) => {
	const tokens = getTokens(word);

	let visible = rowWidth;

	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index];

		// Escape sequences and combining marks are zero width, so they always stay on the current row.
		if (token.width > 0 && visible > 0 && visible + token.width > columns) {
			rows.push('');
			visible = 0;
		}

		rows[rows.length - 1] += token.value;
		visible += token.width;

		if (visible === columns && index < tokens.length - 1) {
			rows.push('');
			visible = 0;
		}
	}

	// It's possible that the last row we copy over is only
	// ANSI escape characters, handle this edge-case
	if (!visible && rows.at(-1).length > 0 && rows.length > 1) {
		rows[rows.length - 2] += rows.pop();
	}

	// The tokens are measured one by one, so a grapheme cluster that an escape sequence splits is counted once per part rather than once as a whole. Only the finished row tells the true width, and it is at most one row long to measure.
	return getWidth(rows.at(-1));
};

// Trims spaces from a string ignoring invisible sequences
const stringVisibleTrimSpacesRight = string => {
	if (!string.includes(' ')) {
		return string;
	}

	const segments = [];
	forEachSegment(string, plainText => {
		segments.push({value: plainText, isEscape: false});
	}, escape => {
		segments.push({value: escape, isEscape: true});
	});

	// Drop the spaces that trail the last visible character, but keep the invisible sequences among them.
	for (let index = segments.length - 1; index >= 0; index--) {
		const segment = segments[index];

		if (segment.isEscape) {
			continue;
		}

		// Scanned rather than matched with a regex, as a trailing-space pattern backtracks quadratically.
		let end = segment.value.length;
		while (end > 0 && segment.value[end - 1] === ' ') {
			end--;
		}

		segment.value = segment.value.slice(0, end);

		if (getStringWidth(segment.value) > 0) {
			break;
		}
	}

	return segments.map(segment => segment.value).join('');
};

const expandTabs = line => {
	if (!line.includes('\t')) {
		return line;
	}

	let visible = 0;
	let expandedLine = '';
	let plainTextSinceTab = '';

	const expandPlainText = plainText => {
		const segments = plainText.split('\t');

		for (const [index, segment] of segments.entries()) {
			expandedLine += segment;
			plainTextSinceTab += segment;

			if (index < segments.length - 1) {
				visible += getStringWidth(plainTextSinceTab);
				plainTextSinceTab = '';
				const spaces = TAB_SIZE - (visible % TAB_SIZE);
				expandedLine += ' '.repeat(spaces);
				visible += spaces;
			}
		}
	};

	forEachSegment(line, expandPlainText, escape => {
		expandedLine += escape;
	});

	return expandedLine;
};

// Close the active styles and hyperlink before every row break and reopen them after, so each row stands on its own.
// Only sequences and newlines matter here, so the string is scanned directly rather than split into grapheme clusters.
const restoreStylesAcrossRows = preString => {
	let returnValue = '';
	let activeHyperlink;
	const activeStyles = [];
	let index = 0;
	let copiedIndex = 0;

	while (index < preString.length) {
		ROW_BOUNDARY_REGEX.lastIndex = index;
		const boundary = ROW_BOUNDARY_REGEX.exec(preString);

		if (!boundary) {
			break;
		}

		index = boundary.index;

		if (boundary[0] !== '\n') {
			const escape = matchAnsiEscape(preString, index);

			if (!escape) {
				index++;
				continue;
			}

			const {groups} = escape;
			if (groups.sgr !== undefined) {
				applySgrParameters(groups.sgr, activeStyles);
			} else if (groups.uri !== undefined) {
				activeHyperlink = groups.uri.length === 0 ? undefined : {parameters: groups.parameters, uri: groups.uri};
			}

			index += escape[0].length;
			continue;
		}

		// Everything up to the row break is copied verbatim, sequences included.
		returnValue += preString.slice(copiedIndex, index);

		// An empty row never reopened anything, so there is nothing to close.
		if (index > copiedIndex) {
			if (activeHyperlink) {
				returnValue += wrapAnsiHyperlink('');
			}

			returnValue += getClosingSgrSequence(activeStyles);
		}

		returnValue += '\n';
		index++;
		copiedIndex = index;

		// An empty row has nothing to style, so the styles stay closed until the next row with content. A trailing row break leaves no row at all.
		if (index < preString.length && preString[index] !== '\n') {
			const openingStyles = [...activeStyles];
			applyLeadingSgrResets(preString, index, openingStyles);
			returnValue += getOpeningSgrSequence(openingStyles);

			if (activeHyperlink) {
				returnValue += wrapAnsiHyperlink(activeHyperlink.uri, activeHyperlink.parameters);
			}
		}
	}

	return returnValue + preString.slice(copiedIndex);
};

// The wrap-ansi module can be invoked in either 'hard' or 'soft' wrap mode.
//
// 'hard' will never allow a string to take up more than columns characters.
//
// 'soft' allows long words to expand past the column length.
const exec = (string, columns, options = {}) => {
	if (options.trim !== false && string.trim() === '') {
		return '';
	}

	const words = splitWords(string);
	let rows = [''];
	// Tracked as rows are built. Remeasuring the row for every word makes wrapping quadratic in the line length.
	let rowLength = 0;
	// Words are only ever appended, so a row that already starts with content can never become trimmable again. Retrimming it for every word makes wrapping quadratic in the line length.
	let trimmedRowIndex = -1;

	let isFirstWord = true;

	for (const word of words) {
		const rowIndex = rows.length - 1;

		if (options.trim !== false && trimmedRowIndex !== rowIndex) {
			const row = rows[rowIndex];
			const trimmedRow = row.trimStart();

			if (trimmedRow.length !== row.length) {
				rows[rowIndex] = trimmedRow;
				rowLength = getWidth(trimmedRow);
			}

			if (trimmedRow.length > 0) {
				trimmedRowIndex = rowIndex;
			}
		}

		if (isFirstWord) {
			isFirstWord = false;
		} else {
			if (rowLength >= columns && (options.wordWrap === false || options.trim === false)) {
				// If we start with a new word but the current row length equals the length of the columns, add a new row
				rows.push('');
				rowLength = 0;
			}

			if (rowLength > 0 || options.trim === false) {
				rows[rows.length - 1] += ' ';
				rowLength++;
			}
		}

		// In 'hard' wrap mode, the length of a line is never allowed to extend past 'columns'
		if (options.hard && options.wordWrap !== false && word.width > columns) {
			const remainingColumns = columns - rowLength;
			const breaksStartingThisLine = 1 + Math.floor((word.width - remainingColumns - 1) / columns);
			const breaksStartingNextLine = Math.floor((word.width - 1) / columns);
			if (breaksStartingNextLine < breaksStartingThisLine) {
				rows.push('');
				rowLength = 0;
			}

			rowLength = wrapWord(rows, word.value, columns, rowLength);
			continue;
		}

		if (rowLength + word.width > columns && rowLength > 0 && word.width > 0) {
			if (options.wordWrap === false && rowLength < columns) {
				rowLength = wrapWord(rows, word.value, columns, rowLength);
				continue;
			}

			rows.push('');
			rowLength = 0;
		}

		if (rowLength + word.width > columns && options.wordWrap === false) {
			rowLength = wrapWord(rows, word.value, columns, rowLength);
			continue;
		}

		rows[rows.length - 1] += word.value;
		rowLength += word.width;
	}

	if (options.trim !== false) {
		rows = rows.map(row => stringVisibleTrimSpacesRight(row));
	}

	return restoreStylesAcrossRows(rows.join('\n'));
};

// Normalize the text, but not the sequences: a combining mark that follows a sequence composes with its last character and destroys it.
const normalizeText = string => {
	let normalizedString = '';

	forEachSegment(string, plainText => {
		normalizedString += plainText.normalize();
	}, escape => {
		normalizedString += escape;
	});

	return normalizedString;
};

// For each newline, invoke the method separately.
function wrapAnsi(string, columns, options) {
	return normalizeText(String(string))
		.replaceAll('\r\n', '\n')
		.split('\n')
		.map(line => exec(expandTabs(line), columns, options))
		.join('\n');
}

;// CONCATENATED MODULE: ./node_modules/is-fullwidth-code-point/index.js


function isFullwidthCodePoint(codePoint) {
	if (!Number.isInteger(codePoint)) {
		return false;
	}

	return isFullwidth(codePoint) || isWide(codePoint);
}

;// CONCATENATED MODULE: ./node_modules/slice-ansi/tokenize-ansi.js



const ESCAPE_CODE_POINT = 27;
const C1_DCS_CODE_POINT = 144;
const C1_SOS_CODE_POINT = 152;
const C1_CSI_CODE_POINT = 155;
const C1_ST_CODE_POINT = 156;
const C1_OSC_CODE_POINT = 157;
const C1_PM_CODE_POINT = 158;
const C1_APC_CODE_POINT = 159;
const tokenize_ansi_ESCAPES = new Set([
	ESCAPE_CODE_POINT,
	C1_DCS_CODE_POINT,
	C1_SOS_CODE_POINT,
	C1_CSI_CODE_POINT,
	C1_ST_CODE_POINT,
	C1_OSC_CODE_POINT,
	C1_PM_CODE_POINT,
	C1_APC_CODE_POINT,
]);

const ESCAPE = '\u001B';
const ANSI_BELL = '\u0007';
const tokenize_ansi_ANSI_CSI = '[';
const tokenize_ansi_ANSI_OSC = ']';
const ANSI_DCS = 'P';
const ANSI_SOS = 'X';
const ANSI_PM = '^';
const ANSI_APC = '_';
const tokenize_ansi_ANSI_SGR_TERMINATOR = 'm';
const ANSI_OSC_TERMINATOR = '\\';
const ANSI_STRING_TERMINATOR = `${ESCAPE}${ANSI_OSC_TERMINATOR}`;
const C1_OSC = '\u009D';
const C1_STRING_TERMINATOR = '\u009C';
const ANSI_HYPERLINK_ESC_PREFIX = `${ESCAPE}${tokenize_ansi_ANSI_OSC}8;`;
const ANSI_HYPERLINK_C1_PREFIX = `${C1_OSC}8;`;
const ANSI_HYPERLINK_ESC_CLOSE = `${ANSI_HYPERLINK_ESC_PREFIX};`;
const ANSI_HYPERLINK_C1_CLOSE = `${ANSI_HYPERLINK_C1_PREFIX};`;

const CODE_POINT_0 = '0'.codePointAt(0);
const CODE_POINT_9 = '9'.codePointAt(0);
const CODE_POINT_SEMICOLON = ';'.codePointAt(0);
const CODE_POINT_COLON = ':'.codePointAt(0);
// ECMA-48 CSI format: parameter bytes 0x30-0x3F, intermediates 0x20-0x2F, final 0x40-0x7E.
const CODE_POINT_CSI_PARAMETER_START = '0'.codePointAt(0);
const CODE_POINT_CSI_PARAMETER_END = '?'.codePointAt(0);
const CODE_POINT_CSI_INTERMEDIATE_START = ' '.codePointAt(0);
const CODE_POINT_CSI_INTERMEDIATE_END = '/'.codePointAt(0);
const CODE_POINT_CSI_FINAL_START = '@'.codePointAt(0);
const CODE_POINT_CSI_FINAL_END = '~'.codePointAt(0);
const REGIONAL_INDICATOR_SYMBOL_LETTER_A = 127_462;
const REGIONAL_INDICATOR_SYMBOL_LETTER_Z = 127_487;
const SGR_RESET_CODE = 0;
const SGR_EXTENDED_FOREGROUND_CODE = 38;
const SGR_DEFAULT_FOREGROUND_CODE = 39;
const SGR_EXTENDED_BACKGROUND_CODE = 48;
const SGR_DEFAULT_BACKGROUND_CODE = 49;
const SGR_COLOR_TYPE_ANSI_256 = 5;
const SGR_COLOR_TYPE_TRUECOLOR = 2;
const SGR_ANSI_256_FRAGMENT_LENGTH = 3;
const SGR_TRUECOLOR_FRAGMENT_LENGTH = 5;
const SGR_ANSI_256_LAST_PARAMETER_OFFSET = 2;
const SGR_TRUECOLOR_LAST_PARAMETER_OFFSET = 4;
const VARIATION_SELECTOR_16_CODE_POINT = 65_039;
const COMBINING_ENCLOSING_KEYCAP_CODE_POINT = 8419;
const EMOJI_PRESENTATION_GRAPHEME_REGEX = /\p{Emoji_Presentation}/u;
const GRAPHEME_SEGMENTER = new Intl.Segmenter(undefined, {granularity: 'grapheme'});

const endCodeNumbers = new Set();
for (const [, end] of ansi_styles.codes) {
	endCodeNumbers.add(end);
}

function isSgrParameterCharacter(codePoint) {
	return (
		(codePoint >= CODE_POINT_0 && codePoint <= CODE_POINT_9)
		|| codePoint === CODE_POINT_SEMICOLON
		|| codePoint === CODE_POINT_COLON
	);
}

function isCsiParameterCharacter(codePoint) {
	return codePoint >= CODE_POINT_CSI_PARAMETER_START && codePoint <= CODE_POINT_CSI_PARAMETER_END;
}

function isCsiIntermediateCharacter(codePoint) {
	return codePoint >= CODE_POINT_CSI_INTERMEDIATE_START && codePoint <= CODE_POINT_CSI_INTERMEDIATE_END;
}

function isCsiFinalCharacter(codePoint) {
	return codePoint >= CODE_POINT_CSI_FINAL_START && codePoint <= CODE_POINT_CSI_FINAL_END;
}

function isRegionalIndicatorCodePoint(codePoint) {
	return codePoint >= REGIONAL_INDICATOR_SYMBOL_LETTER_A && codePoint <= REGIONAL_INDICATOR_SYMBOL_LETTER_Z;
}

function createControlParseResult(code, endIndex) {
	return {
		token: {
			type: 'control',
			code,
		},
		endIndex,
	};
}

function isEmojiStyleGrapheme(grapheme) {
	if (EMOJI_PRESENTATION_GRAPHEME_REGEX.test(grapheme)) {
		return true;
	}

	for (const character of grapheme) {
		const codePoint = character.codePointAt(0);
		if (
			codePoint === VARIATION_SELECTOR_16_CODE_POINT
			|| codePoint === COMBINING_ENCLOSING_KEYCAP_CODE_POINT
		) {
			return true;
		}
	}

	return false;
}

function getGraphemeWidth(grapheme) {
	let regionalIndicatorCount = 0;
	for (const character of grapheme) {
		const codePoint = character.codePointAt(0);
		if (isFullwidthCodePoint(codePoint)) {
			return 2;
		}

		if (isRegionalIndicatorCodePoint(codePoint)) {
			regionalIndicatorCount++;
		}
	}

	if (regionalIndicatorCount >= 1) {
		return 2;
	}

	if (isEmojiStyleGrapheme(grapheme)) {
		return 2;
	}

	return 1;
}

function getSgrPrefix(code) {
	if (code.startsWith('\u009B')) {
		return '\u009B';
	}

	return `${ESCAPE}${tokenize_ansi_ANSI_CSI}`;
}

function createSgrCode(prefix, values) {
	return `${prefix}${values.join(';')}${tokenize_ansi_ANSI_SGR_TERMINATOR}`;
}

function getSgrFragments(code) {
	const fragments = [];
	const sgrPrefix = getSgrPrefix(code);
	let parameterString;

	if (code.startsWith(`${ESCAPE}${tokenize_ansi_ANSI_CSI}`)) {
		parameterString = code.slice(2, -1);
	} else if (code.startsWith('\u009B')) {
		parameterString = code.slice(1, -1);
	} else {
		return fragments;
	}

	const rawCodes = parameterString.length === 0 ? [String(SGR_RESET_CODE)] : parameterString.split(';');
	let index = 0;
	while (index < rawCodes.length) {
		const codeNumber = Number.parseInt(rawCodes[index], 10);
		if (Number.isNaN(codeNumber)) {
			index++;
			continue;
		}

		if (codeNumber === SGR_RESET_CODE) {
			fragments.push({type: 'reset'});
			index++;
			continue;
		}

		if (codeNumber === SGR_EXTENDED_FOREGROUND_CODE || codeNumber === SGR_EXTENDED_BACKGROUND_CODE) {
			const colorType = Number.parseInt(rawCodes[index + 1], 10);
			if (colorType === SGR_COLOR_TYPE_ANSI_256 && index + SGR_ANSI_256_LAST_PARAMETER_OFFSET < rawCodes.length) {
				const openCode = createSgrCode(sgrPrefix, rawCodes.slice(index, index + SGR_ANSI_256_FRAGMENT_LENGTH));
				fragments.push({
					type: 'start',
					code: openCode,
					endCode: ansi_styles.color.ansi(codeNumber === SGR_EXTENDED_FOREGROUND_CODE ? SGR_DEFAULT_FOREGROUND_CODE : SGR_DEFAULT_BACKGROUND_CODE),
				});
				index += SGR_ANSI_256_FRAGMENT_LENGTH;
				continue;
			}

			if (colorType === SGR_COLOR_TYPE_TRUECOLOR && index + SGR_TRUECOLOR_LAST_PARAMETER_OFFSET < rawCodes.length) {
				const openCode = createSgrCode(sgrPrefix, rawCodes.slice(index, index + SGR_TRUECOLOR_FRAGMENT_LENGTH));
				fragments.push({
					type: 'start',
					code: openCode,
					endCode: ansi_styles.color.ansi(codeNumber === SGR_EXTENDED_FOREGROUND_CODE ? SGR_DEFAULT_FOREGROUND_CODE : SGR_DEFAULT_BACKGROUND_CODE),
				});
				index += SGR_TRUECOLOR_FRAGMENT_LENGTH;
				continue;
			}

			const openCode = createSgrCode(sgrPrefix, [rawCodes[index]]);
			fragments.push({
				type: 'start',
				code: openCode,
				endCode: ansi_styles.color.ansi(codeNumber === SGR_EXTENDED_FOREGROUND_CODE ? SGR_DEFAULT_FOREGROUND_CODE : SGR_DEFAULT_BACKGROUND_CODE),
			});
			index++;
			continue;
		}

		if (endCodeNumbers.has(codeNumber)) {
			fragments.push({
				type: 'end',
				endCode: ansi_styles.color.ansi(codeNumber),
			});
			index++;
			continue;
		}

		const mappedEndCode = ansi_styles.codes.get(codeNumber);
		if (mappedEndCode !== undefined) {
			const openCode = createSgrCode(sgrPrefix, [rawCodes[index]]);
			fragments.push({
				type: 'start',
				code: openCode,
				endCode: ansi_styles.color.ansi(mappedEndCode),
			});
			index++;
			continue;
		}

		const openCode = createSgrCode(sgrPrefix, [rawCodes[index]]);
		fragments.push({
			type: 'start',
			code: openCode,
			endCode: ansi_styles.reset.open,
		});
		index++;
	}

	if (fragments.length === 0) {
		fragments.push({type: 'reset'});
	}

	return fragments;
}

function parseCsiCode(string, index) {
	const escapeCodePoint = string.codePointAt(index);
	let sequenceStartIndex;

	if (escapeCodePoint === ESCAPE_CODE_POINT) {
		if (string[index + 1] !== tokenize_ansi_ANSI_CSI) {
			return;
		}

		sequenceStartIndex = index + 2;
	} else if (escapeCodePoint === C1_CSI_CODE_POINT) {
		sequenceStartIndex = index + 1;
	} else {
		return;
	}

	let hasCanonicalSgrParameters = true;
	for (let sequenceIndex = sequenceStartIndex; sequenceIndex < string.length; sequenceIndex++) {
		const codePoint = string.codePointAt(sequenceIndex);

		if (isCsiFinalCharacter(codePoint)) {
			const code = string.slice(index, sequenceIndex + 1);
			if (string[sequenceIndex] !== tokenize_ansi_ANSI_SGR_TERMINATOR || !hasCanonicalSgrParameters) {
				return createControlParseResult(code, sequenceIndex + 1);
			}

			return {
				token: {
					type: 'sgr',
					code,
					fragments: getSgrFragments(code),
				},
				endIndex: sequenceIndex + 1,
			};
		}

		if (isCsiParameterCharacter(codePoint)) {
			if (!isSgrParameterCharacter(codePoint)) {
				hasCanonicalSgrParameters = false;
			}

			continue;
		}

		if (isCsiIntermediateCharacter(codePoint)) {
			hasCanonicalSgrParameters = false;
			continue;
		}

		const endIndex = sequenceIndex;
		return createControlParseResult(string.slice(index, endIndex), endIndex);
	}

	return createControlParseResult(string.slice(index), string.length);
}

function parseHyperlinkCode(string, index) {
	let hyperlinkPrefix;
	let hyperlinkClose;
	const codePoint = string.codePointAt(index);

	if (
		codePoint === ESCAPE_CODE_POINT
		&& string.startsWith(ANSI_HYPERLINK_ESC_PREFIX, index)
	) {
		hyperlinkPrefix = ANSI_HYPERLINK_ESC_PREFIX;
		hyperlinkClose = ANSI_HYPERLINK_ESC_CLOSE;
	} else if (
		codePoint === C1_OSC_CODE_POINT
		&& string.startsWith(ANSI_HYPERLINK_C1_PREFIX, index)
	) {
		hyperlinkPrefix = ANSI_HYPERLINK_C1_PREFIX;
		hyperlinkClose = ANSI_HYPERLINK_C1_CLOSE;
	} else {
		return;
	}

	const uriStart = string.indexOf(';', index + hyperlinkPrefix.length);
	if (uriStart === -1) {
		return createControlParseResult(string.slice(index), string.length);
	}

	for (let sequenceIndex = uriStart + 1; sequenceIndex < string.length; sequenceIndex++) {
		const character = string[sequenceIndex];

		if (character === ANSI_BELL) {
			const code = string.slice(index, sequenceIndex + 1);
			const action = sequenceIndex === uriStart + 1 ? 'close' : 'open';
			return {
				token: {
					type: 'hyperlink',
					code,
					action,
					closePrefix: hyperlinkClose,
					terminator: ANSI_BELL,
				},
				endIndex: sequenceIndex + 1,
			};
		}

		if (
			character === ESCAPE
			&& string[sequenceIndex + 1] === ANSI_OSC_TERMINATOR
		) {
			const code = string.slice(index, sequenceIndex + 2);
			const action = sequenceIndex === uriStart + 1 ? 'close' : 'open';
			return {
				token: {
					type: 'hyperlink',
					code,
					action,
					closePrefix: hyperlinkClose,
					terminator: ANSI_STRING_TERMINATOR,
				},
				endIndex: sequenceIndex + 2,
			};
		}

		if (character === C1_STRING_TERMINATOR) {
			const code = string.slice(index, sequenceIndex + 1);
			const action = sequenceIndex === uriStart + 1 ? 'close' : 'open';
			return {
				token: {
					type: 'hyperlink',
					code,
					action,
					closePrefix: hyperlinkClose,
					terminator: C1_STRING_TERMINATOR,
				},
				endIndex: sequenceIndex + 1,
			};
		}
	}

	return createControlParseResult(string.slice(index), string.length);
}

function parseControlStringCode(string, index) {
	const codePoint = string.codePointAt(index);
	let sequenceStartIndex;
	let supportsBellTerminator = false;

	switch (codePoint) {
		case ESCAPE_CODE_POINT: {
			const command = string[index + 1];
			switch (command) {
				case tokenize_ansi_ANSI_OSC: {
					// OSC accepts ST (ECMA-48) and BEL (xterm compatibility extension).
					sequenceStartIndex = index + 2;
					supportsBellTerminator = true;
					break;
				}

				case ANSI_DCS:
				case ANSI_SOS:
				case ANSI_PM:
				case ANSI_APC: {
					sequenceStartIndex = index + 2;
					break;
				}

				case ANSI_OSC_TERMINATOR: {
					return createControlParseResult(ANSI_STRING_TERMINATOR, index + 2);
				}

				default: {
					return;
				}
			}

			break;
		}

		case C1_OSC_CODE_POINT: {
			sequenceStartIndex = index + 1;
			supportsBellTerminator = true;
			break;
		}

		case C1_DCS_CODE_POINT:
		case C1_SOS_CODE_POINT:
		case C1_PM_CODE_POINT:
		case C1_APC_CODE_POINT: {
			sequenceStartIndex = index + 1;
			break;
		}

		case C1_ST_CODE_POINT: {
			return createControlParseResult(C1_STRING_TERMINATOR, index + 1);
		}

		default: {
			return;
		}
	}

	for (let sequenceIndex = sequenceStartIndex; sequenceIndex < string.length; sequenceIndex++) {
		if (supportsBellTerminator && string[sequenceIndex] === ANSI_BELL) {
			return createControlParseResult(string.slice(index, sequenceIndex + 1), sequenceIndex + 1);
		}

		if (
			string[sequenceIndex] === ESCAPE
			&& string[sequenceIndex + 1] === ANSI_OSC_TERMINATOR
		) {
			return createControlParseResult(string.slice(index, sequenceIndex + 2), sequenceIndex + 2);
		}

		if (string[sequenceIndex] === C1_STRING_TERMINATOR) {
			return createControlParseResult(string.slice(index, sequenceIndex + 1), sequenceIndex + 1);
		}
	}

	return createControlParseResult(string.slice(index), string.length);
}

function parseAnsiCode(string, index) {
	const codePoint = string.codePointAt(index);
	if (codePoint === ESCAPE_CODE_POINT || codePoint === C1_OSC_CODE_POINT) {
		const hyperlinkCode = parseHyperlinkCode(string, index);
		if (hyperlinkCode) {
			return hyperlinkCode;
		}
	}

	const controlStringCode = parseControlStringCode(string, index);
	if (controlStringCode) {
		return controlStringCode;
	}

	return parseCsiCode(string, index);
}

function appendTrailingAnsiTokens(string, index, tokens) {
	while (index < string.length) {
		const nextCodePoint = string.codePointAt(index);
		if (!tokenize_ansi_ESCAPES.has(nextCodePoint)) {
			break;
		}

		const escapeCode = parseAnsiCode(string, index);
		if (!escapeCode) {
			break;
		}

		tokens.push(escapeCode.token);
		index = escapeCode.endIndex;
	}

	return index;
}

function parseCharacterTokenWithRawSegmentation(string, index, graphemeSegments) {
	const segment = graphemeSegments.containing(index);
	if (!segment || segment.index !== index) {
		return;
	}

	return {
		token: {
			type: 'character',
			// Intentionally preserve UAX29 behavior (GB3): CRLF is one grapheme cluster.
			value: segment.segment,
			visibleWidth: getGraphemeWidth(segment.segment),
			isGraphemeContinuation: false,
		},
		endIndex: index + segment.segment.length,
	};
}

function collectVisibleCharacters(string) {
	const visibleCharacters = [];
	let index = 0;

	while (index < string.length) {
		const codePoint = string.codePointAt(index);
		if (tokenize_ansi_ESCAPES.has(codePoint)) {
			const code = parseAnsiCode(string, index);
			if (code) {
				index = code.endIndex;
				continue;
			}
		}

		const value = String.fromCodePoint(codePoint);
		visibleCharacters.push({
			value,
			visibleWidth: 1,
			isGraphemeContinuation: false,
		});
		index += value.length;
	}

	return visibleCharacters;
}

function applyGraphemeMetadata(visibleCharacters) {
	if (visibleCharacters.length === 0) {
		return;
	}

	const visibleString = visibleCharacters.map(({value}) => value).join('');
	const scalarOffsets = [];
	let scalarOffset = 0;

	for (const visibleCharacter of visibleCharacters) {
		scalarOffsets.push(scalarOffset);
		scalarOffset += visibleCharacter.value.length;
	}

	let scalarIndex = 0;
	for (const segment of GRAPHEME_SEGMENTER.segment(visibleString)) {
		while (
			scalarIndex < visibleCharacters.length
			&& scalarOffsets[scalarIndex] < segment.index
		) {
			scalarIndex++;
		}

		let graphemeIndex = scalarIndex;
		let isFirstInGrapheme = true;
		while (
			graphemeIndex < visibleCharacters.length
			&& scalarOffsets[graphemeIndex] < segment.index + segment.segment.length
		) {
			visibleCharacters[graphemeIndex].visibleWidth = isFirstInGrapheme ? getGraphemeWidth(segment.segment) : 0;
			visibleCharacters[graphemeIndex].isGraphemeContinuation = !isFirstInGrapheme;
			isFirstInGrapheme = false;
			graphemeIndex++;
		}

		scalarIndex = graphemeIndex;
	}
}

function tokenizeAnsiWithVisibleSegmentation(string, {endCharacter = Number.POSITIVE_INFINITY} = {}) {
	const tokens = [];
	const visibleCharacters = collectVisibleCharacters(string);
	applyGraphemeMetadata(visibleCharacters);

	let index = 0;
	let visibleCharacterIndex = 0;
	let visibleCount = 0;
	while (index < string.length) {
		const codePoint = string.codePointAt(index);

		if (tokenize_ansi_ESCAPES.has(codePoint)) {
			const code = parseAnsiCode(string, index);
			if (code) {
				tokens.push(code.token);
				index = code.endIndex;
				continue;
			}
		}

		const value = String.fromCodePoint(codePoint);
		const visibleCharacter = visibleCharacters[visibleCharacterIndex];
		let visibleWidth = isFullwidthCodePoint(codePoint) ? 2 : value.length;
		if (visibleCharacter) {
			visibleWidth = visibleCharacter.visibleWidth;
		}

		const token = {
			type: 'character',
			value,
			visibleWidth,
			isGraphemeContinuation: visibleCharacter ? visibleCharacter.isGraphemeContinuation : false,
		};

		tokens.push(token);
		index += value.length;
		visibleCharacterIndex++;
		visibleCount += token.visibleWidth;

		if (visibleCount >= endCharacter) {
			const nextVisibleCharacter = visibleCharacters[visibleCharacterIndex];
			if (
				!nextVisibleCharacter
				|| !nextVisibleCharacter.isGraphemeContinuation
			) {
				index = appendTrailingAnsiTokens(string, index, tokens);
				break;
			}
		}
	}

	return tokens;
}

function areValuesInSameGrapheme(leftValue, rightValue) {
	const pair = `${leftValue}${rightValue}`;
	const splitIndex = leftValue.length;

	for (const segment of GRAPHEME_SEGMENTER.segment(pair)) {
		if (segment.index === splitIndex) {
			return false;
		}

		if (segment.index > splitIndex) {
			return true;
		}
	}

	return true;
}

function hasAnsiSplitContinuationAhead(string, startIndex, previousVisibleValue, graphemeSegments) {
	if (!previousVisibleValue) {
		return false;
	}

	let index = startIndex;
	let hasAnsiCode = false;
	while (index < string.length) {
		const codePoint = string.codePointAt(index);
		if (tokenize_ansi_ESCAPES.has(codePoint)) {
			const code = parseAnsiCode(string, index);
			if (code) {
				hasAnsiCode = true;
				index = code.endIndex;
				continue;
			}
		}

		if (!hasAnsiCode) {
			return false;
		}

		const characterToken = parseCharacterTokenWithRawSegmentation(string, index, graphemeSegments);
		if (!characterToken) {
			return true;
		}

		return areValuesInSameGrapheme(previousVisibleValue, characterToken.token.value);
	}

	return false;
}

function tokenizeAnsi(string, {endCharacter = Number.POSITIVE_INFINITY} = {}) {
	const tokens = [];
	const graphemeSegments = GRAPHEME_SEGMENTER.segment(string);

	let index = 0;
	let visibleCount = 0;
	let previousVisibleValue;
	let hasAnsiSinceLastVisible = false;
	while (index < string.length) {
		const codePoint = string.codePointAt(index);

		if (tokenize_ansi_ESCAPES.has(codePoint)) {
			const code = parseAnsiCode(string, index);
			if (code) {
				tokens.push(code.token);
				index = code.endIndex;
				hasAnsiSinceLastVisible = true;
				continue;
			}
		}

		const characterToken = parseCharacterTokenWithRawSegmentation(string, index, graphemeSegments);
		if (!characterToken) {
			return tokenizeAnsiWithVisibleSegmentation(string, {endCharacter});
		}

		if (
			hasAnsiSinceLastVisible
			&& previousVisibleValue
			&& areValuesInSameGrapheme(previousVisibleValue, characterToken.token.value)
		) {
			return tokenizeAnsiWithVisibleSegmentation(string, {endCharacter});
		}

		tokens.push(characterToken.token);
		index = characterToken.endIndex;
		visibleCount += characterToken.token.visibleWidth;
		hasAnsiSinceLastVisible = false;
		previousVisibleValue = characterToken.token.value;

		if (visibleCount >= endCharacter) {
			if (hasAnsiSplitContinuationAhead(string, index, previousVisibleValue, graphemeSegments)) {
				return tokenizeAnsiWithVisibleSegmentation(string, {endCharacter});
			}

			index = appendTrailingAnsiTokens(string, index, tokens);
			break;
		}
	}

	return tokens;
}

;// CONCATENATED MODULE: ./node_modules/slice-ansi/index.js


function applySgrFragments(activeStyles, fragments) {
	for (const fragment of fragments) {
		switch (fragment.type) {
			case 'reset': {
				activeStyles.clear();
				break;
			}

			case 'end': {
				activeStyles.delete(fragment.endCode);
				break;
			}

			case 'start': {
				activeStyles.delete(fragment.endCode);
				activeStyles.set(fragment.endCode, fragment.code);
				break;
			}

			default: {
				break;
			}
		}
	}

	return activeStyles;
}

function undoAnsiCodes(activeStyles) {
	return [...activeStyles.keys()].reverse().join('');
}

function closeHyperlink(hyperlinkToken) {
	return `${hyperlinkToken.closePrefix}${hyperlinkToken.terminator}`;
}

function shouldIncludeSgrAfterEnd(token, activeStyles) {
	let hasStartFragment = false;
	let hasClosingEffect = false;

	for (const fragment of token.fragments) {
		if (fragment.type === 'start') {
			hasStartFragment = true;
			continue;
		}

		if (fragment.type === 'reset' && activeStyles.size > 0) {
			hasClosingEffect = true;
			continue;
		}

		if (fragment.type === 'end' && activeStyles.has(fragment.endCode)) {
			hasClosingEffect = true;
		}
	}

	return hasClosingEffect && !hasStartFragment;
}

function slice_ansi_applySgrToken({token, isPastEnd, activeStyles, returnValue, include, activeHyperlink, position}) {
	if (isPastEnd && !shouldIncludeSgrAfterEnd(token, activeStyles)) {
		return {
			activeStyles,
			activeHyperlink,
			position,
			returnValue,
			include,
		};
	}

	activeStyles = applySgrFragments(activeStyles, token.fragments);
	if (include) {
		returnValue += token.code;
	}

	return {
		activeStyles,
		activeHyperlink,
		position,
		returnValue,
		include,
	};
}

function applyHyperlinkToken({token, isPastEnd, activeStyles, activeHyperlink, position, returnValue, include}) {
	if (
		isPastEnd
		&& (
			token.action !== 'close'
			|| !activeHyperlink
		)
	) {
		return {
			activeStyles,
			activeHyperlink,
			position,
			returnValue,
			include,
		};
	}

	if (token.action === 'open') {
		activeHyperlink = token;
	} else if (token.action === 'close') {
		activeHyperlink = undefined;
	}

	if (include) {
		returnValue += token.code;
	}

	return {
		activeStyles,
		activeHyperlink,
		position,
		returnValue,
		include,
	};
}

function applyControlToken({token, isPastEnd, activeStyles, activeHyperlink, position, returnValue, include}) {
	if (!isPastEnd && include) {
		returnValue += token.code;
	}

	return {
		activeStyles,
		activeHyperlink,
		position,
		returnValue,
		include,
	};
}

function applyCharacterToken({token, start, activeStyles, activeHyperlink, position, returnValue, include}) {
	if (
		!include
		&& position >= start
		&& !token.isGraphemeContinuation
	) {
		include = true;
		returnValue = [...activeStyles.values()].join('');
		if (activeHyperlink) {
			returnValue += activeHyperlink.code;
		}
	}

	if (include) {
		returnValue += token.value;
	}

	position += token.visibleWidth;
	return {
		activeStyles,
		activeHyperlink,
		position,
		returnValue,
		include,
	};
}

const tokenHandlers = {
	sgr: slice_ansi_applySgrToken,
	hyperlink: applyHyperlinkToken,
	control: applyControlToken,
	character: applyCharacterToken,
};

function applyToken(parameters) {
	const tokenHandler = tokenHandlers[parameters.token.type];
	if (!tokenHandler) {
		const {
			activeStyles,
			activeHyperlink,
			position,
			returnValue,
			include,
		} = parameters;

		return {
			activeStyles,
			activeHyperlink,
			position,
			returnValue,
			include,
		};
	}

	return tokenHandler(parameters);
}

function createHasContinuationAheadMap(tokens) {
	const hasContinuationAhead = Array.from({length: tokens.length}, () => false);
	let nextCharacterIsContinuation = false;

	for (let tokenIndex = tokens.length - 1; tokenIndex >= 0; tokenIndex--) {
		const token = tokens[tokenIndex];
		hasContinuationAhead[tokenIndex] = nextCharacterIsContinuation;
		if (token.type === 'character') {
			nextCharacterIsContinuation = Boolean(token.isGraphemeContinuation);
		}
	}

	return hasContinuationAhead;
}

function sliceAnsi(string, start, end) {
	const tokens = tokenizeAnsi(string, {endCharacter: end});
	const hasContinuationAhead = createHasContinuationAheadMap(tokens);
	let activeStyles = new Map();
	let activeHyperlink;
	let position = 0;
	let returnValue = '';
	let include = false;

	for (const [tokenIndex, token] of tokens.entries()) {
		let isPastEnd = end !== undefined && position >= end;
		if (
			isPastEnd
			&& token.type !== 'character'
			&& hasContinuationAhead[tokenIndex]
		) {
			isPastEnd = false;
		}

		if (
			isPastEnd
			&& token.type === 'character'
			&& !token.isGraphemeContinuation
		) {
			break;
		}

		({activeStyles, activeHyperlink, position, returnValue, include} = applyToken({
			token,
			isPastEnd,
			start,
			activeStyles,
			activeHyperlink,
			position,
			returnValue,
			include,
		}));
	}

	if (!include) {
		return '';
	}

	if (activeHyperlink) {
		returnValue += closeHyperlink(activeHyperlink);
	}

	// Disable active codes at the end
	returnValue += undoAnsiCodes(activeStyles);

	return returnValue;
}

;// CONCATENATED MODULE: ./node_modules/log-update/index.js







const log_update_getWidth = (stream, defaultWidth) => stream.columns ?? defaultWidth ?? 80;
const SYNCHRONIZED_OUTPUT_ENABLE = '\u001B[?2026h';
const SYNCHRONIZED_OUTPUT_DISABLE = '\u001B[?2026l';

const fitToTerminalHeight = (stream, wrappedText, defaultHeight) => {
	const terminalHeight = stream.rows ?? defaultHeight ?? 24;
	if (terminalHeight === undefined) {
		return {text: wrappedText, wasClipped: false};
	}

	// Zero height: intentionally produce no output
	if (terminalHeight === 0) {
		return {text: '', wasClipped: wrappedText !== ''};
	}

	const unstyled = stripAnsi(wrappedText);
	const newlineCount = [...unstyled].filter(character => character === '\n').length;
	const linesCount = newlineCount + 1;
	const toRemove = Math.max(0, linesCount - terminalHeight);
	if (toRemove === 0) {
		return {text: wrappedText, wasClipped: false};
	}

	let seen = 0;
	let cut = 0;
	for (const [index, character] of [...unstyled].entries()) {
		if (character === '\n') {
			seen++;
			if (seen === toRemove) {
				cut = index + 1;
				break;
			}
		}
	}

	return {text: sliceAnsi(wrappedText, cut), wasClipped: true};
};

/**
Find common prefix and suffix between frames.
*/
const diffFrames = (previousLines, nextLines) => {
	let start = 0;
	for (; start < previousLines.length && start < nextLines.length; start++) {
		if (previousLines[start] !== nextLines[start]) {
			break;
		}
	}

	let endPrevious = previousLines.length - 1;
	let endNext = nextLines.length - 1;
	while (endPrevious >= start && endNext >= start && previousLines[endPrevious] === nextLines[endNext]) {
		endPrevious--;
		endNext--;
	}

	return {start, endPrevious, endNext};
};

/**
Build a single escape sequence patch to transform previous -> next.
*/
const buildPatch = ({
	prevCount,
	start,
	endPrevious,
	endNext,
	nextLines,
	nextWrappedEndsWithNewline,
}) => {
	let sequence = '';

	// Move cursor up to the first changed line, starting from the trailing blank line.
	const upCount = Math.max(0, prevCount - 1 - start);
	if (upCount > 0) {
		sequence += cursorUp(upCount);
	}

	sequence += cursorLeft;

	// Clear the changed block from the previous frame.
	const linesToClear = Math.max(0, endPrevious - start + 1);
	for (let index = 0; index < linesToClear; index++) {
		sequence += eraseLine;

		if (index < linesToClear - 1) {
			sequence += cursorDown();
		}
	}

	if (linesToClear > 1) {
		sequence += cursorUp(linesToClear - 1);
	}

	sequence += cursorLeft;

	// Write the new changed block.
	const wroteSlice = nextLines.slice(start, endNext + 1);
	if (wroteSlice.length > 0) {
		const chunk = wroteSlice.join('\n');
		sequence += chunk;

		// Ensure we do not leave trailing characters on the last written line
		sequence += eraseEndLine;

		if (nextWrappedEndsWithNewline && !chunk.endsWith('\n')) {
			sequence += '\n';
		}
	}

	// Reposition cursor to the final trailing blank line for the next call
	const currentLine = start + wroteSlice.length;
	const finalLine = nextLines.length - 1;
	const downCount = finalLine - currentLine;
	if (downCount > 0) {
		sequence += cursorDown(downCount);
	}

	return sequence;
};

function createLogUpdate(stream, {showCursor = false, defaultWidth, defaultHeight} = {}) {
	let previousLineCount = 0;
	let previousWidth = log_update_getWidth(stream, defaultWidth);
	let previousOutput = '';
	const useSynchronizedOutput = stream.isTTY === true;

	const write = output => {
		if (output === '') {
			return;
		}

		if (useSynchronizedOutput) {
			stream.write(SYNCHRONIZED_OUTPUT_ENABLE + output + SYNCHRONIZED_OUTPUT_DISABLE);
			return;
		}

		stream.write(output);
	};

	/**
	Normalize, wrap, and height-clip into a concrete frame.

	Returns both the wrapped string and an array of lines, where an empty frame (for `rows === 0`) is represented by `lines.length === 0`.
	*/
	const computeFrame = (text, width) => {
		// Preserve user's trailing newlines, ensure at least one
		const textString = String(text);
		const raw = textString.endsWith('\n') ? textString : `${textString}\n`;
		const wrapped = wrapAnsi(raw, width, {trim: false, hard: true, wordWrap: false});
		const {text: clippedText, wasClipped} = fitToTerminalHeight(stream, wrapped, defaultHeight);

		// Derive lines. Special-case empty string to represent 0 lines.
		const lines = clippedText === '' ? [] : clippedText.split('\n');
		return {wrapped: clippedText, lines, wasClipped};
	};

	const reset = () => {
		previousOutput = '';
		previousWidth = log_update_getWidth(stream, defaultWidth);
		previousLineCount = 0;
	};

	const render = (...arguments_) => {
		if (!showCursor) {
			cli_cursor.hide();
		}

		const width = log_update_getWidth(stream, defaultWidth);
		const {wrapped, lines, wasClipped} = computeFrame(arguments_.join(' '), width);

		// If nothing would be written (rows === 0 after clipping), skip I/O but update state.
		if (lines.length === 0) {
			previousOutput = wrapped;
			previousWidth = width;
			previousLineCount = 0;
			return;
		}

		// Fast no-op path
		if (wrapped === previousOutput && previousWidth === width) {
			return;
		}

		// First frame: just write
		if (previousLineCount === 0) {
			write(wrapped);

			previousOutput = wrapped;
			previousWidth = width;
			previousLineCount = lines.length;
			return;
		}

		// Width changed or content clipped: full erase + write (diffing is invalid across wraps/clips)
		if (previousWidth !== width || wasClipped) {
			write(eraseLines(previousLineCount) + wrapped);

			previousOutput = wrapped;
			previousWidth = width;
			previousLineCount = lines.length;
			return;
		}

		const previousLines = previousOutput === '' ? [] : previousOutput.split('\n');
		const {start, endPrevious, endNext} = diffFrames(previousLines, lines);

		// If nothing changed (including trailing blank logic), bail
		if (start === lines.length && previousLineCount === lines.length) {
			return;
		}

		// If common prefix length is zero, simpler and correct to full erase.
		if (start === 0) {
			write(eraseLines(previousLineCount) + wrapped);

			previousOutput = wrapped;
			previousWidth = width;
			previousLineCount = lines.length;
			return;
		}

		const patch = buildPatch({
			prevCount: previousLineCount,
			start,
			endPrevious,
			endNext,
			nextLines: lines,
			nextWrappedEndsWithNewline: wrapped.endsWith('\n'),
		});

		write(patch);

		previousOutput = wrapped;
		previousWidth = width;
		previousLineCount = lines.length;
	};

	render.clear = () => {
		write(eraseLines(previousLineCount));
		reset();
	};

	render.done = () => {
		reset();
		if (!showCursor) {
			cli_cursor.show();
		}
	};

	render.persist = (...arguments_) => {
		const erasePrevious = previousLineCount > 0 ? eraseLines(previousLineCount) : '';
		if (previousLineCount > 0) {
			previousLineCount = 0;
		}

		const text = `${arguments_.join(' ')}`;
		const width = log_update_getWidth(stream, defaultWidth);
		const {wrapped: wrappedText} = computeFrame(text, width);
		write(erasePrevious + wrappedText);

		reset();
	};

	return render;
}

const logUpdate = createLogUpdate(external_node_process_namespaceObject.stdout);

/* harmony default export */ const log_update = ((/* unused pure expression or super */ null && (logUpdate)));

const logUpdateStderr = createLogUpdate(external_node_process_namespaceObject.stderr);

;// CONCATENATED MODULE: ./src/adapters/hosts/terminal.ts


/** What a line has beside its item: mark, stage, time, and room for a few words. */
const BESIDE = 40;
/** The lines of a terminal: those that stay, and below them one for each piece of work in progress. */
function terminal_terminal(stream) {
    const running = new Set();
    const update = createLogUpdate(stream, { showCursor: true });
    let timer;
    const columns = () => stream.columns || 80;
    const look = () => ({
        // It knows NO_COLOR, FORCE_COLOR and TERM.
        colours: stream.hasColors(),
        width: Math.max(12, Math.min(40, columns() - BESIDE)),
        cut: true
    });
    const draw = () => {
        if (running.size === 0) {
            clearInterval(timer);
            timer = undefined;
            return update.clear();
        }
        // unref: a picture of the work must not keep the process alive.
        timer ??= setInterval(draw, 200).unref();
        const now = performance.now();
        // As many as there is room for, and one line for the cursor: what does not fit cannot be redrawn.
        const shown = [...running].slice(0, Math.max(1, (stream.rows || 24) - 2));
        const { colours, ...plain } = look();
        const lines = shown.map(({ stage, item, note, since }) => {
            const text = lineOf(stage, item, 'running', `${elapsed(now - since)}  ${note}`, { ...plain, colours: false });
            // Cut before it is coloured: a wrapped line is one line more than the next redraw would take away.
            const short = text.length < columns() ? text : `${text.slice(0, columns() - 2)}…`;
            return colours ? short.replace(/^…/, '\u001b[36m…\u001b[39m') : short;
        });
        update(lines.join('\n'));
    };
    return {
        look,
        begin(stage, item) {
            const entry = { stage, item, note: '', since: performance.now() };
            running.add(entry);
            draw();
            return {
                note(text) {
                    entry.note = text;
                    draw();
                },
                end: () => void running.delete(entry)
            };
        },
        /** One piece of text that stays, in one go with the picture below it, so that nothing flickers. */
        print(text) {
            stream.cork();
            update.clear();
            stream.write(`${text}\n`);
            draw();
            stream.uncork();
        }
    };
}

;// CONCATENATED MODULE: ./src/adapters/hosts/local.ts





/** A terminal or a pipe: on a terminal the work in progress is redrawn at the bottom, else each line is printed once. */
function local(stream) {
    const live = stream.isTTY && process.env['TERM'] !== 'dumb' ? terminal_terminal(stream) : undefined;
    const look = live?.look ?? (() => PLAIN);
    const secrets = new Set();
    // Harmless here too: the command line may run as a step of a job.
    const clean = (text) => [...secrets].reduce((shown, secret) => shown.replaceAll(secret, '***'), harmless(text));
    const print = (text) => (live ? live.print(text) : void stream.write(`${text}\n`));
    const word = (colour, text) => look().colours ? (0,external_node_util_.styleText)([colour, 'bold'], text, { validateStream: false }) : text;
    return {
        name: 'local',
        info: (line) => print(clean(line)),
        warn: (line) => print(`${word('yellow', 'warning:')} ${clean(line)}`),
        error(line, at) {
            const place = at ? `${at.file}${at.line ? `:${at.line}` : ''}: ` : '';
            print(`${clean(place)}${word('red', 'error:')} ${clean(line)}`);
        },
        section: (_, text) => print(clean(text)),
        quote: (title, text) => print(`${clean(title)}\n${clean(text).trimEnd().replace(/^/gm, '  | ')}`),
        // Only GitHub's runner masks what others print; here what we print is looked through.
        // What is shorter cannot be told from ordinary words.
        mask: (secret) => formsOf(secret).forEach((form) => form.length > 5 && secrets.add(form)),
        output: async () => { },
        summary: async () => { },
        progress(stage, item) {
            const names = [clean(stage), clean(item)];
            const entry = live?.begin(...names);
            return {
                note: (text) => entry?.note(clean(text)),
                end(outcome, note) {
                    entry?.end();
                    print(lineOf(...names, outcome, clean(note ?? ''), look()));
                }
            };
        }
    };
}


/***/ }),

/***/ 5968:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Wj: () => (/* binding */ refuseContradiction),
/* harmony export */   gP: () => (/* binding */ lacking),
/* harmony export */   xl: () => (/* binding */ finished),
/* harmony export */   yn: () => (/* binding */ different)
/* harmony export */ });
/* harmony import */ var _digest_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(2187);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(3916);


/** Bytes under a name that are not the ones we have. Says both digests. */
const different = (where, name, theirs, ours) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `${name} in ${where} has other bytes: sha256 ${theirs} there, ${ours} here`, {
    hint: 'Nothing was changed. Find out which of the two is right; the same tag must give the same bytes.'
});
/** A published release in the shape of a draft: what lies there is kept, nothing is ever written. */
const finished = (published) => ({
    files: published.files,
    download: (name) => published.download(name),
    async add(file) {
        const there = published.files.find(({ name }) => name === file.name);
        if (!there)
            throw lacking(published, file.name);
        const theirs = await digestOf(published, there);
        if (theirs !== file.sha256)
            throw different(`the published release ${published.tag}`, file.name, theirs, file.sha256);
        return 'kept';
    },
    publish: () => Promise.resolve(published),
    [Symbol.asyncDispose]: () => Promise.resolve()
});
/** The platform's digest of a file, or that of its downloaded bytes. */
const digestOf = async (published, file) => file.sha256 ?? (await (0,_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .sha256Of */ .B)(published.download(file.name)));
/** A file of ours that is not in a release that must not be written to. */
const lacking = (published, name) => new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `the release ${published.tag} is published without ${name}`, {
    hint: `A published release is never written to: ${published.url}. Delete it (and keep its tag), or choose a new tag.`
});
/** Refuses a request that no platform can carry out. */
function refuseContradiction({ tag, prerelease, latest }) {
    if (!prerelease || !latest)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${tag} is a prerelease and cannot be the latest release`, {
        hint: 'Leave out --latest, or --prerelease.'
    });
}


/***/ }),

/***/ 2676:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   DF: () => (/* binding */ refuseSizes),
/* harmony export */   aR: () => (/* binding */ fittedNotes),
/* harmony export */   d3: () => (/* binding */ refuseNames)
/* harmony export */ });
/* unused harmony exports MOST_FILES, LONGEST_NOTES */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);

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
        const why = problem(name) ?? (twin === undefined ? undefined : `falls together with ${JSON.stringify(twin)}`);
        if (why !== undefined)
            bad.push(`${JSON.stringify(name)} ${why}`);
    }
    if (bad.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `names that cannot be published as they are: ${bad.join('; ')}`, {
        hint: 'Use letters, digits, "_", "+", "-" and single dots inside.'
    });
}
const MOST_FILES = 1000;
const LARGEST = 2 ** 31;
/** Rejects ('input') what GitHub would refuse after the first uploads: too many files, empty ones, too large ones. */
function refuseSizes(files) {
    if (files.length > MOST_FILES) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${files.length} files for one release; GitHub allows ${MOST_FILES}`, {
            hint: 'Build fewer targets, or pack files together.'
        });
    }
    const bad = files
        .filter(({ size }) => size === 0 || size >= LARGEST)
        .map(({ name, size }) => `${name} has ${size} bytes`);
    if (bad.length === 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `files that GitHub refuses: ${bad.join('; ')}`, {
        hint: 'A file of a release has at least 1 byte and less than 2 GiB.'
    });
}
/** Most characters that GitHub takes for the notes of a release. */
const LONGEST_NOTES = 125_000;
/**
 * The notes with a mark for us at their end, cut at the end of a line, code fences closed, to what the platform takes:
 * by default GitHub.
 */
function fittedNotes(notes, mark, longest = LONGEST_NOTES, platform = 'GitHub') {
    if (notes.length + mark.length + 2 <= longest)
        return `${notes.trimEnd()}\n\n${mark}`;
    const tail = `\n\n*(The rest of the notes is left out: they are longer than ${platform} allows.)*\n\n${mark}`;
    const room = longest - tail.length - '\n```'.length;
    const end = notes.lastIndexOf('\n', room);
    // Without any line end: not between the halves of a character.
    const cut = notes.slice(0, end > 0 ? end : room).replace(/[\uD800-\uDBFF]$/, '');
    const fences = cut.match(/^```/gm)?.length ?? 0;
    return `${cut}${fences % 2 === 1 ? '\n```' : ''}${tail}`;
}


/***/ }),

/***/ 4582:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ download)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_crypto__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8500);
/* harmony import */ var node_timers_promises__WEBPACK_IMPORTED_MODULE_1___default = /*#__PURE__*/__nccwpck_require__.n(node_timers_promises__WEBPACK_IMPORTED_MODULE_1__);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3916);



/** Thrown inside for what may be tried again. */
class Broken extends Error {
}
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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${shown(what.url)} has sha256 ${seen}, not ${what.sha256}`, {
                hint: 'Something between here and there changed the file. Do not use it; report it if it stays so.'
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
                    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${shown(what.url)} is larger than ${what.limit} bytes`);
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
                throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${shown(what.url)} cannot be downloaded: ${cause.message}`, {
                    hint: 'Check the network and its proxy settings.',
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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${shown(what.url)} is ${length} bytes, more than the ${what.limit} allowed`);
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
        if (cause instanceof _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H || cause instanceof Broken)
            throw cause;
        if (quiet.signal.aborted)
            throw quiet.signal.reason;
        // A name that does not exist will not exist in five seconds: an offline machine should not wait.
        if (reason(cause).startsWith('ENOTFOUND')) {
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${shown(what.url)} cannot be downloaded: ${reason(cause)}`, { cause });
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
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('verification', `${shown(what.url)} leads to ${shown(url.href)}, which is not plain https`);
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${shown(what.url)} cannot be downloaded: status ${response.status} from ${url.host}`);
    }
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('environment', `${shown(what.url)} redirects more than ${REDIRECTS} times`);
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

/***/ 8826:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   SH: () => (/* binding */ GO_ORIGIN),
/* harmony export */   ew: () => (/* binding */ KUBERNETES_OS),
/* harmony export */   pS: () => (/* binding */ KUBERNETES),
/* harmony export */   s2: () => (/* binding */ COSIGN),
/* harmony export */   sh: () => (/* binding */ GO_SUMS),
/* harmony export */   z3: () => (/* binding */ ETCD_MACHINE),
/* harmony export */   zt: () => (/* reexport safe */ _go_mod_js__WEBPACK_IMPORTED_MODULE_0__.zt)
/* harmony export */ });
/* harmony import */ var _go_mod_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(1964);
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
const kubectl = (version, arch, sha256, readAt) => ({
    url: `https://dl.k8s.io/release/${version}/bin/linux/${arch}/kubectl`,
    sha256,
    readAt
});
const KUBECTL_LISTS = 'pin lists of public repositories that agree, each naming the kubectl.sha256 published beside it';
const KUBESPRAY = 'kubernetes-sigs/kubespray roles/kubespray_defaults/vars/main/checksums.yml at 005bdce';
/** By Kubernetes minor. The first is the default. */
const KUBERNETES = {
    '1.37': {
        version: 'v1.37.1',
        etcd: 'v3.7.0',
        kubectl: {
            'linux/amd64': kubectl('v1.37.1', 'amd64', '65691ff77eb6fa44c908b77a1082c9f092c3b9733b5cefabec0d1104890e21a8', KUBECTL_LISTS),
            'linux/arm64': kubectl('v1.37.1', 'arm64', 'ff749f4b78d9c4f1ec87307df9b50119ed819e2094aa9810cb9acffc3286c8c7', KUBECTL_LISTS)
        },
        module: {
            path: 'k8s.io/kubernetes',
            version: 'v1.37.1',
            sum: 'h1:LTUzSbp9n0W7649oVKBYfC48zcoD3vCk++1PZQn28q8=',
            cost: '13 CPU-minutes and 3.1 GiB of memory the first time'
        }
    },
    '1.34': {
        version: 'v1.34.4',
        etcd: 'v3.6.4',
        kubectl: {
            'linux/amd64': kubectl('v1.34.4', 'amd64', 'd50c359d95e0841eaad08ddc27c7be37cba8fdccfba5c8e2ded65e121ff112db', KUBESPRAY),
            'linux/arm64': kubectl('v1.34.4', 'arm64', '5b982c0644ab1e27780246b9085a5886651b4a7ed86243acbb2bacc1bea01dda', KUBESPRAY)
        },
        module: {
            path: 'k8s.io/kubernetes',
            version: 'v1.34.4',
            sum: 'h1:Yy6R4QB8C9kJPp25GFqEvX5XQwY5qzKeqD0Xx6oAcmk=',
            cost: '13 CPU-minutes and 3 GiB of memory the first time'
        }
    }
};
/** What an etcd on PATH must be, for any Kubernetes here. */
const ETCD_MACHINE = '>=3.5.0 <4.0.0';
/** Operating systems for which Kubernetes is built; a control plane runs on Linux. */
const KUBERNETES_OS = ['linux'];


/***/ }),

/***/ 9877:
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

/***/ 5581:
/***/ ((module, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(module, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7975);
/* harmony import */ var node_util__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__nccwpck_require__.n(node_util__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _adapters_hosts_local_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8902);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(3916);
/* harmony import */ var _help_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(1244);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8422);
/* harmony import */ var _main_js__WEBPACK_IMPORTED_MODULE_5__ = __nccwpck_require__(6379);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_6__ = __nccwpck_require__(8992);







// Whoever reads us may go away (`slipway plan | head`, a closed terminal): that is no reason to break off the work.
for (const stream of [process.stdout, process.stderr])
    stream.on('error', () => { });
process.exitCode = await (0,_main_js__WEBPACK_IMPORTED_MODULE_5__/* .main */ .i)(read, (json) => (0,_adapters_hosts_local_js__WEBPACK_IMPORTED_MODULE_1__/* .local */ .s)(json ? process.stderr : process.stdout), {
    print: (text) => void process.stdout.write(`${text}\n`)
});
/** The command line as a request; every flag has its place in the one list of inputs. */
function read() {
    const flags = Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUTS */ .mc).filter(([, { doors }]) => doors.includes('flag'));
    const { values, positionals } = parse({
        ...Object.fromEntries(flags.map(([name, input]) => [name, { type: 'value' in input ? 'string' : 'boolean' }])),
        help: { type: 'boolean', short: 'h' }
    });
    const [word, ...rest] = positionals;
    const command = _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .COMMANDS */ .Lo.find((known) => known === word);
    if (values['help'] || (word === undefined && rest.length === 0))
        return { print: (0,_help_js__WEBPACK_IMPORTED_MODULE_3__/* .help */ .y)(command) };
    if (command === undefined)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `there is no command ${(0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .quote */ .hD)(word ?? '')}${suggested(word ?? '')}`, {
            hint: `Commands: ${_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .COMMANDS */ .Lo.join(', ')}.`
        });
    refuseForeign(command, values);
    return {
        command,
        operands: rest,
        read: (name) => values[name] === undefined ? undefined : { text: String(values[name]), from: `--${name}` }
    };
}
function parse(options) {
    try {
        return (0,node_util__WEBPACK_IMPORTED_MODULE_0__.parseArgs)({ options, allowPositionals: true });
    }
    catch (cause) {
        const message = cause.message.split('. ')[0] ?? '';
        const unknown = /^Unknown option '--([\w-]+)'/.exec(message)?.[1];
        const near = unknown === undefined ? undefined : (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .closest */ .kp)(unknown, Object.keys(options));
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', near ? `${message}; did you mean --${near}?` : message, {
            hint: 'slipway --help lists the flags.',
            cause
        });
    }
}
function refuseForeign(command, values) {
    const foreign = Object.keys(values).filter((name) => name !== 'help' && !_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUTS */ .mc[name].commands.includes(command));
    if (foreign.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_2__/* .Failure */ .H('input', `${command} takes no ${foreign.map((name) => `--${name}`).join(', ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}
function suggested(word) {
    const near = (0,_text_js__WEBPACK_IMPORTED_MODULE_6__/* .closest */ .kp)(word, _inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .COMMANDS */ .Lo);
    return near ? `; did you mean ${near}?` : '';
}

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 2187:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ sha256Of),
/* harmony export */   s: () => (/* binding */ sha256)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7598);
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


/***/ }),

/***/ 3916:
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
    hint;
    constructor(kind, message, detail = {}) {
        super(message, detail);
        this.kind = kind;
        this.hint = detail.hint;
    }
}


/***/ }),

/***/ 1964:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   EY: () => (/* binding */ chooseGo),
/* harmony export */   kW: () => (/* binding */ parseGoMod),
/* harmony export */   zt: () => (/* binding */ DEFAULT_GO)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);

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
    if (!module)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${path} has no module line`, { hint: 'A go.mod starts with: module example.com/name' });
    return { module, go: found.get('go') ?? '', toolchain: found.get('toolchain') };
}
/** The Go that Slipway itself is pinned to, for modules whose go.mod names a language version and no toolchain. */
const DEFAULT_GO = 'go1.26.8';
/**
 * Which Go builds a module, the same on every host: what was asked for, else the `toolchain` line, else a `go` line that
 * names a release (1.21.0 and newer do), else our own pin, since `go 1.19` is a language version and no toolchain.
 */
function chooseGo(mod, asked) {
    if (asked !== 'go.mod')
        return atLeast(asked, mod, 'go-version asks for it');
    if (mod.toolchain && mod.toolchain !== 'default')
        return { version: mod.toolchain, why: 'the toolchain line of go.mod' };
    if (/^1\.(2[1-9]|[3-9]\d|\d{3,})\.\d+$|rc\d+$|beta\d+$/.test(mod.go))
        return { version: `go${mod.go}`, why: 'the go line of go.mod' };
    return atLeast(DEFAULT_GO, mod, mod.go
        ? `go.mod says go ${mod.go}, a language version; this is Slipway's own pin`
        : "go.mod has no go line; this is Slipway's own pin");
}
function atLeast(version, mod, why) {
    if (mod.go && order(version) < order(mod.go))
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `go.mod needs go ${mod.go}, and ${version} is older (${why})`, {
            hint: 'Set go-version, or write a toolchain line into go.mod.'
        });
    return { version, why };
}
/** A number that sorts Go versions; release candidates sort as their release, which is enough for a floor. */
const order = (version) => {
    const [, minor = '0', patch = '0'] = /1\.(\d+)(?:\.(\d+))?/.exec(version) ?? [];
    return Number(minor) * 1000 + Number(patch);
};


/***/ }),

/***/ 1782:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ unbuildable),
/* harmony export */   S: () => (/* binding */ parseTargets)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(8992);
/* harmony import */ var _target_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2577);



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
            if (!(error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H))
                throw error;
            mistakes.push(error);
        }
    }
    const [first, ...more] = mistakes;
    if (first === undefined)
        return [...found.values()];
    if (more.length === 0)
        throw first;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', mistakes.map(({ message }) => message).join('; '), {
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
    return (0,_text_js__WEBPACK_IMPORTED_MODULE_2__/* .closest */ .kp)(translated, known);
}


/***/ }),

/***/ 2577:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ targetEnv),
/* harmony export */   Gz: () => (/* binding */ variantSetting),
/* harmony export */   JW: () => (/* binding */ needsCgo),
/* harmony export */   P4: () => (/* binding */ formatTarget),
/* harmony export */   b6: () => (/* binding */ DEFAULT_TARGETS),
/* harmony export */   hu: () => (/* binding */ parseTarget),
/* harmony export */   je: () => (/* binding */ targetName)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);

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
        { variable: 'GOARM64', pattern: /^v(8\.\d|9\.[0-5])$/, example: 'v8.0 to v8.9, or v9.0 to v9.5', standard: 'v8.0' }
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
            standard: 'rva20u64'
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
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `target ${JSON.stringify(text)} is not of the form os/arch or os/arch/variant`, {
            hint: 'Write it in Go\'s words and lower case, such as "linux/amd64" or "linux/arm/v7".'
        });
    }
    const family = FAMILIES.get(arch);
    if (variant === undefined)
        return family?.shown ? { os, arch, variant: family.standard } : { os, arch };
    if (family === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `target ${JSON.stringify(text)} names a variant, but ${arch} has none`, {
            hint: `Write "${os}/${arch}".`
        });
    }
    if (!family.pattern.test(variant)) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `target ${JSON.stringify(text)} has the variant ${JSON.stringify(variant)}`, {
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
/** The variant's variable and value as build info holds them, where Go records one. */
function variantSetting(target) {
    const name = FAMILIES.get(target.arch)?.variable;
    const value = name === undefined ? undefined : targetEnv(target)[name];
    return name === undefined || !value ? undefined : [name, value];
}
/** Why a target cannot be built without cgo whatever the code, if so (MustLinkExternal and DefaultPIE in internal/platform). */
function needsCgo({ os, arch }) {
    if (os === 'ios' || (os === 'android' && arch !== 'arm64')) {
        return `${os}/${arch} always needs cgo and an external linker, and Slipway builds without cgo`;
    }
    return undefined;
}


/***/ }),

/***/ 1244:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ help)
/* harmony export */ });
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(8422);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(8992);


const WHAT = {
    auto: 'a tag is released; anything else is gated',
    plan: 'print what would happen, and do nothing',
    build: 'binaries, archives, SBOMs and checksums into --out',
    gate: 'build, prove, rehearse signing; publish nothing',
    release: 'all of it: build, prove, sign, publish, verify',
    verify: 'check a release as a careful downloader does: slipway verify DIR',
    crds: 'print SMI CRDs for kubectl apply --server-side',
    schema: 'print the JSON Schema of slipway.yaml'
};
/** What `slipway --help` prints, and `slipway COMMAND --help` for one command; made from the one list of inputs. */
function help(command) {
    const flags = Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .INPUTS */ .mc)
        .filter(([, { doors, commands }]) => doors.includes('flag') && (command === undefined || commands.includes(command)))
        .flatMap(([name, { value, description, default: fallback }]) => [
        [`  --${name}${value ? ` ${value}` : ''}`, description],
        ...(fallback && fallback !== 'false' ? [['', `default: ${fallback}`]] : [])
    ]);
    return [
        'Slipway releases Go programs that live on Kubernetes, and proves them before it does.',
        '',
        `usage: slipway ${command ?? 'COMMAND'} [flags]`,
        '',
        ...(command === undefined
            ? [...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)(_inputs_js__WEBPACK_IMPORTED_MODULE_0__/* .COMMANDS */ .Lo.map((name) => [`  ${name}`, WHAT[name]])), '']
            : [`  ${WHAT[command]}`, '']),
        ...(0,_text_js__WEBPACK_IMPORTED_MODULE_1__/* .columns */ .YB)(flags),
        '',
        'Exit status: 0 done, 2 wrong input, 3 something is missing, 4 a tool failed, 5 a check said no, 6 the host refused.'
    ].join('\n');
}


/***/ }),

/***/ 8422:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Lo: () => (/* binding */ COMMANDS),
/* harmony export */   TL: () => (/* binding */ parseInputs),
/* harmony export */   mc: () => (/* binding */ INPUTS)
/* harmony export */ });
/* unused harmony export OUTPUTS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3916);
/* harmony import */ var _go_target_list_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(1782);
/* harmony import */ var _go_target_js__WEBPACK_IMPORTED_MODULE_2__ = __nccwpck_require__(2577);
/* harmony import */ var _smi_crds_js__WEBPACK_IMPORTED_MODULE_3__ = __nccwpck_require__(8609);
/* harmony import */ var _text_js__WEBPACK_IMPORTED_MODULE_4__ = __nccwpck_require__(8992);





const COMMANDS = ['auto', 'plan', 'build', 'gate', 'release', 'verify', 'crds', 'schema'];
/** Commands that look at a source tree; `auto` becomes one of them. */
const PIPELINE = ['auto', 'plan', 'build', 'gate', 'release'];
const PROVING = ['auto', 'plan', 'gate', 'release'];
const PUBLISHING = ['auto', 'plan', 'release'];
const list = (text) => text
    .split(/[\n,]/)
    .map((item) => item.trim())
    .filter(Boolean);
const flag = (text) => oneOf('true', 'false')(text) === 'true';
const oneOf = (...known) => (text) => {
    const found = known.find((item) => item === text);
    if (found === undefined)
        throw new Error(`must be one of ${known.join(', ')}, not ${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(text)}`);
    return found;
};
const targets = (text) => (0,_go_target_list_js__WEBPACK_IMPORTED_MODULE_1__/* .parseTargets */ .S)(list(text));
/** A path below the folder where we run or an absolute one; never an option, never with control characters. */
const path = (text) => {
    if (text.startsWith('-'))
        throw new Error(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(text)} starts with "-" and would be taken for an option`);
    if (/\p{Cc}/u.test(text))
        throw new Error(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(text)} holds a control character`);
    return text;
};
const mains = (text) => list(text).map((item) => {
    if (!/^\.(\/[\w.+~-]+)*$/.test(item) || item.includes('..'))
        throw new Error(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(item)} is not a package folder such as ./cmd/tool`);
    return item;
});
const semver = (text) => {
    if (text !== '' && !/^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/.test(text))
        throw new Error(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(text)} is not a version such as 1.2.3`);
    return text.replace(/^v/, '');
};
const goVersion = (text) => {
    if (text !== 'go.mod' && !/^(go)?1\.\d+(\.\d+)?((rc|beta)\d+)?$/.test(text))
        throw new Error(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(text)} is neither go.mod nor a Go version such as 1.26.8`);
    return text === 'go.mod' ? text : `go${text.replace(/^go/, '')}`;
};
const minors = (text) => text === 'none'
    ? []
    : list(text).map((item) => {
        if (!/^1\.\d{1,3}$/.test(item))
            throw new Error(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(item)} is not a Kubernetes minor such as 1.37`);
        return item;
    });
const destination = (text) => {
    if (text === '')
        return text;
    return path(text);
};
/** The one list of inputs: flags, action.yml, slipway.yaml, its schema and the README's tables come from it. */
const INPUTS = {
    command: {
        description: 'What to do. auto: a tag is released; a pull request, or anything else, is gated and nothing is published.',
        default: 'auto',
        commands: PIPELINE,
        doors: ['action'],
        value: 'COMMAND',
        parse: oneOf(...PIPELINE)
    },
    module: {
        description: 'Folder of the go.mod, for modules in a subdirectory.',
        default: '.',
        commands: PIPELINE,
        doors: ['flag', 'action'],
        value: 'DIR',
        parse: path
    },
    out: {
        description: 'Folder for everything that is made; it git-ignores itself.',
        default: '.slipway',
        commands: PIPELINE,
        doors: ['flag', 'action'],
        value: 'DIR',
        parse: path
    },
    targets: {
        description: 'Platforms to build: os/arch or os/arch/variant, separated by commas or lines.',
        default: _go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .DEFAULT_TARGETS */ .b6.map(_go_target_js__WEBPACK_IMPORTED_MODULE_2__/* .formatTarget */ .P4).join(','),
        commands: PIPELINE,
        doors: ['flag', 'action', 'file'],
        value: 'OS/ARCH,…',
        parse: targets
    },
    main: {
        description: 'Main packages to build, such as ./cmd/tool; left out: those in . and ./cmd, or every one where there are none.',
        default: '',
        commands: PIPELINE,
        doors: ['flag', 'action', 'file'],
        value: './PKG,…',
        parse: mains
    },
    version: {
        description: 'The version to build, when several tags or none are on the commit.',
        default: '',
        commands: PIPELINE,
        doors: ['flag', 'action'],
        value: 'V',
        parse: semver
    },
    'go-version': {
        description: 'The Go to build with. go.mod: what its toolchain or go line asks for.',
        default: 'go.mod',
        commands: PIPELINE,
        doors: ['flag', 'action', 'file'],
        value: 'go.mod|VERSION',
        parse: goVersion
    },
    kubernetes: {
        description: 'Kubernetes minor to prove against; none: no proof.',
        default: '1.37',
        commands: PROVING,
        doors: ['flag', 'action', 'file'],
        value: 'MINOR|none',
        parse: minors
    },
    cluster: {
        description: 'Where the proof runs. auto takes the first provider that works here and says which.',
        default: 'auto',
        commands: PROVING,
        doors: ['flag', 'action', 'file'],
        value: 'auto|control-plane',
        parse: oneOf('auto', 'control-plane')
    },
    suites: {
        description: 'What to prove. auto: smi when the program imports the SMI SDK, workload when it talks to Kubernetes.',
        default: 'auto',
        commands: PROVING,
        doors: ['flag', 'action', 'file'],
        value: 'auto|none|smi,workload',
        parse: (text) => text === 'auto' ? text : text === 'none' ? [] : list(text).map(oneOf('smi', 'workload'))
    },
    sign: {
        description: 'How to sign checksums.txt. auto: a key when there is one, else keyless when the job has an identity token, else a rehearsal with a throw-away key and an unsigned release.',
        default: 'auto',
        commands: PROVING,
        doors: ['flag', 'action', 'file'],
        value: 'auto|key|keyless|none',
        parse: oneOf('auto', 'key', 'keyless', 'none')
    },
    'sign-key': {
        description: 'The signing key: a file, a KMS reference, or env://COSIGN_PRIVATE_KEY. Its password is COSIGN_PASSWORD.',
        default: '',
        commands: PUBLISHING,
        doors: ['flag', 'action', 'file'],
        value: 'REF',
        parse: path
    },
    to: {
        description: 'Where to publish: github, a folder, or none. auto: github in a job of GitHub Actions; elsewhere it has to be said.',
        default: 'auto',
        commands: PUBLISHING,
        doors: ['flag', 'action'],
        value: 'auto|none|github|DIR',
        parse: destination
    },
    prerelease: {
        description: 'Whether the release is a prerelease. auto: when its version says so, as 1.2.0-rc.1 does.',
        default: 'auto',
        commands: PUBLISHING,
        doors: ['flag', 'action'],
        value: 'auto|true|false',
        parse: oneOf('auto', 'true', 'false')
    },
    latest: {
        description: 'Whether the release becomes the latest. auto: when it is the highest stable version.',
        default: 'auto',
        commands: PUBLISHING,
        doors: ['flag', 'action'],
        value: 'auto|true|false',
        parse: oneOf('auto', 'true', 'false')
    },
    token: {
        description: 'Token that may write releases (contents: write). On the command line: GITHUB_TOKEN.',
        default: '',
        actionDefault: '${{ github.token }}',
        commands: PUBLISHING,
        doors: ['action'],
        value: 'TOKEN',
        parse: (text) => text
    },
    key: {
        description: 'verify: the public key that must have signed, a file or a KMS reference.',
        default: '',
        commands: ['verify'],
        doors: ['flag'],
        value: 'FILE|REF',
        parse: path
    },
    identity: {
        description: 'verify: the certificate identity that must have signed (keyless).',
        default: '',
        commands: ['verify'],
        doors: ['flag'],
        value: 'URL',
        parse: path
    },
    issuer: {
        description: 'verify: who must have vouched for that identity.',
        default: '',
        commands: ['verify'],
        doors: ['flag'],
        value: 'URL',
        parse: path
    },
    set: {
        description: 'crds: the set of SMI CRDs to print.',
        default: 'all',
        commands: ['crds'],
        doors: ['flag'],
        value: 'NAME',
        parse: oneOf(..._smi_crds_js__WEBPACK_IMPORTED_MODULE_3__/* .CRD_SETS */ .G6)
    },
    storage: {
        description: 'crds: the version that is stored of a kind, such as TrafficSplit=v1alpha2; left out: the newest.',
        default: '',
        commands: ['crds'],
        doors: ['flag'],
        value: 'KIND=VERSION,…',
        parse: (text) => Object.fromEntries(list(text).map((item) => {
            const [, kind, version] = /^([A-Za-z]+)=(v[0-9a-z]+)$/.exec(item) ?? [];
            if (!kind || !version)
                throw new Error(`${(0,_text_js__WEBPACK_IMPORTED_MODULE_4__/* .quote */ .hD)(item)} is not of the form KIND=VERSION`);
            return [kind, version];
        }))
    },
    'dry-run': {
        description: 'Print the plan and stop.',
        default: 'false',
        commands: PIPELINE,
        doors: ['flag', 'action'],
        parse: flag
    },
    json: {
        description: 'Print the plan, the outcome and errors as JSON.',
        default: 'false',
        commands: COMMANDS,
        doors: ['flag'],
        parse: flag
    }
};
/** What the step hands on, in action.yml's order. */
const OUTPUTS = {
    version: 'The version that was built, without v.',
    tag: 'The tag that was released; empty for a gate.',
    'release-url': 'Where the published release is; empty when nothing was published.',
    artifacts: 'JSON list of the artifacts: name, kind, target, size, sha256.',
    checksums: 'Path of checksums.txt.',
    manifest: 'Path of manifest.json.',
    compatibility: 'passed, failed or skipped.'
};
/** Reads every input, then reports every mistake at once, each with where the value stood. */
function parseInputs(read) {
    const config = {};
    const mistakes = [];
    for (const [name, input] of Object.entries(INPUTS)) {
        const given = read(name);
        const text = given?.text.trim();
        try {
            config[name] = input.parse(text ? text : input.default);
        }
        catch (error) {
            const { message, hint } = error;
            mistakes.push(`${given?.from ?? name}: ${message}${hint ? ` (${hint})` : ''}`);
        }
    }
    if (mistakes.length)
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', mistakes.join('\n'), { hint: 'See "Inputs" in the README, or --help.' });
    return config;
}


/***/ }),

/***/ 8301:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   $6: () => (/* binding */ textAt),
/* harmony export */   $N: () => (/* binding */ canonical),
/* harmony export */   Ft: () => (/* binding */ isSame),
/* harmony export */   Gv: () => (/* binding */ isObject),
/* harmony export */   OA: () => (/* binding */ fields),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   ai: () => (/* binding */ number),
/* harmony export */   at: () => (/* binding */ at),
/* harmony export */   ld: () => (/* binding */ items),
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
/** JSON with sorted keys: equal data gives equal text. */
const canonical = (value) => JSON.stringify(value, (_, inner) => inner && typeof inner === 'object' && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
    : inner);
/** Equal but for the order of keys. */
const isSame = (a, b) => canonical(a) === canonical(b);


/***/ }),

/***/ 6379:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __nccwpck_require__(8161);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __nccwpck_require__(3916);
// EXTERNAL MODULE: ./src/inputs.ts
var inputs = __nccwpck_require__(8422);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __nccwpck_require__(370);
;// CONCATENATED MODULE: ./src/config.ts


const PROJECT_FILE = 'slipway.yaml';
const NO_PROJECT = { name: undefined, builds: [], archiveFiles: [] };
/** The inputs: flags or Action inputs first, then slipway.yaml beside the go.mod, then the defaults. */
async function readConfig(files, folder, read) {
    const bytes = await files.read((0,external_node_path_.join)(folder, PROJECT_FILE));
    if (!bytes)
        return { config: (0,inputs/* parseInputs */.TL)(read), project: NO_PROJECT };
    // The schema library is heavy, and most repositories have no such file.
    const { parseProject } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(692), __nccwpck_require__.e(330)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4330));
    const file = parseProject(Buffer.from(bytes).toString('utf8'), PROJECT_FILE);
    return { config: (0,inputs/* parseInputs */.TL)((name) => read(name) ?? file.read(name)), project: file.project };
}

;// CONCATENATED MODULE: ./src/go/modules.ts

/**
 * `go mod verify`: the module cache holds what go.sum says. Not for vendored modules, which lie in the repository.
 * Rejects with a 'verification' Failure that has go's words.
 */
async function verifyModules(run, go, folder, env, signal) {
    try {
        await run([go, 'mod', 'verify'], { cwd: folder, env, signal });
    }
    catch (error) {
        signal.throwIfAborted();
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        throw new errors/* Failure */.H('verification', 'the module cache differs from go.sum (go mod verify)', {
            hint: 'Somebody changed it: go clean -modcache, and try again.',
            cause: error.cause
        });
    }
}

// EXTERNAL MODULE: ./src/digest.ts
var digest = __nccwpck_require__(2187);
// EXTERNAL MODULE: ./src/json.ts
var src_json = __nccwpck_require__(8301);
;// CONCATENATED MODULE: ./src/ledger.ts



function ledger_ledger(files, folder) {
    const place = (step, input) => (0,external_node_path_.join)(folder, 'steps', `${step}-${(0,digest/* sha256 */.s)((0,src_json/* canonical */.$N)(input)).slice(0, 32)}.json`);
    const known = async (step, input) => {
        const record = parse(await files.read(place(step, input)));
        // The name holds half of the digest; the whole input decides.
        if (!record || record.step !== step || (0,src_json/* canonical */.$N)(record.input) !== (0,src_json/* canonical */.$N)(input))
            return undefined;
        const found = await Promise.all(record.files.map(({ path }) => files.digest((0,external_node_path_.join)(folder, path))));
        const whole = found.every((digest, i) => digest !== undefined && digest.sha256 === record.files[i]?.sha256);
        return whole ? record.value : undefined;
    };
    return {
        known,
        async once(step, input, make) {
            const before = await known(step, input);
            if (before !== undefined)
                return { value: before, reused: true };
            const { value, files: made } = await make();
            await files.write(place(step, input), `${(0,src_json/* canonical */.$N)({ step, input, value, files: made.map(({ path, sha256, size }) => ({ path, sha256, size })) })}\n`);
            return { value, reused: false };
        }
    };
}
/** A record that cannot be read is no record: the step is done again. */
function parse(bytes) {
    if (!bytes)
        return undefined;
    try {
        const record = JSON.parse(Buffer.from(bytes).toString('utf8'));
        return record.files.every(({ path }) => typeof path === 'string') ? record : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./src/go-mod.ts
var go_mod = __nccwpck_require__(1964);
// EXTERNAL MODULE: ./node_modules/semver/index.js
var semver = __nccwpck_require__(2088);
var semver_default = /*#__PURE__*/__nccwpck_require__.n(semver);
;// CONCATENATED MODULE: ./src/go/stamp.ts


/**
 * What go 1.24 and newer write into build info as the main module's version: the highest tag of the form vX.Y.Z on the
 * commit that fits the module path, else a pseudo-version made from the history that is there
 * (cmd/go/internal/load/pkg.go, setBuildInfo). Throws an 'input' Failure where a shallow clone would decide the bytes.
 */
function stampedVersion(facts, tag, version, go) {
    // In a subdirectory it depends on whether the repository's root is a module too.
    if (tag === undefined || facts.dirty.length > 0 || facts.moduleDir !== '' || minor(go) < 24)
        return { version: undefined };
    const fits = (name) => /^v\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$/.test(name) && majorOf(facts.module).includes(semver_default().parse(name)?.major ?? -1);
    const [highest] = facts.tags.filter(fits).sort((semver_default()).rcompare);
    if (highest === tag)
        return { version: tag };
    if (highest !== undefined)
        return {
            version: highest,
            note: `go takes the version of this module from the tag ${highest}, which lies on the same commit`
        };
    const why = `${tag} is no version of ${facts.module} to go, which wants ${wanted(facts.module, version)}`;
    if (facts.shallow)
        throw new errors/* Failure */.H('input', `${why}; from a shallow clone it would write another version than from a whole one`, {
            hint: 'Fetch the whole history (actions/checkout: fetch-depth: 0), or tag as go wants it.'
        });
    return { version: undefined, note: `${why}: build info has a pseudo-version` };
}
/** The major versions that a module path may have (https://go.dev/ref/mod#major-version-suffixes). */
function majorOf(module) {
    const [, slash, dot] = /(?:\/v(\d+)|\.v(\d+))$/.exec(module) ?? [];
    const major = slash ?? (module.startsWith('gopkg.in/') ? dot : undefined);
    return major === undefined ? [0, 1] : [Number(major)];
}
const wanted = (module, version) => {
    const major = semver_default().major(version);
    return majorOf(module).includes(major) ? `v${version.replace(/\+.*/, '')}` : `a module path that ends in /v${major}`;
};
const minor = (go) => Number(/^go1\.(\d+)/.exec(go)?.[1] ?? 0);

// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __nccwpck_require__(2577);
;// CONCATENATED MODULE: ./src/plan/archives.ts


/** Where a file of an archive plan lies in the archive. */
const nameInArchive = (file) => file.replace(/^(\.\.\/)+/, '');
/** An archive for each target, named after `name` and `version`. Throws an 'input' Failure where two files would share a name. */
function archivePlans(targets, builds, { name, version }, files) {
    const archives = targets.map((target) => {
        const own = `${name}_${version}_${(0,go_target/* targetName */.je)(target)}`;
        const format = target.os === 'windows' ? 'zip' : 'tar.gz';
        const binaries = builds
            .filter((build) => build.target === target)
            .flatMap((build) => build.binaries)
            .map((binary) => ({
            name: binary.name,
            path: binary.path,
            sbom: `${binary.name}_${version}_${(0,go_target/* targetName */.je)(target)}.cdx.json`
        }));
        return { target, name: `${own}.${format}`, format, binaries, files: files };
    });
    refuseClashes(archives);
    return archives;
}
/** Two files whose names differ in case only cannot lie in one folder on macOS or Windows. */
function refuseClashes(archives) {
    const names = archives.flatMap(({ name, binaries }) => [name, ...binaries.map(({ sbom }) => sbom)]);
    const seen = new Map();
    for (const name of names) {
        const other = seen.get(name.toLowerCase());
        if (other !== undefined)
            throw new errors/* Failure */.H('input', `two files of the release would be named ${name}${other === name ? '' : ` and ${other}`}`, {
                hint: 'Two main packages or targets share a name: set builds[].name in slipway.yaml, or drop one target.'
            });
        seen.set(name.toLowerCase(), name);
    }
}

;// CONCATENATED MODULE: ./src/go/flags.ts

/**
 * Joins arguments into one value of `-ldflags` or `-gcflags`, so that the go command splits it into the same arguments
 * (cmd/internal/quoted: quotes count only at the start of an argument, and there are no escapes). Throws an 'input'
 * Failure for what that syntax cannot carry.
 */
function quoteFlags(args) {
    return args.map(quote).join(' ');
}
function quote(arg) {
    if (arg.includes('\0'))
        throw new errors/* Failure */.H('input', `build flag ${JSON.stringify(arg)} holds a NUL character`);
    if (arg !== '' && !/[ \t\r\n]/.test(arg) && !/^['"]/.test(arg))
        return arg;
    if (!arg.includes("'"))
        return `'${arg}'`;
    if (!arg.includes('"'))
        return `"${arg}"`;
    throw new errors/* Failure */.H('input', `build flag ${JSON.stringify(arg)} holds spaces and both kinds of quotes`, {
        hint: 'The go command has no way to quote it; leave out the spaces or one kind of quotes.'
    });
}

;// CONCATENATED MODULE: ./src/go/command.ts



/** Variables that change what the compiler makes and that a project may set. */
const SETTABLE = ['GOEXPERIMENT', 'GOFIPS140'];
/** The command for one target. Run it in the module's folder. Throws an 'input' Failure for what cannot be built at once. */
function goBuild(build) {
    const { ldflags = [], gcflags = [], tags = [], env = {} } = build.settings ?? {};
    const { version, commit, date } = build.stamp;
    const stamps = Object.entries({ version, commit, date }).flatMap(([name, value]) => ['-X', `main.${name}=${value}`]);
    const outputs = outputsOf(build);
    return {
        argv: [
            build.go,
            'build',
            '-trimpath',
            '-buildvcs=true',
            build.vendored ? '-mod=vendor' : '-mod=readonly',
            ...(build.jobs === undefined ? [] : ['-p', String(build.jobs)]),
            ...(tags.length === 0 ? [] : ['-tags', tags.map(checkTag).join(',')]),
            ...(gcflags.length === 0 ? [] : ['-gcflags', compilerFlags(gcflags)]),
            '-ldflags',
            quoteFlags(['-s', '-w', '-buildid=', ...stamps, ...ldflags]),
            '-o',
            `${build.outDir}/`,
            ...build.mains
        ],
        env: {
            ...build.env,
            ...checkEnv(env),
            ...(0,go_target/* targetEnv */.Dm)(build.target),
            CGO_ENABLED: '0',
            GOENV: 'off',
            GOWORK: 'off',
            GOFLAGS: '',
            GOTOOLCHAIN: 'local',
            GIT_OPTIONAL_LOCKS: '0'
        },
        outputs
    };
}
/**
 * The file name, without `.exe`, that `go build -o DIR/` gives a main package: the last element of its import path, or
 * the one before it when the last is a major version (exeFromImportPath in cmd/go/internal/load/pkg.go).
 */
function execName(importPath) {
    const elements = importPath.split('/');
    const last = elements.at(-1) ?? '';
    return (/^v([2-9]|[1-9]\d+)$/.test(last) ? elements.at(-2) : undefined) ?? last;
}
function outputsOf({ mains, target, outDir }) {
    if (mains.length === 0)
        throw new errors/* Failure */.H('input', 'there is no main package to build');
    const taken = new Map();
    return mains.map((main) => {
        if (!/^[\p{L}\p{N}_~][\p{L}\p{N}._~+/-]*$/u.test(main) || main.includes('...')) {
            throw new errors/* Failure */.H('input', `${JSON.stringify(main)} is not the import path of a package`);
        }
        const name = execName(main);
        // Go would let the second overwrite the first, and case does not count on Windows and macOS.
        const other = taken.get(name.toLowerCase());
        if (other !== undefined) {
            throw new errors/* Failure */.H('input', `${other} and ${main} both become a program named ${name}`, {
                hint: 'Rename the folder of one of them.'
            });
        }
        taken.set(name.toLowerCase(), main);
        return { main, path: `${outDir}/${name}${target.os === 'windows' ? '.exe' : ''}` };
    });
}
/** A first flag in quotes, or one that is no flag, would be read as a package pattern. */
function compilerFlags(flags) {
    const value = quoteFlags(flags);
    if (!/^(-|[^-'"=\s]+=)/.test(value)) {
        throw new errors/* Failure */.H('input', `compiler flags ${JSON.stringify(value)} do not begin with a flag or PATTERN=`, {
            hint: 'Write the flags as "-N" or "all=-N", the one with spaces not first.'
        });
    }
    return value;
}
function checkTag(tag) {
    if (/^[\p{L}\p{N}_.]+$/u.test(tag))
        return tag;
    throw new errors/* Failure */.H('input', `${JSON.stringify(tag)} is not a build tag`, {
        hint: 'A tag is letters, digits, underscores and dots.'
    });
}
function checkEnv(env) {
    const settable = SETTABLE;
    const refused = Object.keys(env).filter((name) => !settable.includes(name));
    if (refused.length === 0)
        return env;
    throw new errors/* Failure */.H('input', `a build may not set ${refused.join(', ')}`, {
        hint: `It may set ${SETTABLE.join(' and ')}.`
    });
}

;// CONCATENATED MODULE: ./src/plan/builds.ts



/** A build for each target and each group of programs with equal settings. */
function buildPlans(targets, mains, settings, version, facts) {
    const groups = settingsGroups(mains, settings);
    return targets.flatMap((target) => groups.map((group) => buildOf(target, group, version, facts)));
}
/** Programs with equal settings are built by one `go build`, which takes a fifth to a third less than one by one. */
function settingsGroups(mains, builds) {
    const unknown = builds.filter((build) => !mains.some(({ dir }) => dir === build.main));
    if (unknown.length)
        throw new errors/* Failure */.H('input', `slipway.yaml has settings for ${unknown.map(({ main }) => main).join(', ')}, which is not built`, {
            hint: `Main packages: ${mains.map(({ dir }) => dir).join(', ')}`
        });
    const groups = new Map();
    for (const main of mains) {
        const own = builds.find((build) => build.main === main.dir);
        const { ldflags = [], gcflags = [], tags = [], env = {}, name } = own ?? {};
        const settings = { ldflags, gcflags, tags, env };
        // A name of its own needs a call of its own: `go build -o FOLDER/` names programs by their import paths.
        const key = JSON.stringify(name === undefined ? settings : { ...settings, name });
        const group = groups.get(key) ?? { settings, mains: [] };
        group.mains.push({ ...main, name: name ?? execName(main.importPath) });
        groups.set(key, group);
    }
    return [...groups.values()];
}
/** Stands for the folder that `go build` writes to, which is known when the build runs. */
const BUILD_OUTPUT = '{out}';
function buildOf(target, { mains, settings }, version, facts) {
    const stamp = { version, commit: facts.commit, date: facts.committedAt };
    const fill = (flag) => flag.replace(/\{(version|commit|date)\}/g, (_, name) => stamp[name]);
    const { argv, env, outputs } = goBuild({
        go: 'go',
        target,
        mains: mains.map(({ importPath }) => importPath),
        outDir: BUILD_OUTPUT,
        stamp,
        vendored: facts.vendored,
        settings: { ...settings, ldflags: settings.ldflags.map(fill) },
        env: {}
    });
    const suffix = target.os === 'windows' ? '.exe' : '';
    const binaries = mains.map(({ name, importPath }, i) => ({
        name,
        main: importPath,
        made: (outputs[i]?.path ?? '').slice(BUILD_OUTPUT.length + 1),
        path: `bin/${(0,go_target/* targetName */.je)(target)}/${name}${suffix}`
    }));
    return { target, binaries, argv, env };
}

// EXTERNAL MODULE: ./src/text.ts
var src_text = __nccwpck_require__(8992);
;// CONCATENATED MODULE: ./src/version.ts



/** The version inside a tag of this module (`v1.2.3`, `1.2.3`, `sub/v1.2.3`), or undefined when it is not one of its. */
function versionOfTag(tag, moduleDir) {
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    if (!tag.startsWith(prefix))
        return undefined;
    const rest = tag.slice(prefix.length);
    return /^v?\d+\.\d+\.\d+/.test(rest)
        ? ((semver_default().valid(rest.replace(/^v/, ''), { loose: false }) && rest.replace(/^v/, '')) ?? undefined)
        : undefined;
}
/** Never guesses: a release has exactly one tag that somebody named, or the only one there is. */
function chooseVersion(asked, seen) {
    const short = seen.commit.slice(0, 7);
    const here = seen.tags.filter((tag) => versionOfTag(tag, seen.moduleDir) !== undefined);
    if (asked.version !== '') {
        const tag = here.find((tag) => versionOfTag(tag, seen.moduleDir) === asked.version);
        if (!tag && asked.release)
            throw new errors/* Failure */.H('input', `commit ${short} has no tag for version ${asked.version}${listed(seen.tags)}`, {
                hint: `Tag it (git tag v${asked.version}) and check that tag out.`
            });
        return { version: asked.version, tag, why: '--version names it' };
    }
    if (asked.event.tag !== undefined) {
        const tag = asked.event.tag;
        const version = versionOfTag(tag, seen.moduleDir);
        if (version === undefined)
            throw new errors/* Failure */.H('input', `the tag ${(0,src_text/* quote */.hD)(tag)} is not a version of this module`, {
                hint: `Tags look like ${seen.moduleDir === '' ? '' : `${seen.moduleDir}/`}v1.2.3; give --version to build something else.`
            });
        if (!seen.tags.includes(tag))
            throw new errors/* Failure */.H('input', `this run is for the tag ${(0,src_text/* quote */.hD)(tag)}, which is not on commit ${short}`, {
                hint: seen.allTags.includes(tag)
                    ? 'The tag was moved, or another commit is checked out: check out the tag itself.'
                    : 'The tag is not in this clone: fetch tags (actions/checkout: fetch-depth: 0), or it was deleted.'
            });
        return { version, tag, why: 'the tag that started this run' };
    }
    const [only, ...others] = here;
    if (only !== undefined && others.length === 0)
        return { version: versionOfTag(only, seen.moduleDir) ?? '', tag: only, why: `the only version tag on ${short}` };
    if (!asked.release)
        return {
            version: `0.0.0-snapshot.${short}`,
            tag: undefined,
            why: only === undefined
                ? `commit ${short} has no version tag: a snapshot`
                : `commit ${short} has several version tags (${here.join(', ')}): a snapshot`
        };
    if (only !== undefined)
        throw new errors/* Failure */.H('input', `commit ${short} has several version tags: ${here.join(', ')}`, {
            hint: 'Say which one is released: --version.'
        });
    throw new errors/* Failure */.H('input', `commit ${short} has no version tag${listed(seen.tags)}`, {
        hint: seen.shallow
            ? 'This clone is shallow: fetch tags (actions/checkout: fetch-depth: 0).'
            : 'Tag the commit (git tag v1.2.3), or use build or gate for a snapshot.'
    });
}
/** Whether this version is a stable one, higher than every other stable version that has a tag (T10). */
function isHighest(version, moduleDir, allTags) {
    if (semver_default().prerelease(version))
        return false;
    return allTags.every((tag) => {
        const other = versionOfTag(tag, moduleDir);
        return other === undefined || semver_default().prerelease(other) !== null || semver_default().compare(other, version) <= 0;
    });
}
const isPrerelease = (version) => semver_default().prerelease(version) !== null;
const listed = (tags) => (tags.length ? ` (its tags: ${tags.map(src_text/* quote */.hD).join(', ')})` : '');

;// CONCATENATED MODULE: ./src/plan/publication.ts


function publication(mode, config, tag, version, facts, around) {
    if (mode !== 'release')
        return { skip: `${mode} publishes nothing` };
    if (around.event.untrusted !== undefined)
        throw new errors/* Failure */.H('input', `this run may not publish: ${around.event.untrusted}`, {
            hint: 'Use gate for pull requests.'
        });
    if (config.to === 'none')
        return { skip: 'to is none' };
    const to = config.to === 'auto' ? (around.repository ? 'github' : undefined) : config.to;
    if (to === undefined)
        throw new errors/* Failure */.H('input', 'nobody said where to publish', { hint: 'Give --to DIR, --to github or --to none.' });
    if (tag === undefined)
        throw new Error('a release plan without a tag');
    const prerelease = config.prerelease === 'auto' ? isPrerelease(version) : config.prerelease === 'true';
    const latest = config.latest === 'auto'
        ? !prerelease && isHighest(version, facts.moduleDir, facts.allTags)
        : config.latest === 'true';
    if (latest && prerelease)
        throw new errors/* Failure */.H('input', 'a prerelease cannot be the latest release', {
            hint: 'Leave latest or prerelease at auto.'
        });
    return { work: [{ to, tag, prerelease, latest }] };
}

;// CONCATENATED MODULE: ./src/plan/signing.ts

function signing(mode, config, around) {
    if (config.sign === 'none')
        return { skip: 'sign is none' };
    if (mode === 'gate')
        return { work: [{ mode: 'rehearsal', why: 'a gate signs nothing that ships' }] };
    const key = config['sign-key'] || (around.hasKey ? 'env://COSIGN_PRIVATE_KEY' : '');
    if (config.sign === 'key' || (config.sign === 'auto' && key !== '')) {
        if (key === '')
            throw new errors/* Failure */.H('environment', 'sign is key, and there is no key', {
                hint: 'Set COSIGN_PRIVATE_KEY and COSIGN_PASSWORD, or name the key: --sign-key FILE|KMS.'
            });
        return { work: [{ mode: 'key', why: config.sign === 'key' ? 'sign is key' : 'there is a key', key }] };
    }
    if (config.sign === 'keyless' || around.hasIdentity) {
        if (!around.hasIdentity)
            throw new errors/* Failure */.H('environment', 'sign is keyless, and this job has no identity token', {
                hint: 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.'
            });
        return {
            work: [
                {
                    mode: 'keyless',
                    why: config.sign === 'keyless' ? 'sign is keyless' : 'no key, and the job has an identity token'
                }
            ]
        };
    }
    return { work: [{ mode: 'rehearsal', why: 'neither a key nor an identity token: the release is NOT signed' }] };
}

;// CONCATENATED MODULE: ./src/smi/versions.ts
/** The repository's name under any owner, vendored, or a fork with a suffix. */
const SDK = 'smi-(?:sdk-go|controller-sdk)(?:-[\\w.-]+)?(?:/v\\d+)?';
const VERSION = 'v\\d+(?:(?:alpha|beta)\\d+)?';
/** smi-sdk-go and smi-controller-sdk keep their types in `apis/GROUP/VERSION`. */
const TYPES = new RegExp(`(?:^|/)${SDK}/(?:pkg/)?apis/(access|specs|split)/(${VERSION})$`);
/** The generated clients, listers and informers of smi-sdk-go, one package a version. */
const CLIENTS = new RegExp(`(?:^|/)${SDK}/pkg/gen/client/(access|specs|split)/.+/\\1/(${VERSION})(?:/fake)?$`);
/** Flagger has TrafficSplit alone, as its own copy. */
const COPIES = new RegExp(`(?:^|/)flagger/pkg/apis/smi/(${VERSION})$`);
/** Whether a package belongs to an SMI SDK: what such packages import says nothing about the program. */
const isSmiSdk = (importPath) => new RegExp(`(?:^|/)${SDK}(?:/|$)`).test(importPath);
/**
 * The SMI APIs that a program speaks, sorted, read from the packages it imports. Give it the direct imports of every
 * package that is not itself of an SDK (`isSmiSdk`): the SDK's clientset imports every version there is, so the whole
 * graph would name them all. metrics.smi-spec.io is left out: it is an aggregated API and has no CRD.
 */
const smiVersions = (importPaths) => {
    const found = importPaths.flatMap((path) => {
        const [, api, version] = TYPES.exec(path) ?? CLIENTS.exec(path) ?? [];
        if (api !== undefined && version !== undefined)
            return [`${api}.smi-spec.io/${version}`];
        const copy = COPIES.exec(path)?.[1];
        return copy === undefined ? [] : [`split.smi-spec.io/${copy}`];
    });
    return [...new Set(found)].sort().map((groupVersion) => {
        const [group = '', version = ''] = groupVersion.split('/');
        return { group, version };
    });
};

;// CONCATENATED MODULE: ./src/plan/trials.ts


function trials(config, { imports }, name, version, around) {
    if (config.kubernetes.length === 0)
        return { skip: 'kubernetes is none' };
    const speaks = smiVersions(imports);
    const client = imports.some((path) => /^k8s\.io\/client-go\/|^sigs\.k8s\.io\/controller-runtime/.test(path));
    const suites = config.suites === 'auto'
        ? [...(speaks.length ? ['smi'] : []), ...(client || speaks.length ? ['workload'] : [])]
        : config.suites;
    if (suites.length === 0)
        return {
            skip: config.suites === 'auto' ? 'the program imports neither the SMI SDK nor a Kubernetes client' : 'suites is none'
        };
    if ('missing' in around.provider)
        throw new errors/* Failure */.H('environment', `no cluster can be made here: ${around.provider.missing}`, {
            hint: 'Run on Linux, or release without proof: --kubernetes none.'
        });
    const { offers } = around.provider;
    const unknown = config.kubernetes.filter((minor) => !offers.includes(minor));
    if (unknown.length)
        throw new errors/* Failure */.H('input', `Kubernetes ${unknown.join(', ')} is not pinned`, {
            hint: `Offered: ${offers.join(', ')}.`
        });
    return {
        work: config.kubernetes.flatMap((kubernetes) => suites.map((suite) => suite === 'smi'
            ? {
                suite,
                kubernetes,
                with: { set: 'all', speaks: speaks.map(({ group, version }) => `${group}/${version}`) }
            }
            : {
                suite,
                kubernetes,
                with: { name, image: `slipway.invalid/${name.toLowerCase()}:${version.replace(/[^\w.-]/g, '-')}` }
            }))
    };
}

;// CONCATENATED MODULE: ./src/plan.ts









/** Which command `auto` means, and why. */
function chooseMode(command, event) {
    if (command === 'build' || command === 'gate')
        return { mode: command, why: `the command ${command}` };
    if (command === 'release')
        return { mode: command, why: 'the command release' };
    return event.kind === 'tag'
        ? { mode: 'release', why: 'a tag started this run' }
        : { mode: 'gate', why: event.kind === 'pull-request' ? 'a pull request is gated' : 'no tag started this run' };
}
/** Pure: the same inputs and facts give the same plan. Throws a Failure for what cannot be done, before anything is. */
function plan({ mode, why }, config, project, facts, analysis, contents, around) {
    const { version, tag, why: versionFrom } = chooseVersion({ version: config.version, event: around.event, release: mode === 'release' }, facts);
    refuseDirt(mode, facts, analysis);
    const name = project.name ?? projectName(facts.module);
    const go = (0,go_mod/* chooseGo */.EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version']);
    const builds = buildPlans(config.targets, analysis.mains, project.builds, version, facts);
    const archives = archivePlans(config.targets, builds, { name, version }, contents.archiveFiles);
    const stamped = stampedVersion(facts, tag, version, go.version);
    return {
        mode,
        why,
        name,
        module: facts.module,
        moduleDir: facts.moduleDir,
        version,
        versionFrom,
        moduleVersion: stamped.version,
        tag,
        commit: facts.commit,
        committedAt: facts.committedAt,
        modified: facts.dirty.length > 0,
        dirtyDigest: facts.dirtyDigest,
        vendored: facts.vendored,
        go,
        builds,
        archives,
        trials: mode === 'build' ? { skip: 'build proves nothing' } : trials(config, analysis, name, version, around),
        signing: mode === 'build' ? { skip: 'build signs nothing' } : signing(mode, config, around),
        publication: publication(mode, config, tag, version, facts, around),
        notes: [...notes(facts, analysis, around.event), ...(stamped.note === undefined ? [] : [stamped.note])]
    };
}
/** The last element of the module path that is not a major version. */
const projectName = (module) => {
    const parts = module.split('/').filter((part) => !/^v\d+$/.test(part));
    return (parts.at(-1) ?? module).replace(/\.v\d+$/, '');
};
function refuseDirt(mode, facts, analysis) {
    if (mode !== 'release')
        return;
    if (facts.dirty.length)
        throw new errors/* Failure */.H('input', `the work tree differs from commit ${facts.commit.slice(0, 7)}: ${some(facts.dirty)}`, {
            hint: 'A release holds what its commit holds: commit, stash or ignore those files.'
        });
    if (analysis.untracked.length)
        throw new errors/* Failure */.H('input', `the build would take in files that git does not hold: ${some(analysis.untracked)}`, {
            hint: 'Commit them, or build without them: nobody else could build this release.'
        });
}
function notes(facts, { untracked, leftOut }, event) {
    return [
        ...(leftOut.length ? [`not built: ${some(leftOut)}; --main names programs outside of . and ./cmd`] : []),
        ...(event.untrusted === undefined ? [] : [`${event.untrusted}: nothing is signed or published`]),
        ...(facts.dirty.length
            ? [`the work tree has ${facts.dirty.length} changed or untracked files: this build is nobody else's`]
            : []),
        ...(untracked.length ? [`the build takes in files that git does not hold: ${some(untracked)}`] : []),
        ...(facts.shallow ? ['this clone is shallow: "latest" is decided by the tags that are here'] : [])
    ];
}
const some = (paths) => paths.slice(0, 5).join(', ') + (paths.length > 5 ? `, and ${paths.length - 5} more` : '');

;// CONCATENATED MODULE: ./src/go/inspect/reader.ts

const decoder = new TextDecoder('latin1');
/** Reads `bytes`; every read outside of them throws a 'verification' Failure that names `format`. */
function reader(bytes, littleEndian, format) {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const within = (at, length) => {
        if (Number.isSafeInteger(at) && at >= 0 && length >= 0 && at + length <= bytes.length)
            return at;
        throw malformed(format, `it wants ${length} bytes at ${at} of ${bytes.length}`);
    };
    return {
        size: bytes.length,
        u8: (at) => view.getUint8(within(at, 1)),
        u16: (at) => view.getUint16(within(at, 2), littleEndian),
        u32: (at) => view.getUint32(within(at, 4), littleEndian),
        u64: (at) => {
            const value = view.getBigUint64(within(at, 8), littleEndian);
            if (value > Number.MAX_SAFE_INTEGER)
                throw malformed(format, `it holds the offset ${value}`);
            return Number(value);
        },
        bytes: (at, length) => bytes.subarray(within(at, length), at + length),
        text: (at, max = 256) => {
            const piece = bytes.subarray(within(at, 0), Math.min(at + max, bytes.length));
            const end = piece.indexOf(0);
            return decoder.decode(end < 0 ? piece : piece.subarray(0, end));
        }
    };
}
function malformed(format, seen) {
    return new errors/* Failure */.H('verification', `not a whole ${format} file: ${seen}`, {
        hint: 'The file is cut off or damaged; build it again.'
    });
}

;// CONCATENATED MODULE: ./src/go/inspect/unquote.ts
const SHORT = {
    a: '\u0007',
    b: '\b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    '\\': '\\',
    '"': '"'
};
/** Reads a string literal of Go (strconv.Unquote, double quotes and back quotes); undefined when it is none. */
function unquoteGo(literal) {
    if (/^`[^`]*`$/.test(literal))
        return literal.slice(1, -1);
    if (!/^"(?:[^"\\]|\\.)*"$/.test(literal))
        return undefined;
    let broken = false;
    const text = literal
        .slice(1, -1)
        .replace(/\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|(.))/g, (_, byte, short, long, octal, letter = '') => {
        const code = octal === undefined ? parseInt(byte ?? short ?? long ?? '', 16) : parseInt(octal, 8);
        const plain = Number.isNaN(code)
            ? SHORT[letter]
            : code > 0x10ffff
                ? undefined
                : String.fromCodePoint(code);
        if (plain === undefined)
            broken = true;
        return plain ?? '';
    });
    return broken ? undefined : text;
}

;// CONCATENATED MODULE: ./src/go/inspect/build-info.ts


/** How the blob begins; its strings are inline, after a header of 32 bytes, when flag 2 is set (debug/buildinfo). */
const MAGIC = Buffer.from('\u{ff} Go buildinf:', 'latin1');
const HEADER = 32;
const FLAGS = 15;
const INLINE_STRINGS = 2;
/** What stands around the text (infoStart and infoEnd in cmd/go/internal/modload). */
const START = Buffer.from('3077af0c9274080241e1c107e6d618e6', 'hex');
const END = Buffer.from('f932433186182072008242104116d8f2', 'hex');
/**
 * Reads the build info of Go 1.18 or later; undefined when there is none. Throws a 'verification' Failure when there is
 * one that cannot be read.
 */
function readBuildInfo({ format, data, goVersion = '' }) {
    if (data === undefined)
        return undefined;
    if (format === 'Wasm') {
        const text = findText(buffer(data.bytes));
        return text === undefined ? undefined : parseBuildInfo(goVersion, text);
    }
    const at = findMagic(data);
    return at === undefined ? undefined : readBlob(buffer(data.bytes.subarray(at)));
}
function findMagic({ address, bytes }) {
    const haystack = buffer(bytes);
    for (let at = haystack.indexOf(MAGIC); at >= 0; at = haystack.indexOf(MAGIC, at + 1)) {
        if ((address + at) % 16 === 0 && at + HEADER <= bytes.length)
            return at;
    }
    return undefined;
}
function findText(bytes) {
    const start = bytes.indexOf(START);
    if (start < 0)
        return undefined;
    const end = bytes.indexOf(END, start);
    if (end < 0)
        throw damaged('its text has no end');
    return bytes.toString('utf8', start + START.length, end);
}
function readBlob(blob) {
    if (((blob[FLAGS] ?? 0) & INLINE_STRINGS) === 0)
        throw damaged('it is of a Go older than 1.18');
    const version = readString(blob, HEADER);
    const framed = readString(blob, version.next).value;
    return parseBuildInfo(version.value.toString('utf8'), framed.length === 0 ? '' : (findText(framed) ?? ''));
}
/** A length as an unsigned varint, then so many bytes. */
function readString(blob, start) {
    let length = 0;
    let at = start;
    for (let shift = 0;; shift += 7) {
        const byte = blob[at++];
        if (byte === undefined || shift > 28)
            throw damaged(`a length at ${start} has no end`);
        length += (byte & 0x7f) * 2 ** shift;
        if (byte < 0x80)
            break;
    }
    if (at + length > blob.length)
        throw damaged(`a text at ${at} goes past the end`);
    return { value: blob.subarray(at, at + length), next: at + length };
}
/** Reads the lines that `go version -m` prints. */
function parseBuildInfo(goVersion, text) {
    let path = '';
    let main;
    const deps = [];
    const settings = new Map();
    let last;
    for (const line of text.split('\n')) {
        const [word, ...columns] = line.split('\t');
        const rest = columns.join('\t');
        switch (word) {
            case 'path':
                path = rest;
                break;
            case 'mod':
                main = readModule(columns, line);
                last = 'main';
                break;
            case 'dep':
                deps.push(readModule(columns, line));
                last = 'dep';
                break;
            case '=>': {
                const replace = readModule(columns, line);
                const replaced = last === 'main' ? main : deps.at(-1);
                if (last === undefined || replaced === undefined)
                    throw damaged(`a replacement without a module: ${line}`);
                if (last === 'main')
                    main = { ...replaced, replace };
                else
                    deps[deps.length - 1] = { ...replaced, replace };
                last = undefined;
                break;
            }
            case 'build': {
                const [name, value] = readSetting(rest);
                settings.set(name, value);
            }
        }
    }
    return { goVersion, path, main, deps, settings };
}
function readModule([path, version, sum = ''], line) {
    if (!path || version === undefined)
        throw damaged(`a module without a version: ${line.slice(0, 200)}`);
    return { path, version, sum };
}
function readSetting(text) {
    const match = /^("(?:[^"\\]|\\.)*"|`[^`]*`|[^="`\s]+)=(.*)$/s.exec(text);
    if (match === null)
        throw damaged(`a setting without a value: ${text.slice(0, 200)}`);
    const [name, value] = match.slice(1).map((part) => (/^["`]/.test(part) ? unquoteGo(part) : part));
    if (name === undefined || value === undefined)
        throw damaged(`a setting in broken quotes: ${text.slice(0, 200)}`);
    return [name, value];
}
function damaged(seen) {
    return malformed('Go build info', seen);
}
function buffer(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

;// CONCATENATED MODULE: ./src/go/inspect/image.ts
/** More libraries than any program needs: past it the table is garbage. */
const MOST_LIBRARIES = 4096;
/** Go's name for a machine number. */
function archName(names, machine) {
    return names[machine] ?? `machine 0x${machine.toString(16)}`;
}

;// CONCATENATED MODULE: ./src/go/inspect/elf.ts


const PT_LOAD = 1;
const PT_DYNAMIC = 2;
const PT_INTERP = 3;
const PF_W = 2;
const DT_NEEDED = 1;
const DT_STRTAB = 5;
const SHT_NOBITS = 8;
/** Reads an ELF file of either class and byte order (System V ABI, chapters 4 and 5). */
function readElf(bytes) {
    const wide = bytes[4] === 2;
    const little = bytes[5] === 1;
    if ((!wide && bytes[4] !== 1) || (!little && bytes[5] !== 2))
        throw malformed('ELF', 'its class or byte order is unknown');
    const read = reader(bytes, little, 'ELF');
    const segments = readSegments(read, wide);
    const interp = segments.find(({ type }) => type === PT_INTERP);
    return {
        format: 'ELF',
        arch: elfArch(read.u16(18), wide, little),
        interpreter: interp && read.text(interp.offset),
        libraries: neededLibraries(read, wide, segments),
        data: buildInfoRegion(read, wide, segments)
    };
}
function elfArch(machine, wide, little) {
    const end = little ? 'le' : '';
    if (machine === 8)
        return `mips${wide ? '64' : ''}${end}`;
    if (machine === 21)
        return `ppc64${end}`;
    return archName({ 3: '386', 22: 's390x', 40: 'arm', 62: 'amd64', 183: 'arm64', 243: 'riscv64', 258: 'loong64' }, machine);
}
function readSegments(read, wide) {
    const table = wide ? read.u64(32) : read.u32(28);
    const entry = read.u16(wide ? 54 : 42);
    const count = read.u16(wide ? 56 : 44);
    return Array.from({ length: count }, (_, i) => {
        const at = table + i * entry;
        return wide
            ? {
                type: read.u32(at),
                flags: read.u32(at + 4),
                offset: read.u64(at + 8),
                address: read.u64(at + 16),
                size: read.u64(at + 32)
            }
            : {
                type: read.u32(at),
                flags: read.u32(at + 24),
                offset: read.u32(at + 4),
                address: read.u32(at + 8),
                size: read.u32(at + 16)
            };
    });
}
function neededLibraries(read, wide, segments) {
    const dynamic = segments.find(({ type }) => type === PT_DYNAMIC);
    if (dynamic === undefined)
        return [];
    const word = wide ? 8 : 4;
    const number = wide ? read.u64 : read.u32;
    const names = [];
    let strings;
    for (let at = dynamic.offset; at + 2 * word <= dynamic.offset + dynamic.size; at += 2 * word) {
        const tag = number(at);
        if (tag === 0)
            break;
        if (tag === DT_NEEDED)
            names.push(number(at + word));
        if (names.length > MOST_LIBRARIES)
            throw malformed('ELF', `it needs more than ${MOST_LIBRARIES} libraries`);
        if (tag === DT_STRTAB)
            strings = number(at + word);
    }
    if (names.length === 0)
        return [];
    const home = segments.find(({ type, address, size }) => type === PT_LOAD && strings !== undefined && address <= strings && strings < address + size);
    if (home === undefined || strings === undefined)
        throw malformed('ELF', 'it needs libraries but has no names for them');
    const base = home.offset + (strings - home.address);
    return names.map((name) => read.text(base + name));
}
/** The section `.go.buildinfo`, or the first writable segment of a file without section names. */
function buildInfoRegion(read, wide, segments) {
    const table = wide ? read.u64(40) : read.u32(32);
    const entry = read.u16(wide ? 58 : 46);
    const count = table === 0 ? 0 : read.u16(wide ? 60 : 48);
    const names = read.u16(wide ? 62 : 50);
    const section = (index) => {
        const at = table + index * entry;
        return {
            name: read.u32(at),
            type: read.u32(at + 4),
            flags: 0,
            address: wide ? read.u64(at + 16) : read.u32(at + 12),
            offset: wide ? read.u64(at + 24) : read.u32(at + 16),
            size: wide ? read.u64(at + 32) : read.u32(at + 20)
        };
    };
    if (names < count) {
        const strings = section(names);
        for (let i = 0; i < count; i++) {
            const found = section(i);
            if (found.type === SHT_NOBITS || read.text(strings.offset + found.name, 16) !== '.go.buildinfo')
                continue;
            return { address: found.address, bytes: read.bytes(found.offset, found.size) };
        }
    }
    const writable = segments.find(({ type, flags }) => type === PT_LOAD && (flags & PF_W) !== 0);
    return writable && { address: writable.address, bytes: read.bytes(writable.offset, writable.size) };
}

;// CONCATENATED MODULE: ./src/go/inspect/macho.ts


const LC_SEGMENT_64 = 0x19;
/** LC_LOAD_DYLIB and its weak, re-exported, lazy and upward kinds. */
const LOAD_DYLIB = [0x0c, 0x80000018, 0x8000001f, 0x20, 0x80000023];
const ARCH = { 0x01000007: 'amd64', 0x0100000c: 'arm64' };
/** Reads a 64-bit little-endian Mach-O file, the only kind that Go makes (mach-o/loader.h). */
function readMachO(bytes) {
    const read = reader(bytes, true, 'Mach-O');
    const libraries = [];
    let data;
    let at = 32;
    for (let left = read.u32(16); left > 0; left--) {
        const command = read.u32(at);
        const size = read.u32(at + 4);
        if (size < 8)
            throw malformed('Mach-O', `load command ${command} is ${size} bytes long`);
        read.bytes(at, size);
        if (LOAD_DYLIB.includes(command))
            libraries.push(read.text(at + read.u32(at + 8)));
        if (libraries.length > MOST_LIBRARIES)
            throw malformed('Mach-O', `it loads more than ${MOST_LIBRARIES} libraries`);
        if (command === LC_SEGMENT_64) {
            const sections = read.u32(at + 64);
            if (72 + sections * 80 > size)
                throw malformed('Mach-O', `a segment of ${size} bytes names ${sections} sections`);
            for (let i = 0; i < sections; i++) {
                const section = at + 72 + i * 80;
                if (read.text(section, 16) !== '__go_buildinfo')
                    continue;
                data ??= { address: read.u64(section + 32), bytes: read.bytes(read.u32(section + 48), read.u64(section + 40)) };
            }
        }
        at += size;
    }
    return {
        format: 'Mach-O',
        arch: archName(ARCH, read.u32(4)),
        interpreter: undefined,
        libraries,
        data
    };
}

;// CONCATENATED MODULE: ./src/go/inspect/pe.ts


const pe_ARCH = { 0x014c: '386', 0x01c4: 'arm', 0x8664: 'amd64', 0xaa64: 'arm64' };
/** Reads a PE32 or PE32+ file (Microsoft's "PE Format"). */
function readPe(bytes) {
    const read = reader(bytes, true, 'PE');
    const header = read.u32(60);
    if (read.text(header, 4) !== 'PE')
        throw malformed('PE', 'it has no PE signature');
    const optional = header + 24;
    const magic = read.u16(optional);
    if (magic !== 0x10b && magic !== 0x20b)
        throw malformed('PE', `its optional header says 0x${magic.toString(16)}`);
    const directories = optional + (magic === 0x20b ? 112 : 96);
    const table = optional + read.u16(header + 20);
    const sections = Array.from({ length: read.u16(header + 6) }, (_, i) => readSection(read, table + i * 40));
    const imports = read.u32(directories - 4) > 1 ? read.u32(directories + 8) : 0;
    const data = sections.find(({ name }) => name === '.data');
    return {
        format: 'PE',
        arch: archName(pe_ARCH, read.u16(header + 4)),
        interpreter: undefined,
        libraries: imports === 0 ? [] : importedLibraries(read, sections, imports),
        data: data && regionOf(read, data)
    };
}
function readSection(read, at) {
    return {
        name: read.text(at, 8),
        virtualSize: read.u32(at + 8),
        address: read.u32(at + 12),
        size: read.u32(at + 16),
        offset: read.u32(at + 20)
    };
}
function regionOf(read, { address, virtualSize, offset, size }) {
    return { address, bytes: read.bytes(offset, Math.min(size, virtualSize)) };
}
/** The import directory: 20 bytes a library, ended by one without a name. */
function importedLibraries(read, sections, address) {
    const place = (wanted) => {
        const home = sections.find((section) => section.address <= wanted && wanted < section.address + section.size);
        if (home === undefined)
            throw malformed('PE', `its imports lie at 0x${wanted.toString(16)}, outside of every section`);
        return home.offset + (wanted - home.address);
    };
    const libraries = [];
    for (let at = place(address);; at += 20) {
        const name = read.u32(at + 12);
        if (name === 0)
            return libraries;
        if (libraries.length === MOST_LIBRARIES)
            throw malformed('PE', `it imports more than ${MOST_LIBRARIES} libraries`);
        libraries.push(read.text(place(name)));
    }
}

;// CONCATENATED MODULE: ./src/go/inspect/wasm.ts

const CUSTOM_SECTION = 0;
const DATA_SECTION = 11;
/**
 * Reads a WebAssembly module (core specification, chapter 5.5). Go writes no build info blob into it: its text is found
 * among the data, and Go's version in the custom section "producers" (tool-conventions/ProducersSection.md).
 */
function readWasm(bytes) {
    const { data, producers } = readSections(reader(bytes, true, 'Wasm'));
    return {
        format: 'Wasm',
        arch: 'wasm',
        interpreter: undefined,
        libraries: [],
        data: data && { address: 0, bytes: data },
        goVersion: producers && languageVersion(reader(producers, true, 'Wasm'))
    };
}
function readSections(read) {
    let data;
    let producers;
    let at = 8;
    while (at < read.size) {
        const id = read.u8(at);
        const size = leb128(read, at + 1);
        const content = read.bytes(size.next, size.value);
        if (id === DATA_SECTION)
            data = content;
        if (id === CUSTOM_SECTION) {
            const name = readName(reader(content, true, 'Wasm'), 0);
            if (name.value === 'producers')
                producers = content.subarray(name.next);
        }
        at = size.next + size.value;
    }
    if (at !== read.size)
        throw malformed('Wasm', `its header is ${read.size} bytes long`);
    return { data, producers };
}
/** The version beside "Go" in the field "language". */
function languageVersion(read) {
    const fields = leb128(read, 0);
    let at = fields.next;
    for (let field = 0; field < fields.value; field++) {
        const name = readName(read, at);
        const values = leb128(read, name.next);
        at = values.next;
        for (let i = 0; i < values.value; i++) {
            const value = readName(read, at);
            const version = readName(read, value.next);
            if (name.value === 'language' && value.value === 'Go')
                return version.value;
            at = version.next;
        }
    }
    return undefined;
}
function readName(read, at) {
    const size = leb128(read, at);
    const next = size.next + size.value;
    return { value: Buffer.from(read.bytes(size.next, size.value)).toString('utf8'), next };
}
/** An unsigned LEB128 number of at most 32 bits. */
function leb128(read, start) {
    let value = 0;
    for (let i = 0; i < 5; i++) {
        const byte = read.u8(start + i);
        value += (byte & 0x7f) * 2 ** (7 * i);
        if (byte < 0x80)
            return { value, next: start + i + 1 };
    }
    throw malformed('Wasm', `a number at ${start} is longer than 32 bits`);
}

;// CONCATENATED MODULE: ./src/go/inspect/binary.ts





/**
 * Says what a binary is, by its own bytes. Throws a 'verification' Failure for a file of a known format that is cut off
 * or damaged. Reads in place: only the texts it returns are copied.
 */
function inspect(bytes) {
    const image = readImage(bytes);
    if (image === undefined)
        return { format: 'unchecked' };
    const { format, arch, interpreter, libraries } = image;
    return { format, arch, interpreter, libraries, build: readBuildInfo(image) };
}
function readImage(bytes) {
    const begins = (...magic) => magic.every((byte, i) => bytes[i] === byte);
    if (begins(0x7f, 0x45, 0x4c, 0x46))
        return readElf(bytes);
    if (begins(0xcf, 0xfa, 0xed, 0xfe))
        return readMachO(bytes);
    if (begins(0x4d, 0x5a))
        return readPe(bytes);
    if (begins(0x00, 0x61, 0x73, 0x6d))
        return readWasm(bytes);
    return undefined;
}

;// CONCATENATED MODULE: ./src/go/inspect/traces.ts
/** As much of what stands around a trace as helps to see where it comes from. */
const AROUND = 80;
/** Folders of fewer names (`/root`, `/tmp`, `C:\`) are passed over: programs name those for reasons of their own. */
const NAMES = 2;
/** A sentence for each trace that is in the bytes as a folder, that is, followed by a slash or backslash. */
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
    return traces.flatMap(({ what, text }) => {
        const folder = text.replace(/[\\/]+$/, '');
        if (folder.split(/[\\/]/).filter((name) => name !== '' && !/^[A-Za-z]:$/.test(name)).length < NAMES)
            return [];
        const spellings = [...new Set([folder, folder.replaceAll('\\', '/')])].filter(mayHold);
        const at = spellings.map((spelling) => findFolder(haystack, spelling)).find((place) => place >= 0);
        if (at === undefined)
            return [];
        const seen = haystack.toString('latin1', at, at + folder.length + AROUND).replace(/[^ -~].*/s, '');
        return [`it holds ${what} of the build machine: ${JSON.stringify(seen)}`];
    });
}
/** The first two names of a folder, with what stands before them. */
const STEM = /^(?:[A-Za-z]:)?(?:[\\/]+[^\\/]+){2}/;
/** Where the folder's name is followed by a slash or backslash, or -1. */
function findFolder(haystack, folder) {
    for (let at = haystack.indexOf(folder); at >= 0; at = haystack.indexOf(folder, at + 1)) {
        const next = haystack[at + Buffer.byteLength(folder)];
        if (next === 0x2f || next === 0x5c)
            return at;
    }
    return -1;
}

;// CONCATENATED MODULE: ./src/go/inspect/check.ts


/** Systems whose programs must need no library at all; others always load their C library through the system's loader. */
const STATIC = ['linux', 'freebsd', 'netbsd', 'dragonfly'];
/** Part of every Windows; what else a program imports has to be shipped with it. */
const WINDOWS = /^(kernel32|ntdll|advapi32|user32|ws2_32|winmm|shell32|ole32|oleaut32|crypt32|bcrypt|bcryptprimitives|iphlpapi|userenv|api-ms-win-[\w-]+)\.dll$/i;
const MACOS = /^(\/usr\/lib\/|\/System\/Library\/)/;
/** What is wrong with a binary, a sentence each; empty when it is what was asked for. */
function problems(bytes, found, expected) {
    const traces = findTraces(bytes, expected.traces);
    const wanted = formatOf(expected.target.os);
    if (found.format !== wanted) {
        return [
            `it is ${describe(found.format)}, and ${(0,go_target/* formatTarget */.P4)(expected.target)} wants ${describe(wanted)}`,
            ...traces
        ];
    }
    if (found.format === 'unchecked')
        return traces;
    return [
        ...machineProblems(found, expected.target),
        ...linkProblems(found, expected.target.os),
        ...buildProblems(found.build, expected),
        ...traces
    ];
}
/** The format of a system's programs. */
function formatOf(os) {
    switch (os) {
        case 'windows':
            return 'PE';
        case 'darwin':
        case 'ios':
            return 'Mach-O';
        case 'js':
        case 'wasip1':
            return 'Wasm';
        case 'aix':
        case 'plan9':
            return 'unchecked';
        default:
            return 'ELF';
    }
}
function describe(format) {
    return format === 'unchecked'
        ? 'of a format that Slipway cannot read'
        : `${format === 'ELF' ? 'an' : 'a'} ${format} file`;
}
function machineProblems({ arch }, target) {
    return arch === target.arch ? [] : [`it is for ${arch}, and ${(0,go_target/* formatTarget */.P4)(target)} was asked for`];
}
function linkProblems({ interpreter, libraries }, os) {
    if (STATIC.includes(os)) {
        const needs = [...(interpreter === undefined ? [] : [`the loader ${interpreter}`]), ...libraries];
        return needs.length === 0 ? [] : [`it is linked dynamically and needs ${needs.join(', ')}`];
    }
    const own = os === 'windows' ? WINDOWS : os === 'darwin' ? MACOS : undefined;
    const foreign = own === undefined ? [] : libraries.filter((library) => !own.test(library));
    return foreign.length === 0 ? [] : [`it needs ${foreign.join(', ')}, which ${os} does not bring along`];
}
function buildProblems(build, expected) {
    if (build === undefined)
        return ['it has no Go build info: it is no Go program, or was stripped after the build'];
    const variant = (0,go_target/* variantSetting */.Gz)(expected.target);
    const settings = [
        ['GOOS', expected.target.os],
        ['GOARCH', expected.target.arch],
        ...(variant === undefined ? [] : [variant]),
        ['CGO_ENABLED', '0'],
        ['-trimpath', 'true'],
        ['vcs.revision', expected.commit],
        ['vcs.modified', String(expected.modified)]
    ];
    const version = build.goVersion.split(' ')[0] ?? '';
    const differs = (what, seen, wanted) => seen === wanted ? [] : [`its ${what} is ${seen ?? 'not recorded'}, not ${wanted}`];
    return [
        ...differs('Go version', version, expected.goVersion),
        ...differs('main package', build.path, expected.main),
        ...differs('module', build.main?.path, expected.module),
        ...(expected.moduleVersion === undefined
            ? []
            : differs('module version', build.main?.version, expected.moduleVersion)),
        ...settings.flatMap(([name, wanted]) => differs(name, build.settings.get(name), wanted))
    ];
}

;// CONCATENATED MODULE: ./src/stages/build.ts
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







/** All that decides the bytes of a build. */
const buildInput = (plan, build) => ({
    commit: plan.commit,
    dirty: plan.dirtyDigest,
    module: plan.module,
    dir: plan.moduleDir,
    go: plan.go.version,
    argv: build.argv,
    env: build.env,
    binaries: build.binaries
});
/** Compiles one target, opens what came out, and puts it in place only when it is what was asked for. */
async function buildTarget(tools, plan, build, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, out } = tools;
        const scratch = __addDisposableResource(env_1, await files.scratch('build'), true);
        const [, ...args] = build.argv;
        const output = (0,external_node_path_.join)(scratch.path, 'out');
        await tools.run([tools.go.path, ...args.map((arg) => (arg === `${BUILD_OUTPUT}/` ? `${output}/` : arg))], {
            cwd: tools.folder,
            env: { ...tools.env, ...build.env },
            signal
        });
        const built = [];
        for (const { name, main, made: file, path } of build.binaries) {
            const from = (0,external_node_path_.join)(output, file);
            const bytes = await files.read(from);
            if (!bytes)
                throw new errors/* Failure */.H('command', `go build ended well and left no ${name} for ${(0,go_target/* formatTarget */.P4)(build.target)}`);
            const found = inspect(bytes);
            const wrong = problems(bytes, found, {
                target: build.target,
                module: plan.module,
                main,
                goVersion: plan.go.version,
                commit: plan.commit,
                modified: plan.modified,
                ...(plan.moduleVersion !== undefined && { moduleVersion: plan.moduleVersion }),
                traces: [...tools.traces, { what: 'the folder of this build', text: scratch.path }]
            });
            if (wrong.length)
                throw new errors/* Failure */.H('verification', `${name} for ${(0,go_target/* formatTarget */.P4)(build.target)} is not what was asked for: ${wrong.join('; ')}`);
            await files.move(from, (0,external_node_path_.join)(out, path));
            built.push({ name, main, path, sha256: (0,digest/* sha256 */.s)(bytes), size: bytes.length, format: build_describe(found) });
        }
        return { value: built, files: built };
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
/** What the checks saw, for a progress line: `ELF, no libraries`; other than the system's own were refused. */
function build_describe(found) {
    if (found.format === 'unchecked')
        return 'unchecked: a format that Slipway cannot read';
    return `${found.format}, ${found.libraries.length ? `${found.libraries.length} system ${found.libraries.length === 1 ? 'library' : 'libraries'}` : 'no libraries'}`;
}

;// CONCATENATED MODULE: ./src/package/checksums.ts

/** The content of checksums.txt, for `sha256sum -c`: a line a file, by name. Throws an 'input' Failure for names it cannot hold. */
function formatChecksums(files) {
    const names = new Set();
    for (const { name, sha256 } of files) {
        const wrong = nameMistake(name) ?? (names.has(name) ? 'it is there twice' : undefined);
        if (wrong !== undefined)
            throw new errors/* Failure */.H('input', `a checksum file cannot hold ${JSON.stringify(name)}: ${wrong}`);
        if (!/^[0-9a-f]{64}$/.test(sha256)) {
            throw new errors/* Failure */.H('input', `${JSON.stringify(sha256)} is not the SHA-256 of ${name}: 64 lower-case hex digits are`);
        }
        names.add(name);
    }
    return [...files]
        .sort((a, b) => (a.name < b.name ? -1 : 1))
        .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
        .join('');
}
/**
 * Reads what `formatChecksums` writes, and nothing else: a checksum file that was made or changed by something else is
 * not the one that was signed. Order does not matter. Throws a 'verification' Failure that names the line.
 */
function parseChecksums(bytes) {
    const lines = decode(bytes).split('\n');
    if (lines.pop() !== '')
        throw refused('its last line has no end', 'It may be cut off; fetch it again.');
    const names = new Set();
    return lines.map((line, i) => {
        const { name, sha256 } = parseLine(line, i + 1);
        if (names.has(name))
            throw refused(`line ${i + 1} names ${name} again`);
        names.add(name);
        return { name, sha256 };
    });
}
function decode(bytes) {
    let text;
    try {
        text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    }
    catch (cause) {
        throw new errors/* Failure */.H('verification', 'checksums.txt is refused: it is not UTF-8', { cause });
    }
    if (text === '')
        throw refused('it is empty');
    if (text.startsWith('\ufeff'))
        throw refused('it begins with a byte order mark', AS_WRITTEN);
    return text;
}
const AS_WRITTEN = 'Something rewrote the file; fetch it as it was published.';
function parseLine(line, number) {
    const where = `line ${number}`;
    if (line.endsWith('\r'))
        throw refused(`${where} ends with a carriage return`, AS_WRITTEN);
    const match = /^([0-9a-fA-F]{64})( [ *])(.+)$/su.exec(line);
    const [, sha256 = '', mark, name = ''] = match ?? [];
    if (match === null)
        throw refused(`${where} is not "SHA-256, two spaces, name": ${JSON.stringify(line.slice(0, 200))}`);
    if (mark === ' *')
        throw refused(`${where} marks ${name} as binary with "*"`, AS_WRITTEN);
    if (sha256 !== sha256.toLowerCase())
        throw refused(`${where} has upper-case hex digits`, AS_WRITTEN);
    const wrong = nameMistake(name);
    if (wrong !== undefined)
        throw refused(`${where} names ${JSON.stringify(name)}: ${wrong}`);
    return { name, sha256 };
}
/** Names are of files beside the checksum file, and sha256sum reads a leading backslash or a line break otherwise. */
function nameMistake(name) {
    if (name === '' || name === '.' || name === '..')
        return 'it is not the name of a file';
    if (/[\\/]/.test(name))
        return 'it has a path';
    if (/[\u0000-\u001f\u007f\ufeff]/.test(name) || !name.isWellFormed())
        return 'it has a character that no name has';
    if (/^[\s*]|\s$/.test(name))
        return 'it begins or ends with a space or begins with "*"';
    return undefined;
}
function refused(seen, hint) {
    return new errors/* Failure */.H('verification', `checksums.txt is refused: ${seen}`, hint === undefined ? {} : { hint });
}

;// CONCATENATED MODULE: ./src/stages/checksum.ts


const CHECKSUMS = 'checksums.txt';
/** Writes checksums.txt over the reproducible files, unless it says so already. */
async function checksum(files, out, artifacts) {
    const path = (0,external_node_path_.join)(out, CHECKSUMS);
    const text = formatChecksums(artifacts);
    const before = await files.read(path);
    const reused = before !== undefined && Buffer.from(before).toString('utf8') === text;
    if (!reused)
        await files.write(path, text);
    const digest = await files.digest(path);
    if (!digest)
        throw new Error(`${path} vanished`);
    return { checksums: { kind: 'checksums', name: CHECKSUMS, path, ...digest }, reused };
}

// EXTERNAL MODULE: ./src/package/formats.ts
var formats = __nccwpck_require__(3496);
;// CONCATENATED MODULE: ./src/stages/package.ts






/** Reads the LICENSE, README and other files once, for all archives. */
async function readExtras({ files, folder }, plan) {
    return await Promise.all(plan.files.map(async (file) => {
        const bytes = await files.read((0,external_node_path_.join)(folder, file));
        if (!bytes)
            throw new errors/* Failure */.H('input', `${file} is to go into the archives and is not in ${folder}`);
        return { name: nameInArchive(file), bytes };
    }));
}
/** All that decides the bytes of an archive and its SBOMs. */
const packageInput = (plan, archive, built, extras) => ({
    formats: [formats/* ARCHIVE_FORMAT */.n, formats/* SBOM_FORMAT */.e],
    name: archive.name,
    version: plan.version,
    committedAt: plan.committedAt,
    binaries: archive.binaries.map((binary) => ({
        ...binary,
        sha256: built.find(({ path }) => path === binary.path)?.sha256
    })),
    extras: extras.map(({ name, bytes }) => ({ name, sha256: (0,digest/* sha256 */.s)(bytes) }))
});
/** One archive with the programs of a target, and an SBOM for each program. */
async function packageTarget({ files, deflate, out }, plan, { name, format, binaries, target }, built, extras) {
    // Heavy, and a run that finds everything packed needs neither.
    const [{ archive }, { sbom }] = await Promise.all([Promise.all(/* import() */[__nccwpck_require__.e(118), __nccwpck_require__.e(184)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3184)), Promise.all(/* import() */[__nccwpck_require__.e(761), __nccwpck_require__.e(665)]).then(__nccwpck_require__.bind(__nccwpck_require__, 7665))]);
    const made = [];
    const write = async (kind, file, content) => {
        await files.write((0,external_node_path_.join)(out, file), content);
        made.push({ kind, name: file, sha256: (0,digest/* sha256 */.s)(content), size: Buffer.byteLength(content) });
    };
    const entries = extras.map((extra) => ({ ...extra, executable: false }));
    for (const binary of binaries) {
        const known = built.find(({ path }) => path === binary.path);
        const bytes = await files.read((0,external_node_path_.join)(out, binary.path));
        if (!bytes || !known || (0,digest/* sha256 */.s)(bytes) !== known.sha256)
            throw new errors/* Failure */.H('verification', `${binary.path} changed after it was built`, {
                hint: 'Something else writes to the output folder.'
            });
        entries.push({ name: binary.path.slice(binary.path.lastIndexOf('/') + 1), bytes, executable: true });
        const found = inspect(bytes);
        const buildInfo = found.format === 'unchecked' ? undefined : found.build;
        if (buildInfo)
            await write('sbom', binary.sbom, sbom({
                name: binary.name,
                version: plan.version,
                committedAt: plan.committedAt,
                target,
                sha256: known.sha256,
                buildInfo
            }));
    }
    await write('archive', name, await archive(format, entries, new Date(plan.committedAt), deflate));
    return { value: made, files: made.map((file) => ({ ...file, path: file.name })) };
}
const artifactOf = (out, archive, { kind, name, sha256, size }) => ({
    kind,
    name,
    path: (0,external_node_path_.join)(out, name),
    sha256,
    size,
    target: archive.target
});

;// CONCATENATED MODULE: ./src/stages/prove.ts

/** Counts up when a suite looks at other things, so that a verdict of an older Slipway is not taken for this one's. */
const SUITES = 1;
/** All that decides a verdict: what is proved, on what, for which commit. */
const trialInput = (plan, trial) => ({
    suites: SUITES,
    trial: trial,
    commit: plan.commit,
    dirty: plan.dirtyDigest,
    module: plan.module
});
/** Runs one suite on one cluster. */
async function runTrial(cluster, trial, run, signal) {
    // The suites bring CRDs and YAML along, and a run that finds its verdicts recorded needs none.
    switch (trial.suite) {
        case 'smi':
            return await (await __nccwpck_require__.e(/* import() */ 965).then(__nccwpck_require__.bind(__nccwpck_require__, 5965))).smiSuite(cluster, trial, signal);
        case 'workload':
            return await (await __nccwpck_require__.e(/* import() */ 915).then(__nccwpck_require__.bind(__nccwpck_require__, 6915))).workloadSuite(cluster, trial, run, signal);
    }
}
/** A verdict that passed is remembered; one that failed is found out again by the next run. */
async function prove(ledger, plan, trial, attempt) {
    const input = trialInput(plan, trial);
    const before = await ledger.known(`trial-${trial.suite}`, input);
    if (before !== undefined)
        return { verdict: before, reused: true };
    const verdict = await attempt();
    if (verdict.outcome === 'passed')
        await ledger.once(`trial-${trial.suite}`, input, async () => ({ value: verdict, files: [] }));
    return { verdict, reused: false };
}
/** Throws a 'verification' Failure that names every claim that did not hold. */
function passed(verdicts) {
    const broken = verdicts.filter(({ outcome }) => outcome === 'failed');
    if (broken.length === 0)
        return;
    throw new errors/* Failure */.H('verification', `${broken.length} of ${verdicts.length} trials failed`, {
        hint: broken
            .flatMap(({ trial, cluster, checks }) => checks
            .filter(({ outcome }) => outcome === 'failed')
            .map(({ claim, seen, repeat }) => `${trial.suite} on ${cluster.server}: not true: ${claim}\n  seen: ${seen}${repeat ? `\n  by hand: ${repeat}` : ''}`))
            .join('\n')
    });
}

;// CONCATENATED MODULE: ./src/stages/publish.ts


/** Fills a draft and makes it a release; equal bytes that lie in it already are kept. */
async function publish(draft, files, note) {
    let done = 0;
    for (const file of files) {
        note(`${++done} of ${files.length}: ${file.name}`);
        await draft.add(file);
    }
    note('reading back');
    return await draft.publish();
}
/**
 * Compares what is published with what is here, name by name and digest by digest. Throws a 'verification' Failure that
 * shows both digests; files that we did not make are returned, to be named.
 */
async function compare(published, files) {
    const wrong = [];
    for (const file of files) {
        const there = published.files.find(({ name }) => name === file.name);
        const sha256 = there && (there.sha256 ?? (await (0,digest/* sha256Of */.B)(published.download(file.name))));
        if (!there)
            wrong.push(`${file.name} is missing`);
        else if (sha256 !== file.sha256)
            wrong.push(`${file.name} is sha256 ${sha256} there and ${file.sha256} here`);
    }
    if (wrong.length)
        throw new errors/* Failure */.H('verification', `${published.tag} is published with other bytes (${published.url}): ${wrong.join('; ')}`, {
            hint: 'A published release is never written to. Release this commit under a new version.'
        });
    return published.files.map(({ name }) => name).filter((name) => !files.some((file) => file.name === name));
}
/** The bytes of a file that an earlier run left in a release or draft, when it lies there. */
const earlier = (place, name) => place?.files.some((file) => file.name === name) ? place.download(name) : undefined;

;// CONCATENATED MODULE: ./src/stages/sign.ts
var sign_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var sign_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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

const BUNDLE = 'checksums.txt.sigstore.json';
const stepInput = (checksums, signing, fingerprint) => ({
    checksums: checksums.sha256,
    mode: signing.mode,
    key: signing.key,
    fingerprint
});
/** Whether the bundle that lies here is a recorded one of these checksums, so that no signer is needed. */
async function signedBefore(tools, checksums, signing) {
    const identity = await tools.ledger.known('sign', stepInput(checksums, signing, tools.fingerprint));
    return identity === undefined
        ? undefined
        : { bundle: await bundleAt(tools), identity: identity };
}
/**
 * Signs checksums.txt and proves the signature before anyone else has to. A bundle that is there (`earlier`: from a
 * draft or a published release of the same checksums) and verifies is kept: evidence is never made twice.
 */
async function sign(tools, checksums, signing, earlier, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { files, out } = tools;
        const signer = await tools.signer();
        const scratch = sign_addDisposableResource(env_1, await files.scratch('sign'), true);
        const bundle = (0,external_node_path_.join)(scratch.path, BUNDLE);
        if (earlier)
            await files.write(bundle, earlier);
        else
            await signer.sign(checksums.path, bundle, signal);
        await signer.verify(checksums.path, bundle, signal);
        const identity = await signer.identity(signal);
        // First, since once the signature is recorded nobody comes here again.
        if ('publicKey' in identity && tools.fingerprint)
            await tools.ledger.once('public-key', keyInput(signing, tools.fingerprint), async () => ({
                value: identity.publicKey,
                files: []
            }));
        await tools.ledger.once('sign', stepInput(checksums, signing, tools.fingerprint), async () => {
            const digest = await files.digest(bundle);
            if (!digest)
                throw new Error(`${bundle} vanished`);
            await files.move(bundle, (0,external_node_path_.join)(out, BUNDLE));
            return { value: identity, files: [{ path: BUNDLE, ...digest }] };
        });
        return { bundle: await bundleAt(tools), identity };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = sign_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const keyInput = ({ key }, fingerprint) => ({ key, fingerprint });
/** The public key of a private one that was used here before: deriving it costs as much as a signature. */
const publicKeyOf = async (ledger, signing, fingerprint) => signing && fingerprint ? await ledger.known('public-key', keyInput(signing, fingerprint)) : undefined;
/** Proves that signing would work here, with a key that is thrown away; leaves nothing. */
async function rehearse(files, signer, checksums, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = sign_addDisposableResource(env_2, await files.scratch('rehearsal'), true);
        const bundle = (0,external_node_path_.join)(scratch.path, BUNDLE);
        await signer.sign(checksums.path, bundle, signal);
        await signer.verify(checksums.path, bundle, signal);
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = sign_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
async function bundleAt({ files, out }) {
    const path = (0,external_node_path_.join)(out, BUNDLE);
    const digest = await files.digest(path);
    if (!digest)
        throw new Error(`${path} vanished`);
    return { kind: 'bundle', name: BUNDLE, path, ...digest };
}

;// CONCATENATED MODULE: ./src/parallel.ts
/**
 * Runs branches side by side. When one fails, the others are aborted, all are awaited, and the first failure is thrown:
 * nothing that was started is still running when this returns.
 */
async function together(signal, body) {
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    const running = [];
    let first;
    const failed = (error) => {
        first ??= { error: signal.aborted ? signal.reason : error };
        stop.abort(first.error);
    };
    const start = (work) => {
        const branch = work(either);
        running.push(branch.catch(failed));
        return branch;
    };
    let result;
    try {
        result = { value: await body(start, either) };
    }
    catch (error) {
        failed(error);
    }
    // A branch may start others while it is awaited.
    while (running.length)
        await Promise.all(running.splice(0));
    if (first)
        throw first.error;
    if (!result)
        throw new Error('a branch ended without a result and without a failure');
    return result.value;
}

;// CONCATENATED MODULE: ./src/report/manifest.ts

const manifest = (plan, artifacts, verdicts, signature) => ({
    schema: 1,
    name: plan.name,
    version: plan.version,
    tag: plan.tag ?? null,
    module: plan.module,
    commit: plan.commit,
    committedAt: plan.committedAt,
    go: plan.go.version,
    signature: signature ?? null,
    verdicts: verdicts.map(({ trial, outcome }) => ({ suite: trial.suite, kubernetes: trial.kubernetes, outcome })),
    artifacts: artifacts.map(({ name, kind, target, size, sha256 }) => ({
        name,
        kind,
        target: target ? (0,go_target/* formatTarget */.P4)(target) : null,
        size,
        sha256
    }))
});

;// CONCATENATED MODULE: ./src/release.ts
var release_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var release_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
 * The pipeline. What can overlap, overlaps: the cluster boots while targets compile, archives are made while others
 * compile. Nothing the world can see happens before `passed`: signing and publishing wait for every trial.
 */
async function run(plan, tools, signal) {
    const { timeline } = tools;
    const before = await together(signal, async (start) => {
        const verdicts = start((signal) => proveAll(plan, tools, signal));
        const artifacts = start((signal) => makeAll(plan, tools, start, signal));
        return { artifacts: await artifacts, verdicts: await verdicts };
    });
    const checksums = await timeline.watch('checksum', 'checksums.txt', async () => {
        const { checksums, reused } = await checksum(tools.files, tools.out, before.artifacts);
        return { value: checksums, reused, note: `${before.artifacts.length} files` };
    });
    const proved = { artifacts: [...before.artifacts, checksums], verdicts: before.verdicts, foreign: [] };
    if (before.verdicts.some(({ outcome }) => outcome === 'failed'))
        await tools.report(proved);
    passed(before.verdicts);
    const publication = 'work' in plan.publication ? plan.publication.work[0] : undefined;
    const outcome = publication && tools.publisher
        ? await goPublic(plan, tools, publication, tools.publisher, proved, checksums, signal)
        : await stayHere(plan, tools, proved, checksums, signal);
    await tools.report(outcome);
    return outcome;
}
async function stayHere(plan, tools, proved, checksums, signal) {
    const signed = await signAll(plan, tools, checksums, undefined, signal);
    if ('skip' in plan.publication)
        tools.timeline.skip('publish', plan.publication.skip);
    const outcome = {
        ...proved,
        artifacts: [...proved.artifacts, ...(signed ? [signed.bundle] : [])],
        ...(signed && { signed })
    };
    await writeManifest(plan, tools, outcome);
    return outcome;
}
/** Draft, sign, upload, compare, publish, and look again at what everybody can see now. */
async function goPublic(plan, tools, publication, publisher, proved, checksums, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { timeline } = tools;
        const already = await publisher.find(publication.tag, signal);
        const draft = release_addDisposableResource(env_1, already ? undefined : await publisher.draft(requestOf(plan, publication), signal), true);
        const signed = await signAll(plan, tools, checksums, earlier(already ?? draft, BUNDLE), signal);
        const artifacts = [...proved.artifacts, ...(signed ? [signed.bundle] : [])];
        await writeManifest(plan, tools, { ...proved, artifacts, ...(signed && { signed }) });
        const published = await timeline.watch('publish', `${publication.tag} to ${publisher.name}`, async (note) => draft
            ? { value: await publish(draft, artifacts, note), note: `${artifacts.length} files` }
            : { value: already, reused: true, note: 'published before' });
        // What everybody can see now is looked up again rather than believed.
        const foreign = await timeline.watch('verify', publication.tag, async () => {
            const seen = (await publisher.find(publication.tag, signal)) ?? published;
            return { value: await compare(seen, artifacts), note: `${artifacts.length} digests equal` };
        });
        return { ...proved, artifacts, ...(signed && { signed }), published, foreign };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = release_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
/** Compiles every target and packs each as soon as its programs are there. */
async function makeAll(plan, tools, start, signal) {
    const { ledger, timeline, compiling, packing } = tools;
    let modules;
    const verified = () => {
        // Something is made anew, so something will be signed: its tool arrives while targets compile.
        if (!modules && 'work' in plan.signing)
            start(async () => void (await tools.signer())).catch(() => { });
        return (modules ??= start((signal) => tools.verifyModules(signal)));
    };
    const built = plan.builds.map((build) => start((signal) => compiling(() => timeline.watch('build', (0,go_target/* formatTarget */.P4)(build.target), async () => {
        signal.throwIfAborted();
        const { value, reused } = await ledger.once('build', buildInput(plan, build), async () => {
            const check = verified();
            const made = await buildTarget(tools, plan, build, signal);
            await check;
            return made;
        });
        return { value: value, reused, note: [...new Set(value.map(({ format }) => format))].join('; ') };
    }))));
    const packed = plan.archives.map((archive) => start(async () => {
        const binaries = (await Promise.all(built.filter((_, i) => plan.builds[i]?.target === archive.target))).flat();
        const extras = await readExtras(tools, archive);
        return await packing(() => pack(plan, tools, archive, binaries, extras));
    }));
    return (await Promise.all(packed)).flat();
    async function pack(plan, tools, archive, binaries, extras) {
        return await timeline.watch('package', archive.name, async () => {
            signal.throwIfAborted();
            const { value, reused } = await ledger.once('package', packageInput(plan, archive, binaries, extras), () => packageTarget(tools, plan, archive, binaries, extras));
            return { value: value.map((file) => artifactOf(tools.out, archive, file)), reused };
        });
    }
}
/** Boots one cluster a Kubernetes version, only when a verdict is missing, and runs its trials on it side by side. */
async function proveAll(plan, tools, signal) {
    if ('skip' in plan.trials) {
        tools.timeline.skip('prove', plan.trials.skip);
        return [];
    }
    const versions = [...new Set(plan.trials.work.map(({ kubernetes }) => kubernetes))];
    const verdicts = [];
    for (const kubernetes of versions) {
        const trials = plan.trials.work.filter((trial) => trial.kubernetes === kubernetes);
        verdicts.push(...(await proveOn(kubernetes, trials, plan, tools, signal)));
    }
    return verdicts;
}
async function proveOn(kubernetes, trials, plan, tools, signal) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const { ledger, timeline, clusters } = tools;
        const open = await Promise.all(trials.map((trial) => ledger.known(`trial-${trial.suite}`, trialInput(plan, trial))));
        const cluster = release_addDisposableResource(env_2, open.every((verdict) => verdict !== undefined)
            ? undefined
            : await timeline.watch('cluster', `Kubernetes ${kubernetes}`, async () => {
                const made = await clusters.create(kubernetes, signal);
                return { value: made, note: `${made.provider}, ${made.server}` };
            })
        // Each suite keeps to a namespace and to kinds of its own, so they share the cluster.
        , true);
        // Each suite keeps to a namespace and to kinds of its own, so they share the cluster.
        return await together(signal, (start) => Promise.all(trials.map((trial) => start((signal) => proveOne(cluster, trial, plan, tools, signal)))));
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        const result_2 = release_disposeResources(env_2);
        if (result_2)
            await result_2;
    }
}
function proveOne(cluster, trial, plan, { ledger, timeline, run }, signal) {
    return timeline.watch('prove', `${trial.suite} on ${trial.kubernetes}`, async () => {
        const { verdict, reused } = await prove(ledger, plan, trial, () => {
            if (!cluster)
                throw new Error('a recorded verdict vanished');
            return runTrial(cluster, trial, run, signal);
        });
        const failed = verdict.checks.filter(({ outcome }) => outcome === 'failed').length;
        return {
            value: verdict,
            reused,
            note: `${verdict.checks.length} checks, ${failed === 0 ? 'all hold' : `${failed} FAILED`}`
        };
    });
}
async function signAll(plan, tools, checksums, before, signal) {
    const { timeline } = tools;
    if ('skip' in plan.signing) {
        timeline.skip('sign', plan.signing.skip);
        return undefined;
    }
    const [signing] = plan.signing.work;
    if (!signing)
        return undefined;
    if (signing.mode === 'rehearsal')
        return await timeline.watch('sign', 'rehearsal', async () => {
            await rehearse(tools.files, await tools.signer(), checksums, signal);
            return { value: undefined, note: 'signed and verified with a throw-away key; nothing that ships is signed' };
        });
    return await timeline.watch('sign', checksums.name, async () => {
        const recorded = await signedBefore(tools, checksums, signing);
        if (recorded)
            return { value: recorded, reused: true };
        return {
            value: await sign(tools, checksums, signing, before, signal),
            reused: before !== undefined,
            note: `${signing.mode}, verified`
        };
    });
}
const requestOf = (plan, { tag, prerelease, latest }) => ({
    tag,
    commit: plan.commit,
    title: `${plan.name} ${plan.version}`,
    notes: notesOf(plan),
    prerelease,
    latest
});
/** Release notes that say how to verify; the publishing issue adds the changes since the baseline. */
const notesOf = (plan) => [
    `${plan.name} ${plan.version}, built from commit ${plan.commit} with ${plan.go.version}.`,
    '',
    '```sh',
    'sha256sum -c checksums.txt',
    '```'
].join('\n');
async function writeManifest(plan, { files, out }, { artifacts, verdicts, signed }) {
    const text = `${JSON.stringify(manifest(plan, artifacts, verdicts, signed?.identity), null, 2)}\n`;
    const path = (0,external_node_path_.join)(out, 'manifest.json');
    const before = await files.read(path);
    if (!before || Buffer.from(before).toString('utf8') !== text)
        await files.write(path, text);
}

;// CONCATENATED MODULE: ./src/report/plan-table.ts



/** The plan as a person reads it: what is built, proved, signed and published, and why something is not. */
function planTable(plan) {
    const facts = [
        ['mode', `${plan.mode} (${plan.why})`],
        ['module', plan.moduleDir ? `${plan.module} (in ${plan.moduleDir})` : plan.module],
        ['version', `${plan.version} (${plan.versionFrom})`],
        ['commit', `${plan.commit.slice(0, 12)} of ${plan.committedAt}${plan.dirtyDigest ? ', with local changes' : ''}`],
        ['go', `${plan.go.version} (${plan.go.why})`],
        ['prove', each(plan.trials, ({ suite, kubernetes }) => `${suite} on Kubernetes ${kubernetes}`)],
        ['sign', each(plan.signing, ({ mode, why }) => `${mode} (${why})`)],
        [
            'publish',
            each(plan.publication, (to) => `${to.tag} to ${to.to}${to.prerelease ? ', a prerelease' : ''}${to.latest ? ', the latest' : ''}`)
        ]
    ];
    const files = plan.archives.map((archive) => [
        (0,go_target/* formatTarget */.P4)(archive.target),
        archive.name,
        [...archive.binaries.map(({ name }) => name), ...archive.files.map(nameInArchive)].join(' ')
    ]);
    return [
        ...(0,src_text/* columns */.YB)(facts),
        '',
        ...(0,src_text/* columns */.YB)([['target', 'archive', 'holds'], ...files]),
        ...(plan.notes.length ? ['', ...plan.notes.map((note) => `note: ${note}`)] : [])
    ].join('\n');
}
const each = (planned, say) => 'skip' in planned ? `nothing: ${planned.skip}` : planned.work.map(say).join('; ');

;// CONCATENATED MODULE: ./src/report/junit.ts
/** The verdicts as JUnit XML, the form that CI systems read: one suite a trial, one case a check. */
function junit(verdicts) {
    const suites = verdicts.map((verdict) => {
        const name = `${verdict.trial.suite} on Kubernetes ${verdict.cluster.server}`;
        const failures = verdict.checks.filter(({ outcome }) => outcome === 'failed').length;
        const cases = verdict.checks.map(({ claim, outcome, seen, repeat }) => `    <testcase classname="${xml(`slipway.${verdict.trial.suite}`)}" name="${xml(claim)}">${outcome === 'failed'
            ? `<failure message="${xml(seen)}">${xml([seen, repeat].filter(Boolean).join('\n'))}</failure>`
            : ''}</testcase>`);
        return [
            `  <testsuite name="${xml(name)}" tests="${verdict.checks.length}" failures="${failures}" time="${(verdict.ms / 1000).toFixed(3)}">`,
            ...cases,
            '  </testsuite>'
        ].join('\n');
    });
    return ['<?xml version="1.0" encoding="UTF-8"?>', '<testsuites name="slipway">', ...suites, '</testsuites>', ''].join('\n');
}
/** Escapes for text and attributes; what XML 1.0 cannot hold becomes U+FFFD. */
const xml = (text) => text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[<>&"'\t\n\r]/g, (c) => `&#${c.charCodeAt(0)};`);

;// CONCATENATED MODULE: ./src/report/report.ts




/**
 * Writes `report/` of an output folder, unless the one that is there tells of the same outcome: a run that found
 * everything done writes nothing, and what it would say of its time is not what the release took.
 */
async function writeReport(files, ledger, out, story, markdown) {
    const texts = {
        'report/compatibility.json': `${JSON.stringify(compatibility(story), null, 2)}\n`,
        'report/junit.xml': junit(story.verdicts),
        'report/summary.md': markdown
    };
    await ledger.once('report', { outcome: (0,digest/* sha256 */.s)((0,src_json/* canonical */.$N)(outcomeOf(story))) }, async () => {
        for (const [name, text] of Object.entries(texts))
            await files.write((0,external_node_path_.join)(out, name), text);
        const made = Object.entries(texts).map(([path, text]) => ({
            path,
            sha256: (0,digest/* sha256 */.s)(text),
            size: Buffer.byteLength(text)
        }));
        return { value: null, files: made };
    });
}
/** What a report tells of beside times and tools, which are those of the run that got there. */
const outcomeOf = ({ plan, verdicts, artifacts, verification, url }) => ({
    plan,
    verdicts,
    artifacts: artifacts.map(({ name, sha256 }) => ({ name, sha256 })),
    verification,
    url
});
/** The verdicts with their evidence, for machines. */
const compatibility = ({ plan, verdicts, tools }) => ({
    schema: 1,
    name: plan.name,
    version: plan.version,
    commit: plan.commit,
    outcome: overall(plan.trials, verdicts),
    skipped: 'skip' in plan.trials ? plan.trials.skip : null,
    tools: tools.map(({ name, version, source, vouched }) => ({ name, version, source, vouched })),
    verdicts
});
/** One word for all trials. */
const overall = (trials, verdicts) => 'skip' in trials ? 'skipped' : verdicts.every(({ outcome }) => outcome === 'passed') ? 'passed' : 'failed';

;// CONCATENATED MODULE: ./src/report/gantt.ts
/** What GitHub draws at most is 50,000 characters; a picture with more rows than this shows nothing anyway. */
const ROWS = 200;
const NAME = 60;
/**
 * The run as a Mermaid gantt (https://mermaid.js.org/syntax/gantt.html). Times are of day, from midnight on: as numbers
 * of milliseconds they would be shown in the reader's time zone, which may be half an hour off.
 */
function gantt(spans) {
    const worked = spans.filter(({ outcome }) => outcome !== 'skipped');
    const longest = new Set([...worked].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, ROWS));
    const shown = worked.filter((span) => longest.has(span));
    const hours = shown.some(({ end }) => end >= 3_600_000);
    const lines = [...new Set(shown.map(({ stage }) => stage))].flatMap((stage) => [
        `  section ${plain(stage)}`,
        ...shown
            .filter((span) => span.stage === stage)
            // Less than a millisecond would be no bar at all.
            .map((span) => `  ${plain(span.item || stage)} :${tag(span)}${clock(span.start)}, ${clock(Math.max(span.end, span.start + 1))}`)
    ]);
    return [
        'gantt',
        '  dateFormat HH:mm:ss.SSS',
        `  axisFormat ${hours ? '%H:%M:%S' : '%M:%S'}`,
        '  todayMarker off',
        ...lines
    ].join('\n');
}
const tag = ({ outcome }) => (outcome === 'failed' ? 'crit, ' : outcome === 'reused' ? 'done, ' : '');
const clock = (ms) => new Date(Math.round(ms)).toISOString().slice(11, 23);
/** Words of Mermaid's own at the start of a line, dates, and comments. */
const RESERVED = /^(gantt|title|section|\w*format|inclusive|topaxis|tickinterval|includes|excludes|todaymarker|week|click|call|href|acc|displaymode|end|\d{4}-\d\d-\d\d|%%)/i;
/** A name that Mermaid takes for nothing but a name. */
function plain(text) {
    const name = text
        .replace(/[^\p{L}\p{N} ._/+()=-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    const cut = name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name;
    return cut === '' ? '-' : RESERVED.test(cut) ? `- ${cut}` : cut;
}

;// CONCATENATED MODULE: ./src/report/markdown.ts
/** Text from elsewhere inside Markdown: no markup, no HTML, no formula, no new cell or line. */
const md = (text) => visible(text).replace(/[\\`*_{}[\]<>|#~$&!]/g, '\\$&');
/** Text from elsewhere as inline code, in a table or out of it. */
function code(text) {
    const shown = visible(text).replaceAll('|', '\\|');
    const fence = '`'.repeat(longest(shown) + 1);
    return /^`|`$/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
/** Lines as a block of code that nothing in them ends. */
function block(language, text) {
    const fence = '`'.repeat(Math.max(3, longest(text) + 1));
    return [`${fence}${language}`, text, fence];
}
/** At most so much of what a check saw: the whole stands in compatibility.json. */
const markdown_short = (text, length = 600) => text.length > length ? `${text.slice(0, length)} … (${text.length - length} characters more)` : text;
const longest = (text) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
/** One line, and nothing in it that hides or turns text. */
const visible = (text) => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');

;// CONCATENATED MODULE: ./src/report/summary.ts





/** The job summary: one table of verdicts, one of files, the command that verifies them, and where the time went. */
function summary({ plan, verdicts, artifacts, spans, tools, verification, url }) {
    return [
        `## ${md(plan.name)} ${md(plan.version)}: ${plan.mode}`,
        '',
        `Commit ${code(plan.commit.slice(0, 12))}, built with ${md(plan.go.version)}. ${[signed(plan), published(plan, url)].filter(Boolean).join(' ')}`,
        ...plan.notes.map((note) => `\n> ${md(note)}`),
        '',
        '### Proof',
        '',
        ...('skip' in plan.trials ? [`Skipped: ${md(plan.trials.skip)}.`] : verdictTable(verdicts)),
        '',
        '### Files',
        '',
        '| file | target | size | sha256 |',
        '| --- | --- | ---: | --- |',
        ...artifacts.map(({ name, target, size, sha256 }) => `| ${md(name)} | ${target ? (0,go_target/* formatTarget */.P4)(target) : ''} | ${(0,src_text/* bytes */.ee)(size)} | ${code(sha256)} |`),
        '',
        ...(verification.length ? ['### Verify', '', ...block('sh', verification.join('\n')), ''] : []),
        '### Tools',
        '',
        '| tool | version | from | checked |',
        '| --- | --- | --- | --- |',
        ...tools.map(({ name, version, source, vouched }) => `| ${md(name)} | ${md(version)} | ${source} | ${md(vouched)} |`),
        '',
        '### Time',
        '',
        ...block('mermaid', gantt(spans)),
        ''
    ].join('\n');
}
/** What stopped a run, for a reader who has not opened the log. */
function failure(error) {
    const known = error instanceof errors/* Failure */.H;
    const message = known ? error.message : 'this is a bug in Slipway: the log has its stack';
    return [
        `## Stopped${known ? `: ${TITLES[error.kind]}` : ''}`,
        '',
        ...block('text', markdown_short(message, 4000)),
        ...(known && error.hint ? ['', ...block('text', markdown_short(error.hint, 4000))] : []),
        ''
    ].join('\n');
}
const TITLES = {
    input: 'what was asked for cannot be done',
    environment: 'something is missing here',
    command: 'a tool failed',
    verification: 'a check said no',
    host: 'GitHub refused'
};
/** Only why there is no signature: what is signed, and how that is verified, has its own section. */
function signed({ signing }) {
    if ('skip' in signing)
        return `Not signed: ${md(signing.skip)}.`;
    const [how] = signing.work;
    return how?.mode === 'rehearsal' ? `Not signed: ${md(how.why)}.` : undefined;
}
function published({ publication }, url) {
    if (url !== undefined)
        return `Published: ${/^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : code(url)}.`;
    return 'skip' in publication ? `Not published: ${md(publication.skip)}.` : 'Not published.';
}
function verdictTable(verdicts) {
    const failed = verdicts.flatMap(({ trial, checks }) => checks
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ claim, seen }) => `- **${trial.suite}**: not true: ${md(claim)}. Seen: ${md(markdown_short(seen))}`));
    return [
        '| suite | Kubernetes | cluster | checks | verdict | time |',
        '| --- | --- | --- | ---: | --- | ---: |',
        ...verdicts.map(({ trial, cluster, checks, outcome, ms }) => `| ${trial.suite} | ${md(cluster.server)} | ${cluster.provider}${cluster.simulated ? ', pods simulated' : ''} | ${checks.length} | ${outcome === 'failed' ? '**failed**' : outcome} | ${(0,src_text/* seconds */.YA)(ms)} |`),
        ...(failed.length ? ['', ...failed] : [])
    ];
}

;// CONCATENATED MODULE: ./src/timeline.ts


function timeline_timeline(host, now) {
    const began = now();
    const spans = [];
    let broken;
    return {
        spans,
        async watch(stage, item, work) {
            const start = now() - began;
            const progress = host.progress(stage, item);
            const finish = (outcome, note) => {
                const end = now() - began;
                spans.push({ stage, item, start, end, outcome });
                const words = [outcome === 'reused' ? 'reused' : '', note].filter(Boolean).join('; ');
                progress.end(outcome, `${(0,src_text/* seconds */.YA)(end - start).padStart(src_text/* TIME_WIDTH */.LQ)}  ${words}`.trimEnd());
            };
            try {
                const { value, reused, note } = await work((text) => progress.note(text));
                finish(reused ? 'reused' : 'done', note);
                return value;
            }
            catch (error) {
                // One failure aborts what runs beside it: only the first is news.
                const stopped = broken !== undefined && (error === broken || error.name === 'AbortError');
                broken ??= error;
                finish(stopped ? 'skipped' : 'failed', stopped ? 'stopped' : firstLine(error));
                throw error;
            }
        },
        skip(stage, reason) {
            const at = now() - began;
            spans.push({ stage, item: reason, start: at, end: at, outcome: 'skipped' });
            host.progress(stage, '').end('skipped', reason);
        }
    };
}
/** Why it failed, in a few words; the whole is said at the end. */
const firstLine = (error) => error instanceof errors/* Failure */.H ? (error.message.split('\n')[0] ?? '').slice(0, 120) : '';

;// CONCATENATED MODULE: ./src/go/list.ts

/** The packages, each with its own error where it has one. Rejects with an 'input' Failure when the module cannot be read. */
async function goList({ run, go, env, signal }, cwd, args, more) {
    const { stdout } = await run([go, 'list', '-e', ...args], { cwd, env: { ...env, ...more }, signal }).catch((cause) => {
        signal.throwIfAborted();
        throw unreadable(cause);
    });
    // go list prints one JSON object after another, each closed by a brace in the first column.
    return stdout
        .split(/^}$/m)
        .filter((part) => part.trim())
        .map((part) => JSON.parse(`${part}}`));
}
/** With -e, go list fails only for what concerns the whole module: its go.mod, or a module graph that it cannot fetch. */
function unreadable(cause) {
    if (!(cause instanceof errors/* Failure */.H) || cause.kind !== 'command')
        return cause;
    const said = typeof cause.cause === 'string' ? cause.cause.trim() : '';
    const about = unfetched(said);
    return (about ??
        new errors/* Failure */.H('input', `go cannot read this module: ${said.replace(/^go: /, '').split('\n').slice(0, 3).join(' ')}`, {
            hint: 'Make `go mod tidy` and `go build ./...` pass, and commit go.mod and go.sum.',
            cause: cause.cause
        }));
}
/** What go says when a module cannot be fetched, as a Failure that says whose move it is; undefined for anything else. */
function unfetched(said, about = 'a module') {
    if (/SECURITY ERROR|checksum mismatch/.test(said))
        return new errors/* Failure */.H('verification', `${about} is not what go.sum or the checksum database says: ${list_short(said)}`, {
            hint: 'Somebody changed a published version: do not build it.',
            cause: said
        });
    if (/could not read (Username|Password)|terminal prompts disabled|Authentication failed|Permission denied \(publickey/.test(said))
        return new errors/* Failure */.H('environment', `git may not read ${about}: ${list_short(said)}`, {
            hint: 'Private modules: set GOPRIVATE, and SLIPWAY_GIT_CREDENTIALS=https://user:token@host or an SSH agent.',
            cause: said
        });
    if (/\b(40[134]|410|5\d\d) |dial tcp|no such host|i\/o timeout|connection refused|exit status 128|lookup disabled by GOPROXY=off/.test(said))
        return new errors/* Failure */.H('environment', `${about} cannot be fetched: ${list_short(said)}`, {
            hint: 'Check GOPROXY and the network; for private modules GOPRIVATE and SLIPWAY_GIT_CREDENTIALS.',
            cause: said
        });
    return undefined;
}
/** The first line names the module. */
const list_short = (said) => (said.split('\n')[0] ?? '').replace(/^go: /, '').replace(/:$/, '');

// EXTERNAL MODULE: ./src/go/target-list.ts
var target_list = __nccwpck_require__(1782);
;// CONCATENATED MODULE: ./src/analysis.ts





/** Every refusal that needs no compiler: unknown targets, no main package, cgo, missing modules, code outside the repository. */
async function analyse(sources, question) {
    const { folder, targets } = question;
    const known = await sources.run([sources.go, 'tool', 'dist', 'list'], {
        cwd: folder,
        env: sources.env,
        signal: sources.signal
    });
    const problems = (0,target_list/* unbuildable */.Q)(targets, known.stdout);
    if (problems.length)
        throw new errors/* Failure */.H('input', problems.join('\n'), {
            hint: 'Take those targets out; `go tool dist list` has all there are.'
        });
    const { mains, leftOut } = usual(await findMains(sources, question), question.wanted);
    const lists = await Promise.all(targets.map((target) => dependencies(sources, question, mains, target)));
    const tracked = await trackedFiles(sources, question.root);
    return {
        mains,
        leftOut,
        imports: [...new Set(lists.flatMap(({ imports }) => imports))].sort(),
        untracked: [...new Set(lists.flatMap(({ files }) => files))].filter((file) => !tracked.has(file)).sort()
    };
}
/**
 * Where nobody named programs: the module's own folder and those below cmd, where Go modules keep what they ship. Only
 * a module that has none there gets all of its main packages: elsewhere lie generators, examples and test helpers.
 */
function usual(mains, wanted) {
    const shipped = wanted.length ? mains : mains.filter(({ dir }) => dir === '.' || dir.startsWith('./cmd/'));
    if (shipped.length === 0)
        return { mains, leftOut: [] };
    return { mains: shipped, leftOut: mains.filter((main) => !shipped.includes(main)).map(({ dir }) => dir) };
}
/** The main packages that any of the targets has: the same ones whatever the system that asks. */
async function findMains(sources, question) {
    const { folder, wanted } = question;
    const list = await find(sources, question, wanted.length ? wanted : ['./...'], '0');
    const absent = list.find(({ Error, Name }) => wanted.length > 0 && !Name && /directory not found|no Go files in/.test(Error?.Err ?? ''));
    const broken = list.find((item) => item !== absent && item.Error && !excluded(item.Error.Err) && (wanted.length > 0 || item.Name === 'main'));
    if (broken?.Error)
        throw new errors/* Failure */.H('input', `go cannot read ${broken.ImportPath}: ${broken.Error.Err.trim()}`, where(broken));
    const mains = mainsOf(folder, list);
    const others = [...new Set(list.map(({ ImportPath }) => ImportPath))].filter((path) => !mains.some(({ importPath }) => importPath === path));
    if (mains.length > 0 && (wanted.length === 0 || others.length === 0))
        return mains;
    const withCgo = mainsOf(folder, await find(sources, question, wanted.length ? wanted : ['./...'], '1'));
    const needCgo = withCgo.filter(({ dir }) => !mains.some((main) => main.dir === dir));
    if (needCgo.length)
        throw new errors/* Failure */.H('input', `${needCgo.map(({ importPath }) => importPath).join(', ')} needs cgo: no Go files without it`, {
            hint: 'Slipway builds with CGO_ENABLED=0; name the programs that do without it: --main.'
        });
    if (wanted.length === 0)
        throw new errors/* Failure */.H('input', `there is no main package in ${folder}`, {
            hint: 'Slipway releases programs: is this the module that has them? (--module DIR)'
        });
    const all = mainsOf(folder, await find(sources, question, ['./...'], '0'));
    throw new errors/* Failure */.H('input', `${others.join(', ')} is not a main package`, {
        hint: `main packages here: ${all.map(({ dir }) => dir).join(', ') || 'none'}`
    });
}
async function find(sources, { folder, vendored, tags, targets }, patterns, cgo) {
    const args = ['-find', ...flags(vendored, tags), '-json=ImportPath,Name,Dir,Error', ...patterns];
    // Which folders hold programs may depend on the system; nobody makes it depend on the processor.
    const systems = [...new Map(targets.map((target) => [target.os, target])).values()];
    const lists = systems.map((target) => goList(sources, folder, args, { ...(0,go_target/* targetEnv */.Dm)(target), CGO_ENABLED: cgo }));
    return (await Promise.all(lists)).flat();
}
function mainsOf(folder, list) {
    const mains = new Map();
    for (const { Name, ImportPath, Dir = '' } of list)
        if (Name === 'main')
            mains.set(ImportPath, below(folder, Dir) ?? '');
    return [...mains]
        .map(([importPath, dir]) => ({ importPath, dir: dir === '' ? '.' : `./${dir}` }))
        .sort((a, b) => (a.dir < b.dir ? -1 : 1));
}
async function dependencies(sources, { root, folder, vendored, tags }, mains, target) {
    const fields = '-json=ImportPath,Dir,Standard,Module,Imports,GoFiles,SFiles,HFiles,SysoFiles,EmbedFiles,Error';
    const args = ['-deps', ...flags(vendored, tags), fields, ...mains.map(({ dir }) => dir)];
    const env = { ...(0,go_target/* targetEnv */.Dm)(target), CGO_ENABLED: '0' };
    const list = await goList(sources, folder, args, env);
    const broken = list.find((item) => item.Error);
    if (broken)
        throw await explain(sources, folder, args, target, broken);
    const outside = list.find(({ Module }) => Module?.Replace && !Module.Replace.Version && below(root, Module.Replace.Dir ?? '') === undefined);
    if (outside)
        throw new errors/* Failure */.H('input', `go.mod replaces the module of ${outside.ImportPath} by ${outside.Module?.Replace?.Dir}, outside the repository`, {
            hint: 'A release holds only what its commit or a module version names: drop that replace line.'
        });
    const foreign = list.filter(({ Standard }) => !Standard);
    return {
        imports: foreign.filter(({ ImportPath }) => !isSmiSdk(ImportPath)).flatMap(({ Imports = [] }) => Imports),
        files: foreign.flatMap(({ Dir = '', GoFiles = [], SFiles = [], HFiles = [], SysoFiles = [], EmbedFiles = [] }) => {
            const dir = below(root, Dir);
            return dir === undefined
                ? []
                : [GoFiles, SFiles, HFiles, SysoFiles, EmbedFiles].flat().map((file) => (dir === '' ? file : `${dir}/${file}`));
        })
    };
}
/** Names cgo as the reason where the same package builds with it, as `go vet` would only say "build constraints exclude all". */
async function explain(sources, folder, args, target, { ImportPath, Error }) {
    const text = Error?.Err.trim() ?? '';
    const chain = (Error?.ImportStack ?? []).slice(0, -1);
    const by = chain.length ? ` (imported by ${chain.join(' → ')})` : '';
    if (excluded(text)) {
        const withCgo = await goList(sources, folder, args, { ...(0,go_target/* targetEnv */.Dm)(target), CGO_ENABLED: '1' });
        if (!withCgo.find((item) => item.ImportPath === ImportPath)?.Error)
            return new errors/* Failure */.H('input', `${(0,go_target/* formatTarget */.P4)(target)} needs cgo: ${ImportPath} has no Go files without it`, {
                hint: `Slipway builds with CGO_ENABLED=0; take ${(0,go_target/* formatTarget */.P4)(target)} out, or replace that package${by}.`
            });
        return new errors/* Failure */.H('input', `${ImportPath} has no Go files for ${(0,go_target/* formatTarget */.P4)(target)}`, {
            hint: `Take ${(0,go_target/* formatTarget */.P4)(target)} out, or name the programs that it has with --main${by}.`
        });
    }
    const missing = /missing go\.sum entry|cannot find module providing|is not in std/.test(text);
    return (unfetched(text, ImportPath) ??
        new errors/* Failure */.H('input', `${ImportPath} cannot be built for ${(0,go_target/* formatTarget */.P4)(target)}: ${text.split('; to add:')[0]}`, {
            hint: [
                ...(Error?.Pos ? [`See ${Error.Pos}.`] : []),
                ...(missing ? ['Run `go mod tidy` and commit go.mod and go.sum.'] : [])
            ].join(' ')
        }));
}
async function trackedFiles({ run, env, signal }, root) {
    const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--recurse-submodules'], { env, signal });
    return new Set(stdout.split('\0'));
}
const flags = (vendored, tags) => [
    vendored ? '-mod=vendor' : '-mod=readonly',
    ...(tags.length ? [`-tags=${tags.join(',')}`] : [])
];
const excluded = (text) => /build constraints exclude all Go files/.test(text);
const where = ({ Error }) => (Error?.Pos ? { hint: `See ${Error.Pos}.` } : {});
/** A folder relative to another that it is or lies in, with `/`, '' for the same one; else undefined. Git and Go differ in slashes on Windows. */
function below(folder, path) {
    const [outer, inner] = [folder, path].map((text) => text.replaceAll('\\', '/').replace(/\/$/, ''));
    if (inner === outer)
        return '';
    return inner.startsWith(`${outer}/`) ? inner.slice(outer.length + 1) : undefined;
}

;// CONCATENATED MODULE: ./src/facts.ts




/** Asks git and go.mod; reads only. `folder` is the absolute path of the module. */
async function gatherFacts({ run, files, env }, folder) {
    const goModPath = (0,external_node_path_.join)(folder, 'go.mod');
    const goMod = await files.read(goModPath);
    if (!goMod)
        throw new errors/* Failure */.H('input', `there is no go.mod in ${folder}`, {
            hint: 'Run in the folder of the module, or name it: --module DIR.'
        });
    const mod = (0,go_mod/* parseGoMod */.kW)(Buffer.from(goMod).toString('utf8'), goModPath);
    const git = async (...args) => (await run(['git', '-C', folder, ...args], { env })).stdout.replace(/\n$/, '');
    const [place, time, refs, status, remote, vendored] = await Promise.all([
        git('rev-parse', '--show-toplevel', '--show-prefix', '--is-shallow-repository', 'HEAD').catch(notARepository(folder)),
        git('show', '-s', '--format=%ct', 'HEAD').catch(() => ''),
        git('for-each-ref', 'refs/tags', '--format=%(refname:strip=2)%00%(objectname)%00%(*objectname)').catch(() => ''),
        git('status', '--porcelain=v1', '-z', '--untracked-files=all').catch(() => ''),
        git('config', '--get', 'remote.origin.url').catch(() => undefined),
        files.digest((0,external_node_path_.join)(folder, 'vendor', 'modules.txt')).then((digest) => digest !== undefined)
    ]);
    const [root = folder, prefix = '', shallow, commit = ''] = place.split('\n');
    const tags = refs
        .split('\n')
        .filter(Boolean)
        .map((line) => line.split('\0'))
        .map(([name = '', object, peeled]) => ({ name, commit: peeled || object }));
    const dirty = paths(status);
    return {
        root,
        moduleDir: prefix.replace(/\/$/, ''),
        module: mod.module,
        goLine: mod.go,
        toolchainLine: mod.toolchain,
        vendored,
        commit,
        committedAt: new Date(Number(time) * 1000).toISOString().replace('.000Z', 'Z'),
        tags: tags.filter((tag) => tag.commit === commit).map((tag) => tag.name),
        allTags: tags.map((tag) => tag.name),
        dirty,
        dirtyDigest: dirty.length ? await digestOf(files, root, status, dirty) : '',
        shallow: shallow === 'true',
        remote: remote && withoutCredentials(remote)
    };
}
/** Every file that git holds; a submodule is one file. */
async function facts_trackedFiles({ run, env }, root) {
    const { stdout } = await run(['git', '-C', root, 'ls-files', '-z', '--stage'], { env });
    return stdout
        .split('\0')
        .filter(Boolean)
        .map((line) => {
        const [mode = '', object = ''] = line.split(' ', 2);
        return { mode, object, path: line.slice(line.indexOf('\t') + 1) };
    });
}
/**
 * A digest of the names that git ignores, an ignored folder as one: while it stays, no other file of a folder that git
 * knows can have come into a build. What lies in `out`, our own absolute folder, does not count.
 */
async function ignoredDigest({ run, env }, root, out) {
    const list = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--directory'];
    const { stdout } = await run(['git', '-C', root, ...list], { env });
    const own = `${(0,external_node_path_.relative)(root, out).replaceAll('\\', '/')}/`;
    const names = stdout.split('\0').filter((name) => !name.startsWith(own));
    return (0,digest/* sha256 */.s)(names.join('\0'));
}
/** The facts of a build that takes in files which git ignores: not the commit alone decides what comes out. */
async function withIgnored(files, facts, ignored) {
    if (ignored.length === 0)
        return facts;
    return { ...facts, dirtyDigest: await digestOf(files, facts.root, facts.dirtyDigest, ignored) };
}
const notARepository = (folder) => (cause) => {
    const said = cause instanceof errors/* Failure */.H && cause.kind === 'command' && typeof cause.cause === 'string' ? cause.cause : '';
    if (cause instanceof errors/* Failure */.H && cause.kind !== 'command')
        throw cause;
    if (/ambiguous argument 'HEAD'|unknown revision/.test(said))
        throw new errors/* Failure */.H('input', `${folder} is a git repository without a commit`, { hint: 'Commit first.', cause });
    throw new errors/* Failure */.H('input', `${folder} is not in a git repository that git accepts`, {
        hint: /dubious ownership/.test(said)
            ? `Its owner is another user: git config --global --add safe.directory ${folder}`
            : 'Slipway builds commits: run it in a clone.',
        cause
    });
};
/** The paths of `git status --porcelain -z`: renames have a second path, which is gone. */
function paths(status) {
    const parts = status.split('\0');
    const found = [];
    for (let i = 0; i < parts.length; i++) {
        const part = parts[i] ?? '';
        if (part.length < 4)
            continue;
        found.push(part.slice(3));
        if (part.startsWith('R') || part.startsWith('C'))
            i++;
    }
    return found;
}
async function digestOf(files, root, status, dirty) {
    const digests = await Promise.all(dirty.map((path) => files.digest((0,external_node_path_.join)(root, path)).catch(() => undefined)));
    return (0,digest/* sha256 */.s)(status + digests.map((digest) => digest?.sha256 ?? '-').join(' '));
}
const withoutCredentials = (url) => url.replace(/^([a-z+]+:\/\/)[^@/]*@/, '$1');

;// CONCATENATED MODULE: ./src/go/import-section.ts
/**
 * What `go list` reads of a Go file, and nothing that it does not read: build constraints, the package clause, the
 * imports with the comments between them (cgo's settings are such), and every line with a go:embed pattern. Two files
 * with the same section give the same answers (readGoInfo in go/build/read.go stops at the first declaration).
 */
function importSection(source) {
    const end = endOfImports(source);
    const embeds = source.slice(end).match(/^.*\/\/go:embed.*$/gm) ?? [];
    return [source.slice(0, end), ...embeds].join('\n');
}
/** A blank, a comment, a semicolon, a string, a bracket, or a name: all that can stand before the first declaration. */
const TOKEN = /[\s\uFEFF;]+|\/\/[^\n]*|\/\*[^]*?\*\/|"(?:[^"\\\n]|\\.)*"|`[^`]*`|[().]|[\p{L}_][\p{L}\p{Nd}_]*/uy;
/** Where the first declaration that is no import begins, or what cannot be read: the whole file then. */
function endOfImports(source) {
    let at = 0;
    for (;;) {
        TOKEN.lastIndex = at;
        const token = TOKEN.exec(source)?.[0];
        if (token === undefined)
            return source.length;
        if (/^(const|type|var|func)$/.test(token))
            return at;
        at += token.length;
    }
}

;// CONCATENATED MODULE: ./src/go/sources.ts



/** Files whose every byte may count: module files, and sources with constraints of their own (go/build/build.go). */
const WHOLE = /(^|\/)(go\.(mod|sum)|vendor\/.*)$|\.(s|S|sx|c|cc|cpp|cxx|m|h|hh|hpp|hxx|f|F|for|f90|swig|swigcxx|syso)$/;
/**
 * A digest of all that decides what `go list` says of a repository's packages: the names of its files, what Go files
 * say before their first declaration, and every byte of module files, vendored packages and assembler. A commit that
 * changes functions and documents keeps it.
 */
async function sourcesDigest(files, root, tracked) {
    const lines = await Promise.all(tracked.map(async ({ path, mode, object }) => {
        if (WHOLE.test(path) || mode === SUBMODULE)
            return `${mode} ${object} ${path}`;
        if (!path.endsWith('.go'))
            return `${mode} ${path}`;
        const bytes = await files.read((0,external_node_path_.join)(root, path)).catch(() => undefined);
        return `${mode} ${bytes ? (0,digest/* sha256 */.s)(importSection(Buffer.from(bytes).toString('utf8'))) : '-'} ${path}`;
    }));
    return (0,digest/* sha256 */.s)(lines.join('\0'));
}
/** The mode of a submodule in git's index. */
const SUBMODULE = '160000';

;// CONCATENATED MODULE: ./src/commands/preparation.ts







/** From a folder to the plan. Reads only, but for the record of what the go command said. */
async function prepare(world, { mode, config, project, folder, out, temporary, keep }, files, ledger) {
    // go list and go build leave their work folder behind when they are stopped: it lies in one of ours.
    const env = { ...world.buildEnv(folder), GOTMPDIR: temporary };
    const facts = await gatherFacts({ run: world.query, files, env }, folder);
    const chosen = (0,go_mod/* chooseGo */.EY)({ module: facts.module, go: facts.goLine, toolchain: facts.toolchainLine }, config['go-version']);
    const [go, tracked, ignored] = await Promise.all([
        world.toolchain.go(chosen.version, world.signal),
        facts_trackedFiles({ run: world.query, env }, facts.root),
        ignoredDigest({ run: world.query, env }, facts.root, out)
    ]);
    const question = {
        root: facts.root,
        // As go sees it: the folder that was named may be a link.
        folder: (0,external_node_path_.join)(facts.root, facts.moduleDir),
        vendored: facts.vendored,
        targets: config.targets,
        wanted: config.main,
        tags: [...new Set(project.builds.flatMap(({ tags }) => tags))].sort()
    };
    const sources = await sourcesDigest(files, facts.root, tracked);
    const input = { sources, dirty: facts.dirtyDigest, ignored, go: go.version, question };
    const known = (await ledger.known('analysis', input));
    const analysis = known ?? (await analyse({ run: world.processes.run, go: go.path, env, signal: world.signal }, question));
    // Files that git does not hold are in no digest: what depends on them is asked again.
    if (keep && analysis.untracked.length === 0)
        await ledger.once('analysis', input, () => Promise.resolve({ value: analysis, files: [] }));
    const seen = await withIgnored(files, facts, analysis.untracked);
    const contents = { archiveFiles: archiveFiles(project, facts.moduleDir, tracked) };
    return {
        facts: seen,
        go,
        env,
        plan: plan(mode, config, project, seen, analysis, contents, world.surroundings)
    };
}
/** LICENSE, README, NOTICE and CHANGELOG of the module's folder, and what slipway.yaml adds; only what git holds. */
function archiveFiles(project, moduleDir, tracked) {
    const prefix = moduleDir === '' ? '' : `${moduleDir}/`;
    const paths = tracked.map(({ path }) => path);
    const own = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
    const missing = project.archiveFiles.filter((file) => !own.includes(file));
    if (missing.length)
        throw new errors/* Failure */.H('input', `slipway.yaml: archive.files names ${missing.join(', ')}, which git does not hold`, {
            hint: 'Paths are relative to the module; commit the file.'
        });
    const usual = own.filter((file) => /^(licen[cs]e|copying|notice|readme|changelog)([.-][\w.-]+)?$/i.test(file));
    const legal = usual.some((file) => LEGAL.test(file)) ? [] : legalFilesAbove(moduleDir, paths);
    return [...new Set([...legal, ...usual, ...project.archiveFiles])].sort();
}
const LEGAL = /^(licen[cs]e|copying|notice)([.-][\w.-]+)?$/i;
/** The repository's own, for a module in a subdirectory that has none: module zips of the go command hold it too. */
function legalFilesAbove(moduleDir, paths) {
    if (moduleDir === '')
        return [];
    return paths.filter((path) => LEGAL.test(path)).map((path) => '../'.repeat(moduleDir.split('/').length) + path);
}

;// CONCATENATED MODULE: ./src/commands/pipeline.ts
var pipeline_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var pipeline_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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















/** plan, build, gate, release and auto: facts, then the plan, then the work, unless only the plan was asked for. */
async function pipelineCommand({ command, operands, read }, world) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        if (operands.length)
            throw new errors/* Failure */.H('input', `${command} takes flags only, not ${operands.join(' ')}`);
        const folder = (0,external_node_path_.resolve)(world.cwd, read('module')?.text ?? '.');
        const { config, project } = await readConfig(world.files(folder), folder, read);
        const mode = chooseMode(command, world.surroundings.event);
        const dry = command === 'plan' || config['dry-run'];
        const out = (0,external_node_path_.resolve)(world.cwd, config.out);
        const files = world.files(out);
        const _claim = pipeline_addDisposableResource(env_1, dry ? undefined : await world.claim(out)
        // Git must see a folder that ignores itself before it is asked whether the tree is clean.
        , true);
        // Git must see a folder that ignores itself before it is asked whether the tree is clean.
        if (!dry && !(await files.read((0,external_node_path_.join)(out, '.gitignore'))))
            await files.write((0,external_node_path_.join)(out, '.gitignore'), '*\n');
        const ledger = ledger_ledger(files, out);
        const temporary = pipeline_addDisposableResource(env_1, await world.scratchFiles.scratch('go'), true);
        const prepared = await prepare(world, { mode, config, project, folder, out, temporary: temporary.path, keep: !dry }, files, ledger);
        if (dry) {
            world.print(config.json ? JSON.stringify(prepared.plan, null, 2) : planTable(prepared.plan));
            return;
        }
        await carryOut(world, config, prepared, folder, out, files, ledger);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = pipeline_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function carryOut(world, config, { facts, go, env, plan }, folder, out, files, ledger) {
    const { host } = world;
    host.section('plan', planTable({ ...plan, notes: [] }));
    for (const note of plan.notes)
        host.warn(note);
    host.info('');
    const timeline = timeline_timeline(host, () => performance.now());
    const signing = 'work' in plan.signing ? plan.signing.work[0] : undefined;
    if (signing)
        await world.refuseUnreadableKey(signing, files);
    const publication = 'work' in plan.publication ? plan.publication.work[0] : undefined;
    const publisher = publication && (await world.publisher(publication, plan, config.token, files));
    const fingerprint = await world.fingerprint(signing);
    const report = async (outcome) => {
        const story = {
            plan,
            verdicts: outcome.verdicts,
            artifacts: outcome.artifacts,
            spans: timeline.spans,
            tools: world.usedTools(),
            verification: outcome.signed
                ? ['sha256sum -c checksums.txt', world.verifyCommand(outcome.signed.identity)]
                : ['sha256sum -c checksums.txt'],
            url: outcome.published?.url
        };
        const markdown = summary(story);
        await writeReport(files, ledger, out, story, markdown);
        await host.summary(markdown);
    };
    const outcome = await run(plan, {
        run: world.processes.run,
        files,
        deflate: world.deflate,
        go,
        env,
        folder,
        out,
        traces: world.traces(facts.root, go),
        ledger,
        timeline,
        clusters: world.clusters(files),
        signer: async () => world.signer(signing, files, await publicKeyOf(ledger, signing, fingerprint)),
        fingerprint,
        publisher,
        // Each go build waits for git and for its own loading now and then: one more than cores keeps them busy.
        compiling: (0,p_limit/* default */.A)((0,external_node_os_.availableParallelism)() + 1),
        packing: (0,p_limit/* default */.A)((0,external_node_os_.availableParallelism)()),
        verifyModules: (signal) => plan.vendored ? Promise.resolve() : verifyModules(world.processes.run, go.path, folder, env, signal),
        report
    }, world.signal);
    await handOn(world, config, plan, outcome, out);
}
/** The step's outputs, and the last words to a person. */
async function handOn({ host, print, verifyCommand }, config, plan, outcome, out) {
    const artifacts = outcome.artifacts.map(({ name, kind, target, size, sha256 }) => ({
        name,
        kind,
        target: target ?? null,
        size,
        sha256
    }));
    const outputs = {
        version: plan.version,
        tag: plan.mode === 'release' ? (plan.tag ?? '') : '',
        'release-url': outcome.published?.url ?? '',
        artifacts: JSON.stringify(artifacts),
        checksums: (0,external_node_path_.join)(out, 'checksums.txt'),
        manifest: (0,external_node_path_.join)(out, 'manifest.json'),
        compatibility: overall(plan.trials, outcome.verdicts)
    };
    for (const [name, value] of Object.entries(outputs))
        await host.output(name, value);
    for (const name of outcome.foreign)
        host.warn(`${name} is in the release and was not made by this run; it is kept`);
    host.info('');
    host.info(outcome.published
        ? `released ${plan.tag}: ${outcome.published.url}`
        : `${plan.mode} of ${plan.version} done: ${out}`);
    host.info(outcome.signed
        ? `verify it:\n  sha256sum -c checksums.txt\n  ${verifyCommand(outcome.signed.identity)}`
        : 'verify it:\n  sha256sum -c checksums.txt   (not signed)');
    if (config.json)
        print(JSON.stringify({ ...outputs, artifacts }));
}

// EXTERNAL MODULE: ./src/smi/crds.ts + 6 modules
var crds = __nccwpck_require__(8609);
;// CONCATENATED MODULE: ./src/commands/print.ts



const noOperands = ({ command, operands }) => {
    if (operands.length)
        throw new errors/* Failure */.H('input', `${command} takes flags only, not ${operands.join(' ')}`);
};
/** crds: a set of SMI CRDs as YAML, for `kubectl apply --server-side -f -`. */
async function crdsCommand(request, world) {
    noOperands(request);
    const { set, storage } = (0,inputs/* parseInputs */.TL)(request.read);
    const { crdsYaml } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(311)]).then(__nccwpck_require__.bind(__nccwpck_require__, 1311));
    world.print(crdsYaml((0,crds/* crdSet */.mi)(set, { storage })).trimEnd());
}
/** schema: the JSON Schema of slipway.yaml. */
async function schemaCommand(request, world) {
    noOperands(request);
    const { projectSchema } = await Promise.all(/* import() */[__nccwpck_require__.e(815), __nccwpck_require__.e(692), __nccwpck_require__.e(330)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4330));
    world.print(JSON.stringify(projectSchema(), null, 2));
}

;// CONCATENATED MODULE: ./src/verify.ts
var verify_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var verify_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






/** Written beside the files by the folder publisher and by Slipway itself; says nothing about any byte. */
const RECORDS = ['release.json', 'manifest.json'];
/**
 * What a careful downloader does: the signature over checksums.txt by the expected signer (`proves` rejects otherwise),
 * then every file against it. Throws a 'verification' Failure that names everything that is wrong.
 */
async function verifyRelease(found, files, proves) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const wanted = [CHECKSUMS, BUNDLE];
        const absent = wanted.filter((name) => !found.names.includes(name));
        if (absent.length)
            throw new errors/* Failure */.H('verification', `${found.where} has no ${absent.join(' and no ')}`, {
                hint: absent.includes(CHECKSUMS)
                    ? 'Is this a release of Slipway?'
                    : 'It was not signed: nothing vouches for its bytes.'
            });
        const scratch = verify_addDisposableResource(env_1, await files.scratch('verify'), true);
        for (const name of wanted)
            await files.write((0,external_node_path_.join)(scratch.path, name), found.open(name));
        await proves((0,external_node_path_.join)(scratch.path, CHECKSUMS), (0,external_node_path_.join)(scratch.path, BUNDLE));
        const text = await files.read((0,external_node_path_.join)(scratch.path, CHECKSUMS));
        const sums = parseChecksums(text ?? new Uint8Array());
        const wrong = [];
        for (const { name, sha256 } of sums) {
            if (!found.names.includes(name))
                wrong.push(`${name} is missing`);
            else {
                const seen = await (0,digest/* sha256Of */.B)(found.open(name));
                if (seen !== sha256)
                    wrong.push(`${name} is sha256 ${seen}, and checksums.txt says ${sha256}`);
            }
        }
        const covered = sums.map(({ name }) => name);
        const others = found.names.filter((name) => !covered.includes(name) && !wanted.includes(name));
        const strangers = others.filter((name) => !RECORDS.includes(name));
        wrong.push(...strangers.map((name) => `${name} is in no signed list`));
        if (wrong.length)
            throw new errors/* Failure */.H('verification', `${found.where} is not what was signed: ${wrong.join('; ')}`, {
                hint: 'Do not run any of it. Download again, and tell its publisher when it stays so.'
            });
        return { covered, uncovered: others };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = verify_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}

;// CONCATENATED MODULE: ./src/commands/verify.ts




/** verify DIR: what a careful downloader checks, in one go. The expected signer comes from the caller, never from the release. */
async function verifyCommand({ operands, read }, world) {
    const config = (0,inputs/* parseInputs */.TL)(read);
    const [operand, ...rest] = operands;
    if (operand === undefined || rest.length)
        throw new errors/* Failure */.H('input', `verify takes one folder, not ${rest.length ? operands.join(' ') : 'none'}`, {
            hint: 'slipway verify DIR --key FILE'
        });
    const { key, identity, issuer } = config;
    if ((key === '') === (identity === '') || (identity !== '') !== (issuer !== ''))
        throw new errors/* Failure */.H('input', 'nobody said who must have signed', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL; the release itself cannot say whom to trust.'
        });
    const folder = (0,external_node_path_.resolve)(world.cwd, operand);
    const files = world.files(folder);
    const found = await findIn(folder, files);
    const proves = await world.verifier({ key: key && (/^[a-z0-9+]+:\/\//.test(key) ? key : (0,external_node_path_.resolve)(world.cwd, key)), identity, issuer }, world.scratchFiles);
    const { covered, uncovered } = await verifyRelease(found, world.scratchFiles, proves);
    world.host.info(`${folder}: the signature is by the expected ${key ? 'key' : 'identity'}; ${covered.length} files have the signed digests`);
    for (const name of uncovered)
        world.host.info(`  ${name} is covered by no signature; nothing is read from it`);
    if (config.json)
        world.print(JSON.stringify({ folder, covered, uncovered }));
}
/** The files at the top of a folder; below an output folder lie binaries, records and the report, which are not released. */
async function findIn(folder, files) {
    const all = await files.list(folder);
    if (all.length === 0)
        throw new errors/* Failure */.H('input', `${folder} is no folder with a release in it`);
    const names = all.filter((name) => !name.includes('/') && name !== '.gitignore');
    return {
        where: folder,
        names,
        async *open(name) {
            const bytes = await files.read((0,external_node_path_.join)(folder, name));
            if (bytes)
                yield bytes;
        }
    };
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(3024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __nccwpck_require__(1455);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __nccwpck_require__(7598);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __nccwpck_require__(8500);
;// CONCATENATED MODULE: ./src/adapters/cosign/identity-token.ts


const HINT = 'GitHub: add "permissions: id-token: write" to the job. GitLab: give it id_tokens with SIGSTORE_ID_TOKEN.';
const ATTEMPTS = 3;
/**
 * The token of this job: SIGSTORE_ID_TOKEN when it holds one, else asked of GitHub. The identity is computed from the
 * token's claims, so that what the certificate says later is compared with it and not believed.
 */
async function identityToken(env, ask, signal) {
    // cosign would take the variable when it exists, even empty.
    const token = env['SIGSTORE_ID_TOKEN']?.trim() || (await fromGitHub(env, ask, signal));
    const claims = claimsOf(token);
    const expires = Number(claims['exp']) * 1000;
    if (expires <= Date.now())
        throw new errors/* Failure */.H('environment', `the identity token of this job expired at ${new Date(expires).toISOString()}`, {
            hint: 'It lives for minutes: sign earlier in the job, or give the signing a job of its own.'
        });
    return { token, identity: identityOf(claims) };
}
/** Who a token stands for, as Fulcio writes it into the certificate. */
function identityOf(claims) {
    const { iss, ci_config_ref_uri: gitlab, job_workflow_ref: github } = claims;
    if (typeof iss === 'string' && typeof gitlab === 'string')
        return { identity: `https://${gitlab}`, issuer: iss };
    if (typeof iss === 'string' && typeof github === 'string')
        return { identity: `${serverOf(iss)}/${github}`, issuer: iss };
    throw new errors/* Failure */.H('environment', 'the identity token of this job names neither a GitHub workflow nor a GitLab one', {
        hint: 'Only those two have a documented identity; sign with a key elsewhere.'
    });
}
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
    for (let attempt = 1;; attempt++) {
        try {
            return await requestToken(url, bearer, ask, signal);
        }
        catch (error) {
            signal.throwIfAborted();
            const again = !(error instanceof errors/* Failure */.H) || error.kind === 'host';
            if (!again || attempt === ATTEMPTS)
                throw error instanceof errors/* Failure */.H
                    ? error
                    : new errors/* Failure */.H('host', `no identity token from ${url.host}`, { cause: error });
            await (0,external_node_timers_promises_.setTimeout)(400 * attempt, undefined, { signal });
        }
    }
}
async function requestToken(url, bearer, ask, signal) {
    const headers = { authorization: `bearer ${bearer}`, accept: 'application/json' };
    const reply = await ask(url, { headers, signal: AbortSignal.any([signal, AbortSignal.timeout(20_000)]) });
    if (reply.status >= 500)
        throw new errors/* Failure */.H('host', `${url.host} answers ${reply.status} to the request for an identity token`);
    if (!reply.ok)
        throw new errors/* Failure */.H('environment', `${url.host} refuses an identity token: ${reply.status}`, { hint: HINT });
    const { value } = (await reply.json());
    if (typeof value === 'string' && value !== '')
        return value;
    throw new errors/* Failure */.H('host', `${url.host} answers without an identity token`);
}
/** The claims of a JWT. Its signature is the certificate authority's to check, not ours. */
function claimsOf(token) {
    try {
        const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
        if (typeof claims === 'object' && claims !== null)
            return claims;
    }
    catch {
        // The parser's error would quote the token.
    }
    throw new errors/* Failure */.H('environment', 'the identity token of this job is not a JSON web token', { hint: HINT });
}

;// CONCATENATED MODULE: ./src/adapters/cosign/run.ts

/** What any child may see: the way to programs, to the network, and to the certificates that this machine trusts. */
const COMMON = /^(PATH|SystemRoot|(HTTPS?|NO|ALL)_PROXY|SSL_CERT_(FILE|DIR))$/i;
/** Runs cosign and gives its stdout. Failures say what to do, and hold none of the secrets that the child was given. */
async function cosign({ cosign: tool, processes, env }, call) {
    const { args, scratch, variables = {}, signal } = call;
    const common = Object.entries(env).filter(([name, value]) => COMMON.test(name) && value !== undefined);
    const environment = {
        ...Object.fromEntries(common),
        HOME: scratch,
        USERPROFILE: scratch,
        TMPDIR: scratch,
        TMP: scratch,
        TUF_ROOT: `${scratch}/tuf`,
        ...variables
    };
    const run = async (argv) => (await processes.run(argv, { env: environment, ...(signal ? { signal } : {}) })).stdout;
    try {
        return await run([tool, ...args]);
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
var blob_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var blob_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
const byIdentity = ({ identity, issuer }) => ['--certificate-identity', identity, '--certificate-oidc-issuer', issuer];
const trusting = ({ trustedRoot }) => trustedRoot === undefined ? [] : ['--trusted-root', trustedRoot];
async function signWithKey(parts, key, variables, path, scratch, signal) {
    const [config, root, made] = ['no-services.json', 'no-root.json', 'bundle.json'].map((name) => (0,external_node_path_.join)(scratch, name));
    await parts.files.write(config, NO_SERVICES);
    await parts.files.write(root, NO_ROOT);
    const offline = ['--signing-config', config, '--trusted-root', root];
    await cosign(parts, {
        args: ['sign-blob', '--yes', '--key', key, ...offline, '--bundle', made, path],
        scratch,
        variables,
        signal
    });
    await refuseOtherBundles(parts, made, scratch);
    return made;
}
/** An older cosign writes another format under the same flag. */
async function refuseOtherBundles(parts, path, scratch) {
    const text = Buffer.from((await parts.files.read(path)) ?? []).toString();
    if (mediaTypeOf(text) === MEDIA_TYPE)
        return;
    await refuseOld(parts.cosign, async (argv) => (await parts.processes.run(argv, { env: { HOME: scratch } })).stdout);
    throw new errors/* Failure */.H('command', `cosign wrote a bundle of another kind: ${mediaTypeOf(text) ?? 'no media type'}`, {
        hint: `Slipway signs ${MEDIA_TYPE}, which cosign 3 writes.`
    });
}
function mediaTypeOf(text) {
    try {
        const { mediaType } = JSON.parse(text);
        return typeof mediaType === 'string' ? mediaType : undefined;
    }
    catch {
        return undefined;
    }
}
async function verifyByKey(parts, pem, path, bundle, scratch, signal) {
    const key = (0,external_node_path_.join)(scratch, 'expected.pub');
    await parts.files.write(key, pem);
    await verifyBlob(parts, byKey(key), path, bundle, scratch, signal);
}
const verifyByIdentity = (parts, expected, sigstore, path, bundle, scratch, signal) => verifyBlob(parts, [...byIdentity(expected), ...trusting(sigstore)], path, bundle, scratch, signal);
async function verifyBlob(parts, expected, path, bundle, scratch, signal, variables = {}) {
    for (const file of [path, bundle])
        if (!(await parts.files.digest(file)))
            throw new errors/* Failure */.H('verification', `there is no ${file} to verify`);
    try {
        const args = ['verify-blob', ...expected, '--bundle', bundle, path];
        await cosign(parts, { args, scratch, variables, ...(signal ? { signal } : {}) });
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        throw new errors/* Failure */.H('verification', `${bundle} does not prove ${path}: cosign refuses it`, {
            hint: 'Do not use the file. The file, its bundle or the expected signer is not what it should be; the cause says which.',
            cause: error.cause
        });
    }
}
/** A private folder for one call, gone at every ending. */
async function inScratch({ files }, label, work) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = blob_addDisposableResource(env_1, await files.scratch(label), true);
        return await work(scratch);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = blob_disposeResources(env_1);
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

;// CONCATENATED MODULE: ./src/adapters/cosign.ts







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
        publicKey ??= inScratch(parts, 'public-key', ({ path: scratch }) => cosign(parts, { args: ['public-key', '--key', key.key], scratch, variables, signal }));
        // A failure is not kept: an aborted first call must not decide the second.
        publicKey.catch(() => (publicKey = undefined));
        return publicKey.then((pem) => ({ publicKey: pem }));
    };
    return {
        mode: 'key',
        async sign(path, bundle, signal) {
            if (key.path !== undefined && !(await parts.files.digest(key.path)))
                throw new errors/* Failure */.H('input', `there is no signing key at ${key.path}`, {
                    hint: 'Check the path that --sign-key names.'
                });
            await inScratch(parts, 'sign', async (scratch) => {
                // Both open the key, which takes longest: side by side, and none is left running when the other fails.
                const [made, known] = await Promise.allSettled([
                    signWithKey(parts, key.key, variables, path, scratch.path, signal),
                    identity(signal)
                ]);
                if (made.status === 'rejected')
                    throw made.reason;
                if (known.status === 'rejected')
                    throw known.reason;
                await verifyByKey(parts, known.value.publicKey, path, made.value, scratch.path, signal);
                await parts.files.copy(made.value, bundle);
            });
        },
        async verify(path, bundle, signal) {
            const { publicKey: pem } = await identity(signal);
            await inScratch(parts, 'verify', (scratch) => verifyByKey(parts, pem, path, bundle, scratch.path, signal));
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
        known = found.identity;
        return found;
    };
    const identity = async (signal) => known ?? (await token(signal)).identity;
    return {
        mode: 'keyless',
        async sign(path, bundle, signal) {
            await inScratch(parts, 'sign', async ({ path: scratch }) => {
                const made = (0,external_node_path_.join)(scratch, 'bundle.json');
                const found = await token(signal);
                const config = sigstore.signingConfig === undefined ? [] : ['--signing-config', sigstore.signingConfig];
                const args = ['sign-blob', '--yes', ...config, ...trusting(sigstore), '--bundle', made, path];
                await cosign(parts, { args, scratch, variables: { SIGSTORE_ID_TOKEN: found.token }, signal });
                await refuseOtherBundles(parts, made, scratch);
                await verifyByIdentity(parts, found.identity, sigstore, path, made, scratch, signal);
                await parts.files.copy(made, bundle);
            });
        },
        async verify(path, bundle, signal) {
            const expected = await identity(signal);
            await inScratch(parts, 'verify', (scratch) => verifyByIdentity(parts, expected, sigstore, path, bundle, scratch.path, signal));
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
        sign: (path, bundle, signal) => inScratch(parts, 'rehearsal', async ({ path: scratch }) => {
            const prefix = (0,external_node_path_.join)(scratch, 'throw-away');
            const variables = { COSIGN_PASSWORD: (0,external_node_crypto_.randomBytes)(24).toString('hex') };
            await cosign(parts, { args: ['generate-key-pair', '--output-key-prefix', prefix], scratch, variables, signal });
            const made = await signWithKey(parts, `${prefix}.key`, variables, path, scratch, signal);
            publicKey = Buffer.from((await parts.files.read(`${prefix}.pub`)) ?? []).toString();
            await verifyByKey(parts, publicKey, path, made, scratch, signal);
            await parts.files.copy(made, bundle);
        }),
        async verify(path, bundle, signal) {
            const key = publicKey;
            if (key === undefined)
                throw new errors/* Failure */.H('verification', `${bundle}: nothing was signed in this rehearsal`);
            await inScratch(parts, 'verify', (scratch) => verifyByKey(parts, key, path, bundle, scratch.path, signal));
        },
        identity: () => Promise.reject(new errors/* Failure */.H('verification', 'a rehearsal has no identity that anyone may trust'))
    };
}
/**
 * Checks a bundle by what a downloader expects: a public key (a file or a key service), or an identity and its issuer.
 * Rejects with a 'verification' Failure when the bundle does not prove the file.
 */
function verifier(parts, expected, sigstore = {}) {
    if (expected.key === '')
        return (path, bundle, signal) => inScratch(parts, 'verify', (scratch) => verifyByIdentity(parts, expected, sigstore, path, bundle, scratch.path, signal));
    const key = keyReference(expected.key);
    return async (path, bundle, signal) => {
        if (key.path !== undefined && !(await parts.files.digest(key.path)))
            throw new errors/* Failure */.H('input', `there is no public key at ${key.path}`, { hint: 'Check the path that --key names.' });
        await inScratch(parts, 'verify', ({ path: scratch }) => verifyBlob(parts, byKey(key.key), path, bundle, scratch, signal, variablesOf(parts.env, key)));
    };
}
/** The command line by which a downloader checks the signature of `file`; `cosign.pub` is where they keep the public key. */
function cosign_verifyCommand(identity, { file = 'checksums.txt', trustedRoot } = {}) {
    const by = 'publicKey' in identity ? byKey('cosign.pub') : [...byIdentity(identity), ...trusting({ trustedRoot })];
    return ['cosign', 'verify-blob', ...by, '--bundle', `${file}.sigstore.json`, file].map(shellWord).join(' ');
}
const shellWord = (word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

;// CONCATENATED MODULE: ./src/adapters/cosign/key-check.ts


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

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __nccwpck_require__(5919);
;// CONCATENATED MODULE: ./src/adapters/libdeflate.ts
/*
libdeflate 1.26 as WebAssembly, made by scripts/libdeflate/build.sh. Do not edit.

Copyright 2016 Eric Biggers
Copyright 2024 Google LLC

Permission is hereby granted, free of charge, to any person
obtaining a copy of this software and associated documentation files
(the "Software"), to deal in the Software without restriction,
including without limitation the rights to use, copy, modify, merge,
publish, distribute, sublicense, and/or sell copies of the Software,
and to permit persons to whom the Software is furnished to do so,
subject to the following conditions:

The above copyright notice and this permission notice shall be
included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND,
EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS
BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN
ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN
CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
*/
/** The module, in base64. */
const LIBDEFLATE = 'AGFzbQEAAAABVAxgBH9/f38AYAF/AX9gAABgAn9/AX9gAX8AYAV/f39/fwF/YAV/f39/fwBgBn9/f39/fwBgCH9/f39/f39/AGAEf39/fwF/YAN/f38AYAN/f38BfwMeHQICAQMEAQEFAwMAAAAAAAYHAwQIAQUJAwQBCgsLBAUBcAEICAUEAQCBAgYJAX8BQYCAgAgLBz0GBm1lbW9yeQIAC19pbml0aWFsaXplAAEIYWxsb2NhdGUABQVib3VuZAAGB2RlZmxhdGUABwVjcmMzMgAICQ0BAEEBCwcKCwwNDgIEComFAx0CAAsjAAJAQQAoAojQgIgARQ0AAAtBAEEBNgKI0ICIABCAgICAAAs6AQF/AkAgAEEQakEEEIOAgIAAIgFFDQAgASAArUIFhkIEhDcDCCABQRBqDwtBAEEwNgKM0ICIAEEAC/cCAQJ/AkACQEF/IABBBGoiAiACIABJGyIAQQEgAXQiASAAIAFLGyIBQX9qZyIADQBBACEADAELAkBBICAAayIAQf//A3FBfWoiAkENSQ0AQgFBICABQYOABGpBEHZBf2pnayIArUL//wODhqchAQJAIABB//8DcUECdCICKAL40ICIACIARQ0AIAJB+NCAiABqIAFBEHQgAGpBfGooAgA2AgAgAA8LQQAgAUAAIgBBEHQgAEF/RhsPC0IBIACtQv//A4OGpyEDAkAgAkECdCIAKALE0ICIACIBRQ0AIABBxNCAiABqIAMgAWpBfGooAgA2AgAgAQ8LIABBkNCAiABqIQECQCAAKAKQ0ICIACIAQf//A3ENAEEAIQACQAJAQQAoAvjQgIgAIgJFDQBBACACKAL8/wM2AvjQgIgAIAIhAAwBC0EBQAAiAkEBakECSQ0CIAJBEHQhAAsgASAAIANqNgIAIAAPCyABIAAgA2o2AgAgAA8LIAALwAECAX4CfwJAIABFDQAgAEEBIABBeGopAwAiAad0IgJrIQACQCABQgWIpyACaiICQQRqIgNBgIACSw0AIABCAUEgIAJBA2pnayICrUL//wODhqdqQXxqIAJB//8DcUECdEG40ICIAGoiAigCADYCACACIAA2AgAPCyAAQgFBICADQYOABGpBEHZBf2pnayICrUL//wODhqdBEHRqQXxqIAJB//8DcUECdCICKAL40ICIADYCACACIAA2AvjQgIgACwsKACAAEIKAgIAACwwAQQAgABCXgICAAAskAAJAIAAQlICAgAAiAA0AQQAPCyAAIAEgAiADIAQQlYCAgAALDgBBACAAIAEQm4CAgAALgRACA38De0EAIQICQCABKAIAQQxHDQBBBiAAIABBf0YbIgNBDEsNAAJAAkAgA0EJTQ0AQYCEpgQhAAwBCwJAIANBAU0NAEHg5CghAAwBC0HgrwxBwC8gA0EBRhshAAtBACECIAEoAgQiBEEAKAKA0ICIACAEG0EgIAAQnICAgAAiAEUNACAAIAM2AghBAiECIABBNyADQQJ0azYCDCAAIAEoAggiAUEAKAKE0ICIACABGzYCBAJAAkACQAJAAkACQAJAAkACQAJAAkACQAJAAkAgAw4MAAECAwQFBgcICQoLDAsgAEEANgIAIABBfzYCDAwMCyAAQSA2AhQgAEGBgICAADYCAAwLCyAAQoaAgICgATcDECAAQYKAgIAANgIADAoLIABCjICAgOABNwMQIABBgoCAgAA2AgAMCQsgAEKQgICA4AM3AxAgAEGCgICAADYCAAwICyAAQpCAgIDgAzcDECAAQYOAgIAANgIADAcLIABCo4CAgJAINwMQIABBg4CAgAA2AgAMBgsgAELkgICAoBA3AxAgAEGDgICAADYCAAwFCyAAQqyCgICgIDcDECAAQYSAgIAANgIADAQLIABC2ISAgKAgNwMQIABBhICAgAA2AgAMAwsgAP0MAgAAACAAAAAgAAAAAAAAAP0LAuSDpgQgAEKjgICAsAk3AxAgAEGFgICAADYCACAAQZzzowRqIQNBAiECQaCHgIgAIQEDQAJAQQEgAkHehoCIAGotAAB0IgRFDQAgAyABKAIAaiACQX5qIAT8CwALAkBBASACQd+GgIgAai0AAHQiBEUNACADIAFBBGooAgBqIAJBf2ogBPwLAAsCQEEBIAJB4IaAiABqLQAAdCIERQ0AIAMgAUEIaigCAGogAiAE/AsACyABQQxqIQEgAkEDaiICQSBHDQAMAwsLIAD9DAQAAAAQAAAAEAAAAOgDAAD9CwLkg6YEIABC5ICAgOASNwMQIABBhYCAgAA2AgAgAEGc86MEaiEDQaCHgIgAIQEDQAJAQQEgAkHehoCIAGotAAB0IgRFDQAgAyABKAIAaiACQX5qIAT8CwALAkBBASACQd+GgIgAai0AAHQiBEUNACADIAFBBGooAgBqIAJBf2ogBPwLAAsCQEEBIAJB4IaAiABqLQAAdCIERQ0AIAMgAUEIaigCAGogAiAE/AsACyABQQxqIQEgAkEDaiICQSBHDQAMAgsLIAD9DAoAAAABAAAAAQAAABAnAAD9CwLkg6YEIABCrIKAgKAgNwMQIABBhYCAgAA2AgAgAEGc86MEaiEDQQIhAkGgh4CIACEBA0ACQEEBIAJB3oaAiABqLQAAdCIERQ0AIAMgASgCAGogAkF+aiAE/AsACwJAQQEgAkHfhoCIAGotAAB0IgRFDQAgAyABQQRqKAIAaiACQX9qIAT8CwALAkBBASACQeCGgIgAai0AAHQiBEUNACADIAFBCGooAgBqIAIgBPwLAAsgAUEMaiEBIAJBA2oiAkEgRw0ACwsgAP0MAQAAAAEAAAABAAAAAQAAACIF/QsCiAogACAF/QsC+AkgACAF/QsC6AkgACAF/QsC2AkgACAF/QsCyAkgACAF/QsCuAkgACAF/QsCqAkgACAF/QsCmAkgAP0MAgAAAAIAAAACAAAAAgAAACIG/QsCiAkgACAG/QsC+AggAP0MBAAAAAQAAAAEAAAABAAAACIH/QsC6AggACAH/QsC2AggACAH/QsCyAggACAH/QsCuAggACAH/QsCqAggACAH/QsCmAggACAG/QsCyAQgACAG/QsCuAQgACAG/QsCqAQgACAG/QsCmAQgACAG/QsCiAQgACAG/QsC+AMgACAG/QsC6AMgACAG/QsC2AMgACAG/QsCyAMgACAG/QsCuAMgACAG/QsCqAMgACAG/QsCmAMgACAG/QsCiAMgACAG/QsC+AIgACAG/QsC6AIgACAG/QsC2AIgACAG/QsCyAIgACAG/QsCuAIgACAG/QsCqAIgACAG/QsCmAIgACAG/QsCiAIgACAG/QsC+AEgACAG/QsC6AEgACAG/QsC2AEgACAG/QsCyAEgACAG/QsCuAEgACAG/QsCqAEgACAG/QsCmAEgACAG/QsCiAEgACAG/QsCeCAAIAb9CwJoIAAgBv0LAlggACAG/QsCSCAAIAb9CwI4IAAgBv0LAiggACAG/QsCGCAAQYgIaiAF/QsCACAAQfgHaiAF/QsCACAAQegHaiAF/QsCACAAQdgHaiAF/QsCACAAQcgHaiAF/QsCACAAQbgHaiAF/QsCACAAQagHaiAF/QsCACAAQZgHaiAF/QsCACAAQYgHaiAF/QsCACAAQfgGaiAF/QsCACAAQegGaiAF/QsCACAAQdgGaiAF/QsCACAAQcgGaiAF/QsCACAAQbgGaiAF/QsCACAAQagGaiAF/QsCACAAQZgGaiAF/QsCACAAQYgGaiAF/QsCACAAQfgFaiAF/QsCACAAQegFaiAF/QsCACAAQdgFaiAF/QsCACAAQcgFaiAF/QsCACAAQbgFaiAF/QsCACAAQagFaiAF/QsCACAAQZgFaiAF/QsCACAAQYgFaiAF/QsCACAAQfgEaiAF/QsCACAAQegEaiAF/QsCACAAQdgEaiAF/QsCAEGgAkEOIABBGGogAEGwIWogAEGwF2oQj4CAgABBIEEPIABBmAlqIABB0CNqIABBsCBqEI+AgIAAIAAhAgsgAgu8EgUEfwF7EH8Bewd/IABBwC9qIQQgACgCFCEFQQAhBgNAIAAgBmoiB0HwL2r9DACAAIAAgACAAIAAgACAAIAiCP0LAQAgB0HgL2ogCP0LAQAgB0HQL2ogCP0LAQAgB0HAL2ogCP0LAQAgBkHAAGoiBkGAgAhHDQALQYICIQkgBUGCAiAFQYICSRshCiABIAJqIQsgAEHwE2ohDCAAQZAXaiENIABB8BRqIQ4gAEHwCmohDyAAQZgJaiEQIABBGGohESAAQcCvCGohEkEAIRMgASEUA0AgEUEAQYAK/AsAIBJBADYCACALIAFB//8DaiALIAFrQYenBEkbIRVBwK8IIRYgASECAkADQCAAIBZqIRcCQCALIAJrIgdBgQJLDQACQCAHQQRLDQAgAkEBaiEYAkAgB0EBcUUNACARIAItAABBAnRqIgYgBigCAEEBajYCACAXIBcoAgBBAWo2AgAgB0F/aiEHIBghAgtBACEJIAsgGEYNAwNAIBEgAi0AAEECdGoiBiAGKAIAQQFqNgIAIBcgFygCAEEBajYCACARIAJBAWotAABBAnRqIgYgBigCAEEBajYCACAXIBcoAgBBAWo2AgAgAkECaiECIAdBfmoiBw0ACyACIRgMAwsgCiAHIAogB0kbIQogByEJCwJAIAIgFGsiB0GAgAJHDQBBACEHA0AgACAHaiIGQcAvaiIFIAX9AAEA/QwAAAAAAAAAAAAAAAAAAAAAIhn9mAEgCP1Q/QsBACAGQdAvaiIGIAb9AAEAIBn9mAEgCP1Q/QsBACAHQSBqIgdBgIAIRw0ACyAUQYCAAmohFEEAIQcLIAQgE0ECdGoiBi4BACEFIAIoAAAhGiACKAABIRMgBiAHOwEAIAJBAWohGCATQb3P1vEBbEERdiETAkACQCAHwUGAgH5zIhsgBU4NACAGLgECIRwgBiAFOwECAkACQAJAIBQgBWoiBygAACAaRw0AAkACQAJAAkAgCUFsakFvSyIdRQ0AQQQhHgwBCwJAIAcoAAQiBiACKAAEIgVGDQAgBSAGcyEGQQQhBQwCCwJAIAcoAAgiBiACKAAIIgVGDQAgBSAGcyEGQQghBQwCCwJAIAcoAAwiBiACKAAMIgVGDQAgBSAGcyEGQQwhBQwCCwJAIAcoABAiBiACKAAQIgVGDQAgBSAGcyEGQRAhBQwCC0EUIR4LA0ACQCAeQQRqIgYgCU0NACAeIAlPDQMDQCAHIB5qLQAAIAIgHmotAABHDQQgHkEBaiIeIAlJDQALIAkhHgwDCyACIB5qIQUgByAeaiEfIAYhHiAfKAAAIh8gBSgAACIgRg0ACyAGQXxqIQUgICAfcyEGCyAGaEEDdiAFaiEeCyAbIBxODQEgHiAKTw0BIBQgHGoiBigAACAaRw0BIAYgHmpBfWooAAAgAiAeakF9aigAAEcNAQJAAkACQAJAIB1FDQBBBCEFDAELAkAgBigABCIFIAIoAAQiGkYNACAaIAVzIQVBBCEaDAILAkAgBigACCIFIAIoAAgiGkYNACAaIAVzIQVBCCEaDAILAkAgBigADCIFIAIoAAwiGkYNACAaIAVzIQVBDCEaDAILAkAgBigAECIFIAIoABAiGkYNACAaIAVzIQVBECEaDAILQRQhBQsDQAJAIAVBBGoiGiAJTQ0AIAUgCU8NAwNAIAYgBWotAAAgAiAFai0AAEcNBCAFQQFqIgUgCUkNAAsgCSEFDAMLIAIgBWohGyAGIAVqIRwgGiEFIBwoAAAiHCAbKAAAIhtGDQALIBpBfGohGiAbIBxzIQULIAVoQQN2IBpqIQULIAUgHiAFIB5LIhobIR4gBiAHIBobIQcMAQsgGyAcTg0CIBQgHGoiBygAACAaRw0CAkACQAJAIAlBbGpBb00NAEEEIR4MAQsCQCAHKAAEIgYgAigABCIFRg0AIAUgBnMhBkEEIQUMAgsCQCAHKAAIIgYgAigACCIFRg0AIAUgBnMhBkEIIQUMAgsCQCAHKAAMIgYgAigADCIFRg0AIAUgBnMhBkEMIQUMAgsCQCAHKAAQIgYgAigAECIFRg0AIAUgBnMhBkEQIQUMAgtBFCEeCwNAAkAgHkEEaiIGIAlNDQAgHiAJTw0DA0AgByAeai0AACACIB5qLQAARw0EIB5BAWoiHiAJSQ0ACyAJIR4MBAsgAiAeaiEFIAcgHmohGiAGIR4gGigAACIaIAUoAAAiG0YNAAsgBkF8aiEFIBsgGnMhBgsgBmhBA3YgBWohHgsgHkUNAQsgESAeLQCQgICIAEECdGoiBiAGKAKECEEBajYChAggEEGAAiACIAdrIgdrQR12IgZBAXQgB0F/aiAGdi0AoIKAiABqIgZBAnRqIgUgBSgCAEEBajYCACAXIAc7AQQgFyAGOwEGIAAgFkEIaiIWakEANgIAIBcgFygCACAeQRd0cjYCAAJAIB5BBGogCyAYa0sNAAJAIBggFGsiByAeQX9qIhdqQf//fWpB//99Sw0AQQAhBgNAIAAgBmoiBUHAL2oiGiAa/QABAP0MAAAAAAAAAAAAAAAAAAAAACIZ/ZgBIAj9UP0LAQAgBUHQL2oiBSAF/QABACAZ/ZgBIAj9UP0LAQAgBkEgaiIGQYCACEcNAAsgB0GAgH5qIQcgFEGAgAJqIRQLAkAgF0EBcUUNACAEIBNBAnRqIgYgBi8BADsBAiAGIAc7AQAgHkF+aiEXIAdBAWohByACQQJqIRggAigAAkG9z9bxAWxBEXYhEwsgHkECRg0AIBhBAmohBgNAIAQgE0ECdGoiBSAFLwEAOwECIAUgBzsBACAEIAZBf2ooAABBvc/W8QFsQQ92Qfz/B3FqIgUgBS8BADsBAiAFIAdBAWo7AQAgB0ECaiEHIAYoAABBvc/W8QFsQRF2IRMgBkECaiEGIBdBfmoiFw0ACwsgAiAeaiEYDAELIBEgAi0AAEECdGoiByAHKAIAQQFqNgIAIBcgFygCAEEBajYCAAsgGCAVTw0BIBghAiAWQcCvDEgNAAsLIAAgACgCmAhBAWo2ApgIQaACQQ4gESAOIA8Qj4CAgABBIEEPIBAgDSAMEI+AgIAAIAAgAyABIBggAWsgEiAYIAtGIgcQkICAgAACQCAHDQAgGCEBIAMtABBBAUcNAQsLC7oWBQV/AXsUfwF7CX8jgICAgABBgAJrIgQkgICAgAAgAEHAL2ohBSAAKAIUIQZBACEHA0AgACAHaiIIQZAwav0MAIAAgACAAIAAgACAAIAAgCIJ/QsBACAIQYAwaiAJ/QsBACAIQfAvaiAJ/QsBACAIQeAvaiAJ/QsBACAIQdAvaiAJ/QsBACAIQcAvaiAJ/QsBACAHQeAAaiIHQYCADEcNAAtBggIhCiAGQYICIAZBggJJGyELIABB8BNqIQwgAEGQF2ohDSAAQfAUaiEOIABB8ApqIQ8gAEGYCWohECAAQcCvDGohESAAQcCvBGohEiAAQRhqIRMgAEGYCmohFCAAQcCvEGohFSABIAJqIRZBACEXQQAhGCABIRkDQCAAQQA2AsCvECATQQBB2Ar8CwAgACgCECEaIARBAEGAAvwLAEEDIRsCQCAWIAFB4KcSaiAWIAFrQejOEkkbIhwgAWsiCEGABEkNACABQQRqIQYgCEGAICAIQYAgSRsiCEH8P3EhHSAIQQNxIQJBACEHA0AgBCABIAdqIggtAABqQQE6AAAgBCAIQQFqLQAAakEBOgAAIAQgCEECai0AAGpBAToAACAEIAhBA2otAABqQQE6AAAgBiIIQQRqIQYgHSAHQQRqIgdHDQALAkAgAkUNAANAIAQgCC0AAGpBAToAACAIQQFqIQggAkF/aiICDQALC/0MAAAAAAAAAAAAAAAAAAAAACEeQQAhBwNAIB4gBCAHaiII/QAEAP2JAf2pAf2uASAIQQRq/VwCAP2JAf2pAf2uASAIQQhq/V0DAP2JAf2pAf2uASAIQQxq/VwCAP2JAf2pAf2uASEeIAdBEGoiB0GAAkcNAAtBAyEbIB4gHiAJ/Q0ICQoLDA0ODwABAgMAAQID/a4BIh4gHiAJ/Q0EBQYHAAECAwABAgMAAQID/a4B/RsAIghBzwBLDQAgCC0AoImAiAAhGyAaQQ9LDQACQCAaQQRLDQAgG0EEIAhBLEsbIRsMAQsCQCAaQQlLDQAgG0EFIAhBD0sbIRsMAQsgG0EHIAhBB0sbIRsLIBtBf2ohH0HArxAhICABIRoDQAJAIBYgGmsiCEGBAksNACALIAggCyAISRshCyAIIQoLIAAoAhAhBwJAIBogGWsiBkGAgAJHDQBBACEIA0AgACAIaiIGQcAvaiICIAL9AAEA/QwAAAAAAAAAAAAAAAAAAAAAIh79mAEgCf1Q/QsBACAGQdAvaiIGIAb9AAEAIB79mAEgCf1Q/QsBACAIQSBqIghBgIAQRw0ACyAZQYCAAmohGUEAIQYLAkACQCAKQQVJDQAgBkGAgAJzwSECIAUgGEEBdGoiGC4BACEdIBIgF0EBdGoiFy4BACEIIBggBjsBACAXIAY7AQAgESAGQQF0aiAIOwEAIBooAAEiBkG9z9bxAWxBEHYhFyAGQf///wdxQb3P1vEBbEERdiEYAkACQAJAIB9BA0sNACAdIAJMDQNBAyEhIBooAAAhIiAaIQYCQCAfQQNGDQAgGiAZIB1qIgYgBigAACAic0H///8HcSIdGyEGIB9BAyAdGyEhCyAIIAJMDQQgB0F/aiEdAkADQCAdIQcgGSAIwSIIaiIjKAAAICJGDQEgESAIQf//AXFBAXRqLgEAIgggAkwNBiAHQX9qIR0gBw0ADAYLCwJAAkACQAJAIApBbGoiBkFvTQ0AQQQhIQwBCwJAICMoAAQiHSAaKAAEIiFGDQAgISAdcyEdQQQhIQwCCwJAICMoAAgiHSAaKAAIIiFGDQAgISAdcyEdQQghIQwCCwJAICMoAAwiHSAaKAAMIiFGDQAgISAdcyEdQQwhIQwCCwJAICMoABAiHSAaKAAQIiFGDQAgISAdcyEdQRAhIQwCC0EUISELIBkgCGohJANAAkAgIUEEaiIdIApNDQAgISAKTw0DA0AgJCAhai0AACAaICFqLQAARw0EICFBAWoiISAKSQ0ACyAKISEMAwsgGiAhaiEiICQgIWohJSAdISEgJSgAACIlICIoAAAiIkYNAAsgHUF8aiEhICIgJXMhHQsgHWhBA3YgIWohIQsgISALTw0CIBEgCEH//wFxQQF0ai4BACIIIAJMDQIgBw0BDAILIB8gC08NAiAIIAJMDQIgCkFsaiEGIBohIyAfISELIAZBb0shIgNAIAdBf2ohBiAaICFqQX1qKAAAIR0CQANAIAYhBwJAIBkgCMEiCGoiBiAhakF9aigAACAdRw0AIAYoAAAgGigAAEYNAgsgESAIQf//AXFBAXRqLgEAIgggAkwNAyAHQX9qIQYgBw0ADAMLCwJAAkACQAJAICJFDQBBBCEdDAELAkAgBigABCIdIBooAAQiJUYNACAlIB1zIR1BBCElDAILAkAgBigACCIdIBooAAgiJUYNACAlIB1zIR1BCCElDAILAkAgBigADCIdIBooAAwiJUYNACAlIB1zIR1BDCElDAILAkAgBigAECIdIBooABAiJUYNACAlIB1zIR1BECElDAILQRQhHQsgGSAIaiEmA0ACQCAdQQRqIiUgCk0NACAdIApPDQMDQCAmIB1qLQAAIBogHWotAABHDQQgHUEBaiIdIApJDQALIAohHQwDCyAaIB1qISQgJiAdaiEnICUhHSAnKAAAIicgJCgAACIkRg0ACyAlQXxqISUgJCAncyEdCyAdaEEDdiAlaiEdCwJAIB0gIU0NACAGISMgHSEhIB0gC0kNACAdISEMBAsgESAIQf//AXFBAXRqLgEAIgggAkwNASAHDQALCyAjIQYMAQsgGiEGIB8hIQsgACAgaiEIAkACQCAhIBtJDQAgGiAGayEHAkAgIUEDSw0AIAdBgCBLDQELIBMgIS0AkICAiABBAnRqIgYgBigChAhBAWo2AoQIIBBBgAIgB2tBHXYiBkEBdCAHQX9qIAZ2LQCggoCIAGoiBkECdGoiAiACKAIAQQFqNgIAIBRBJEEgICFBCEsbaiICIAIoAgBBAWo2AgAgCCAHOwEEIAggBjsBBiAAIAAoAugKQQFqIiM2AugKIAAgIEEIaiIgakEANgIAIAggCCgCACAhQRd0cjYCAAJAICFBBGogFiAaQQFqIgJrSw0AIAIgGWshCCAhQX9qIR0DQAJAIAhBgIACRw0AQQAhCANAIAAgCGoiB0HAL2oiBiAG/QABAP0MAAAAAAAAAAAAAAAAAAAAACIe/ZgBIAn9UP0LAQAgB0HQL2oiByAH/QABACAe/ZgBIAn9UP0LAQAgCEEgaiIIQYCAEEcNAAsgGUGAgAJqIRlBACEICyAFIBhBAXRqIAg7AQAgESAIQQF0aiASIBdBAXRqIgcvAQA7AQAgByAIOwEAIAhBAWohCCACKAABIgdBvc/W8QFsQRB2IRcgB0H///8HcUG9z9bxAWxBEXYhGCACQQFqIQIgHUF/aiIdDQALCyAaICFqIRoMAQsgEyAaLQAAIgdBAnRqIgYgBigCAEEBajYCACAUIAdBA3ZBGHFqIAdBAXFBAnRqIgcgBygCAEEBajYCACAAIAAoAugKQQFqIiM2AugKIAggCCgCAEEBajYCACAaQQFqIRoLAkACQAJAIBogHE8NACAgQcDkKEgNAQsgGiABayEIDAELICNBgARJDQEgGiABayIIQYgnSA0BIBYgGmtBiCdIDQEgFCAIEJGAgIAARQ0BCwsgACAAKAKYCEEBajYCmAhBoAJBDiATIA4gDxCPgICAAEEgQQ8gECANIAwQj4CAgAAgACADIAEgCCAVIBogFkYiBxCQgICAAAJAIAcNACAaIQEgAy0AEEEBRw0BCwsgBEGAAmokgICAgAALnioHBX8BexV/AXsCfwF7DH8jgICAgABBgAJrIgQkgICAgAAgAEHAL2ohBSAAKAIUIQZBACEHA0AgACAHaiIIQZAwav0MAIAAgACAAIAAgACAAIAAgCIJ/QsBACAIQYAwaiAJ/QsBACAIQfAvaiAJ/QsBACAIQeAvaiAJ/QsBACAIQdAvaiAJ/QsBACAIQcAvaiAJ/QsBACAHQeAAaiIHQYCADEcNAAtBggIhCiAGQYICIAZBggJJGyELIABB8BNqIQwgAEGQF2ohDSAAQfAUaiEOIABB8ApqIQ8gAEGYCWohECAAQcCvDGohESAAQcCvBGohEiAAQRhqIRMgAEGYCmohFCAAQcCvEGohFSABIAJqIRZBACEXQQAhGCABIQIDQCAAQQA2AsCvECATQQBB2Ar8CwAgACgCECEZIARBAEGAAvwLACAWIAFrIghBkM4AIAhBkM4ASBshGkEDIRsCQCAWIAFB4KcSaiAIQejOEkkbIhwgAWsiCEGABEkNACABQQRqIQYgCEGAICAIQYAgSRsiCEH8P3EhHSAIQQNxIR5BACEHA0AgBCABIAdqIggtAABqQQE6AAAgBCAIQQFqLQAAakEBOgAAIAQgCEECai0AAGpBAToAACAEIAhBA2otAABqQQE6AAAgBiIIQQRqIQYgHSAHQQRqIgdHDQALAkAgHkUNAANAIAQgCC0AAGpBAToAACAIQQFqIQggHkF/aiIeDQALC/0MAAAAAAAAAAAAAAAAAAAAACEfQQAhBwNAIB8gBCAHaiII/QAEAP2JAf2pAf2uASAIQQRq/VwCAP2JAf2pAf2uASAIQQhq/V0DAP2JAf2pAf2uASAIQQxq/VwCAP2JAf2pAf2uASEfIAdBEGoiB0GAAkcNAAtBAyEbIB8gHyAJ/Q0ICQoLDA0ODwABAgMAAQID/a4BIh8gHyAJ/Q0EBQYHAAECAwABAgMAAQID/a4B/RsAIghBzwBLDQAgCC0AoImAiAAhGyAZQQ9LDQACQCAZQQRLDQAgG0EEIAhBLEsbIRsMAQsCQCAZQQlLDQAgG0EFIAhBD0sbIRsMAQsgG0EHIAhBB0sbIRsLIAEgGmohIEHArxAhISABIR4DQAJAIB4gIEkNACAAKAIQIQb9DAAAAAAAAAAAAAAAAAAAAAAhH0EAIQcDQCAAIAdqIghByABq/QACACAIQThq/QACACAIQShq/QACACAIQRhq/QACACAf/a4B/a4B/a4B/a4BIR8gB0HAAGoiB0GACEcNAAsgHyAfIAn9DQgJCgsMDQ4PAAECAwABAgP9rgEiHyAfIAn9DQQFBgcAAQIDAAECAwABAgP9rgH9GwBBCnb9ESEf/QwAAAAAAAAAAAAAAAAAAAAAISJBACEHA0AgIiAAIAdqIghBGGr9AAIAIB/9PP2xASAIQShq/QACACAf/Tz9sQEgCEE4av0AAgAgH/08/bEBIAhByABq/QACACAf/Tz9sQEhIiAHQcAAaiIHQYAIRw0AC0EDIRsCQCAiICIgCf0NCAkKCwwNDg8AAQIDAAECA/2uASIfIB8gCf0NBAUGBwABAgMAAQIDAAECA/2uAf0bACIIQc8ASw0AIAgtAKCJgIgAIRsgBkEPSw0AAkAgBkEESw0AIBtBBCAIQSxLGyEbDAELAkAgBkEJSw0AIBtBBSAIQQ9LGyEbDAELIBtBByAIQQdLGyEbCyAgIBYgIGsiCCAeIAFrIgcgCCAHSBtqISALAkAgFiAeayIIQYECSw0AIAsgCCALIAhJGyELIAghCgsgACgCECEjAkAgHiACayIIQYCAAkcNAEEAIQgDQCAAIAhqIgdBwC9qIgYgBv0AAQD9DAAAAAAAAAAAAAAAAAAAAAAiH/2YASAJ/VD9CwEAIAdB0C9qIgcgB/0AAQAgH/2YASAJ/VD9CwEAIAhBIGoiCEGAgBBHDQALIAJBgIACaiECQQAhCAsgG0F/aiEdAkACQCAKQQVPDQAgHiEGDAELIAhBgIACc8EhGiAFIBhBAXRqIgYuAQAhJCASIBdBAXRqIhcuAQAhByAGIAg7AQAgFyAIOwEAIBEgCEEBdGogBzsBACAeKAABIghBvc/W8QFsQRB2IRcgCEH///8HcUG9z9bxAWxBEXYhGAJAAkACQCAdQQNLDQACQCAkIBpKDQAgHiEGDAQLQQMhJSAeKAAAIRkgHiEGAkAgHUEDRg0AIB4gAiAkaiIIIAgoAAAgGXNB////B3EiCBshBiAdQQMgCBshJQsCQCAHIBpKDQAgJSEdDAQLICNBf2ohHQJAA0AgHSEIIAIgB8EiB2oiJCgAACAZRg0BAkAgESAHQf//AXFBAXRqLgEAIgcgGkoNACAlIR0MBgsgCEF/aiEdIAgNAAsgJSEdDAQLAkACQAJAAkAgCkFsaiIGQW9NDQBBBCEdDAELAkAgJCgABCIdIB4oAAQiGUYNACAZIB1zIR1BBCEZDAILAkAgJCgACCIdIB4oAAgiGUYNACAZIB1zIR1BCCEZDAILAkAgJCgADCIdIB4oAAwiGUYNACAZIB1zIR1BDCEZDAILAkAgJCgAECIdIB4oABAiGUYNACAZIB1zIR1BECEZDAILQRQhHQsgAiAHaiEmA0ACQCAdQQRqIhkgCk0NACAdIApPDQMDQCAmIB1qLQAAIB4gHWotAABHDQQgHUEBaiIdIApJDQALIAohHQwDCyAeIB1qISUgJiAdaiEnIBkhHSAnKAAAIicgJSgAACIlRg0ACyAZQXxqIRkgJSAncyEdCyAdaEEDdiAZaiEdCyAdIAtPDQIgESAHQf//AXFBAXRqLgEAIgcgGkwNAiAIDQEMAgsCQCAdIAtJDQAgHiEGDAMLAkAgByAaSg0AIB4hBgwDCyAKQWxqIQYgHiEkICMhCAsgBkFvSyElA0AgCEF/aiEGIB4gHWpBfWooAAAhGQJAA0AgBiEIAkAgAiAHwSIHaiIGIB1qQX1qKAAAIBlHDQAgBigAACAeKAAARg0CCyARIAdB//8BcUEBdGouAQAiByAaTA0DIAhBf2ohBiAIDQAMAwsLAkACQAJAAkAgJUUNAEEEIRkMAQsCQCAGKAAEIhkgHigABCInRg0AICcgGXMhGUEEIScMAgsCQCAGKAAIIhkgHigACCInRg0AICcgGXMhGUEIIScMAgsCQCAGKAAMIhkgHigADCInRg0AICcgGXMhGUEMIScMAgsCQCAGKAAQIhkgHigAECInRg0AICcgGXMhGUEQIScMAgtBFCEZCyACIAdqISgDQAJAIBlBBGoiJyAKTQ0AIBkgCk8NAwNAICggGWotAAAgHiAZai0AAEcNBCAZQQFqIhkgCkkNAAsgCiEZDAMLIB4gGWohJiAoIBlqISkgJyEZICkoAAAiKSAmKAAAIiZGDQALICdBfGohJyAmIClzIRkLIBloQQN2ICdqIRkLAkAgGSAdTQ0AIAYhJCAZIR0gGSALSQ0AIBkhHQwDCyARIAdB//8BcUEBdGouAQAiByAaTA0BIAgNAAsLICQhBgsgACAhaiElAkACQAJAIB0gG0kNACAeIAZrIScgHUEDRw0BICdBgcAASQ0BCyATIB4tAAAiCEECdGoiByAHKAIAQQFqNgIAIBQgCEEDdkEYcWogCEEBcUECdGoiCCAIKAIAQQFqNgIAIAAgACgC6ApBAWoiGjYC6AogJSAlKAIAQQFqNgIAIB5BAWohHgwBCyAeQQFqIRoCQAJAIB0gC0kNACAnIQcgGiEjIB0hBgwBCyAjQQF2IihBf2ohKgNAAkAgFiAaayIIQYECSw0AIAsgCCALIAhJGyELIAghCgsCQCAaIAJrIghBgIACRw0AQQAhCANAIAAgCGoiB0HAL2oiBiAG/QABAP0MAAAAAAAAAAAAAAAAAAAAACIf/ZgBIAn9UP0LAQAgB0HQL2oiByAH/QABACAf/ZgBIAn9UP0LAQAgCEEgaiIIQYCAEEcNAAsgAkGAgAJqIQJBACEICyAdQX9qIQYgGkEBaiEjAkACQCAKQQVPDQAgGiEeDAELIAhBgIACc8EhGSAFIBhBAXRqIh4uAQAhJiASIBdBAXRqIhcuAQAhByAeIAg7AQAgFyAIOwEAIBEgCEEBdGogBzsBACAjKAAAIghBvc/W8QFsQRB2IRcgCEH///8HcUG9z9bxAWxBEXYhGAJAAkACQCAGQQNLDQACQCAmIBlKDQAgGiEeDAQLQQMhKSAaKAAAISQgGiEeAkAgBkEDRg0AIBogAiAmaiIIIAgoAAAgJHNB////B3EiCBshHiAGQQMgCBshKQsCQCAHIBlKDQAgKSEGDAQLICohBgJAA0AgBiEIIAIgB8EiB2oiJigAACAkRg0BAkAgESAHQf//AXFBAXRqLgEAIgcgGUoNACApIQYMBgsgCEF/aiEGIAgNAAsgKSEGDAQLAkACQAJAAkAgCkFsaiIeQW9NDQBBBCEGDAELAkAgJigABCIGIBooAAQiJEYNACAkIAZzIQZBBCEkDAILAkAgJigACCIGIBooAAgiJEYNACAkIAZzIQZBCCEkDAILAkAgJigADCIGIBooAAwiJEYNACAkIAZzIQZBDCEkDAILAkAgJigAECIGIBooABAiJEYNACAkIAZzIQZBECEkDAILQRQhBgsgAiAHaiErA0ACQCAGQQRqIiQgCk0NACAGIApPDQMDQCArIAZqLQAAIBogBmotAABHDQQgBkEBaiIGIApJDQALIAohBgwDCyAaIAZqISkgKyAGaiEsICQhBiAsKAAAIiwgKSgAACIpRg0ACyAkQXxqISQgKSAscyEGCyAGaEEDdiAkaiEGCyAGIAtPDQIgESAHQf//AXFBAXRqLgEAIgcgGUwNAiAIDQEMAgsCQCAGIAtJDQAgGiEeDAMLAkAgByAZSg0AIBohHgwDCyAKQWxqIR4gGiEmICghCAsgHkFvSyEpA0AgCEF/aiEeIBogBmpBfWooAAAhJAJAA0AgHiEIAkAgAiAHwSIHaiIeIAZqQX1qKAAAICRHDQAgHigAACAaKAAARg0CCyARIAdB//8BcUEBdGouAQAiByAZTA0DIAhBf2ohHiAIDQAMAwsLAkACQAJAAkAgKUUNAEEEISQMAQsCQCAeKAAEIiQgGigABCIsRg0AICwgJHMhJEEEISwMAgsCQCAeKAAIIiQgGigACCIsRg0AICwgJHMhJEEIISwMAgsCQCAeKAAMIiQgGigADCIsRg0AICwgJHMhJEEMISwMAgsCQCAeKAAQIiQgGigAECIsRg0AICwgJHMhJEEQISwMAgtBFCEkCyACIAdqIS0DQAJAICRBBGoiLCAKTQ0AICQgCk8NAwNAIC0gJGotAAAgGiAkai0AAEcNBCAkQQFqIiQgCkkNAAsgCiEkDAMLIBogJGohKyAtICRqIS4gLCEkIC4oAAAiLiArKAAAIitGDQALICxBfGohLCArIC5zISQLICRoQQN2ICxqISQLAkAgJCAGTQ0AIB4hJiAkIQYgJCALSQ0AICQhBgwDCyARIAdB//8BcUEBdGouAQAiByAZTA0BIAgNAAsLICYhHgsCQCAGIB1JDQAgGiAeayIHZyAnZ2sgBiAda0ECdGpBA0gNACATIBpBf2otAAAiCEECdGoiHiAeKAIAQQFqNgIAIBQgCEEDdkEYcWogCEEBcUECdGoiCCAIKAIAQQFqNgIAIAAgACgC6ApBAWo2AugKICUgJSgCAEEBajYCACAGIR0gIyEaIAchJyAGIAtPDQIMAQsLIBMgHS0AkICAiABBAnRqIgggCCgChAhBAWo2AoQIIBBBgAIgJ2tBHXYiCEEBdCAnQX9qIAh2LQCggoCIAGoiCEECdGoiByAHKAIAQQFqNgIAIBRBJEEgIB1BCEsbaiIHIAcoAgBBAWo2AgAgJSAnOwEEICUgCDsBBiAAIAAoAugKQQFqIho2AugKIAAgIUEIaiIhakEANgIAICUgJSgCACAdQRd0cjYCACAdQX5qIRkCQCAdQQNqIBYgI2tLDQAgIyACayEIICMhHiAZIR0DQAJAIAhBgIACRw0AQQAhCANAIAAgCGoiB0HAL2oiBiAG/QABAP0MAAAAAAAAAAAAAAAAAAAAACIf/ZgBIAn9UP0LAQAgB0HQL2oiByAH/QABACAf/ZgBIAn9UP0LAQAgCEEgaiIIQYCAEEcNAAsgAkGAgAJqIQJBACEICyAFIBhBAXRqIAg7AQAgESAIQQF0aiASIBdBAXRqIgcvAQA7AQAgByAIOwEAIAhBAWohCCAeKAABIgdBvc/W8QFsQRB2IRcgB0H///8HcUG9z9bxAWxBEXYhGCAeQQFqIR4gHUF/aiIdDQALCyAjIBlqIR4MAQsgEyAGLQCQgICIAEECdGoiCCAIKAKECEEBajYChAggEEGAAiAHa0EddiIIQQF0IAdBf2ogCHYtAKCCgIgAaiIIQQJ0aiIeIB4oAgBBAWo2AgAgFEEkQSAgBkEISxtqIh4gHigCAEEBajYCACAlIAc7AQQgJSAIOwEGIAAgACgC6ApBAWoiGjYC6AogACAhQQhqIiFqQQA2AgAgJSAlKAIAIAZBF3RyNgIAIAZBf2ohGQJAIAZBBGogFiAja0sNACAjIAJrIQggIyEeIBkhHQNAAkAgCEGAgAJHDQBBACEIA0AgACAIaiIHQcAvaiIGIAb9AAEA/QwAAAAAAAAAAAAAAAAAAAAAIh/9mAEgCf1Q/QsBACAHQdAvaiIHIAf9AAEAIB/9mAEgCf1Q/QsBACAIQSBqIghBgIAQRw0ACyACQYCAAmohAkEAIQgLIAUgGEEBdGogCDsBACARIAhBAXRqIBIgF0EBdGoiBy8BADsBACAHIAg7AQAgCEEBaiEIIB4oAAEiB0G9z9bxAWxBEHYhFyAHQf///wdxQb3P1vEBbEERdiEYIB5BAWohHiAdQX9qIh0NAAsLICMgGWohHgsCQAJAAkAgHiAcTw0AICFBwOQoSA0BCyAeIAFrIQgMAQsgGkGABEkNASAeIAFrIghBiCdIDQEgFiAea0GIJ0gNASAUIAgQkYCAgABFDQELCyAAIAAoApgIQQFqNgKYCEGgAkEOIBMgDiAPEI+AgIAAQSBBDyAQIA0gDBCPgICAACAAIAMgASAIIBUgHiAWRiIHEJCAgIAAAkAgBw0AIB4hASADLQAQQQFHDQELCyAEQYACaiSAgICAAAuENgcFfwF7FX8BewJ/AXsPfyOAgICAAEGAAmsiBCSAgICAACAAQcAvaiEFIAAoAhQhBkEAIQcDQCAAIAdqIghBkDBq/QwAgACAAIAAgACAAIAAgACAIgn9CwEAIAhBgDBqIAn9CwEAIAhB8C9qIAn9CwEAIAhB4C9qIAn9CwEAIAhB0C9qIAn9CwEAIAhBwC9qIAn9CwEAIAdB4ABqIgdBgIAMRw0AC0GCAiEKIAZBggIgBkGCAkkbIQsgAEHwE2ohDCAAQZAXaiENIABB8BRqIQ4gAEHwCmohDyAAQZgJaiEQIABBwK8MaiERIABBwK8EaiESIABBGGohEyAAQZgKaiEUIABBwK8QaiEVIAEgAmohFiABIQJBACEXQQAhGANAIABBADYCwK8QIBNBAEHYCvwLACAAKAIQIRkgBEEAQYAC/AsAIBYgAWsiCEGQzgAgCEGQzgBIGyEaQQMhGwJAIBYgAUHgpxJqIAhB6M4SSRsiHCABayIIQYAESQ0AIAFBBGohBiAIQYAgIAhBgCBJGyIIQfw/cSEdIAhBA3EhHkEAIQcDQCAEIAEgB2oiCC0AAGpBAToAACAEIAhBAWotAABqQQE6AAAgBCAIQQJqLQAAakEBOgAAIAQgCEEDai0AAGpBAToAACAGIghBBGohBiAdIAdBBGoiB0cNAAsCQCAeRQ0AA0AgBCAILQAAakEBOgAAIAhBAWohCCAeQX9qIh4NAAsL/QwAAAAAAAAAAAAAAAAAAAAAIR9BACEHA0AgHyAEIAdqIgj9AAQA/YkB/akB/a4BIAhBBGr9XAIA/YkB/akB/a4BIAhBCGr9XQMA/YkB/akB/a4BIAhBDGr9XAIA/YkB/akB/a4BIR8gB0EQaiIHQYACRw0AC0EDIRsgHyAfIAn9DQgJCgsMDQ4PAAECAwABAgP9rgEiHyAfIAn9DQQFBgcAAQIDAAECAwABAgP9rgH9GwAiCEHPAEsNACAILQCgiYCIACEbIBlBD0sNAAJAIBlBBEsNACAbQQQgCEEsSxshGwwBCwJAIBlBCUsNACAbQQUgCEEPSxshGwwBCyAbQQcgCEEHSxshGwsgASAaaiEgQcCvECEhIAEhGQNAAkAgGSAgSQ0AIAAoAhAhBv0MAAAAAAAAAAAAAAAAAAAAACEfQQAhBwNAIAAgB2oiCEHIAGr9AAIAIAhBOGr9AAIAIAhBKGr9AAIAIAhBGGr9AAIAIB/9rgH9rgH9rgH9rgEhHyAHQcAAaiIHQYAIRw0ACyAfIB8gCf0NCAkKCwwNDg8AAQIDAAECA/2uASIfIB8gCf0NBAUGBwABAgMAAQIDAAECA/2uAf0bAEEKdv0RIR/9DAAAAAAAAAAAAAAAAAAAAAAhIkEAIQcDQCAiIAAgB2oiCEEYav0AAgAgH/08/bEBIAhBKGr9AAIAIB/9PP2xASAIQThq/QACACAf/Tz9sQEgCEHIAGr9AAIAIB/9PP2xASEiIAdBwABqIgdBgAhHDQALQQMhGwJAICIgIiAJ/Q0ICQoLDA0ODwABAgMAAQID/a4BIh8gHyAJ/Q0EBQYHAAECAwABAgMAAQID/a4B/RsAIghBzwBLDQAgCC0AoImAiAAhGyAGQQ9LDQACQCAGQQRLDQAgG0EEIAhBLEsbIRsMAQsCQCAGQQlLDQAgG0EFIAhBD0sbIRsMAQsgG0EHIAhBB0sbIRsLICAgFiAgayIIIBkgAWsiByAIIAdIG2ohIAsCQCAWIBlrIghBgQJLDQAgCyAIIAsgCEkbIQsgCCEKCyAAKAIQISMCQCAZIAJrIghBgIACRw0AQQAhCANAIAAgCGoiB0HAL2oiBiAG/QABAP0MAAAAAAAAAAAAAAAAAAAAACIf/ZgBIAn9UP0LAQAgB0HQL2oiByAH/QABACAf/ZgBIAn9UP0LAQAgCEEgaiIIQYCAEEcNAAsgAkGAgAJqIQJBACEICyAbQX9qIR4CQAJAIApBBU8NACAZIQYMAQsgCEGAgAJzwSEdIAUgGEEBdGoiBi4BACEkIBIgF0EBdGoiGi4BACEHIAYgCDsBACAaIAg7AQAgESAIQQF0aiAHOwEAIBkoAAEiCEG9z9bxAWxBEHYhFyAIQf///wdxQb3P1vEBbEERdiEYAkACQAJAIB5BA0sNAAJAICQgHUoNACAZIQYMBAtBAyElIBkoAAAhGiAZIQYCQCAeQQNGDQAgGSACICRqIgggCCgAACAac0H///8HcSIIGyEGIB5BAyAIGyElCwJAIAcgHUoNACAlIR4MBAsgI0F/aiEeAkADQCAeIQggAiAHwSIHaiIkKAAAIBpGDQECQCARIAdB//8BcUEBdGouAQAiByAdSg0AICUhHgwGCyAIQX9qIR4gCA0ACyAlIR4MBAsCQAJAAkACQCAKQWxqIgZBb00NAEEEIR4MAQsCQCAkKAAEIh4gGSgABCIaRg0AIBogHnMhHkEEIRoMAgsCQCAkKAAIIh4gGSgACCIaRg0AIBogHnMhHkEIIRoMAgsCQCAkKAAMIh4gGSgADCIaRg0AIBogHnMhHkEMIRoMAgsCQCAkKAAQIh4gGSgAECIaRg0AIBogHnMhHkEQIRoMAgtBFCEeCyACIAdqISYDQAJAIB5BBGoiGiAKTQ0AIB4gCk8NAwNAICYgHmotAAAgGSAeai0AAEcNBCAeQQFqIh4gCkkNAAsgCiEeDAMLIBkgHmohJSAmIB5qIScgGiEeICcoAAAiJyAlKAAAIiVGDQALIBpBfGohGiAlICdzIR4LIB5oQQN2IBpqIR4LIB4gC08NAiARIAdB//8BcUEBdGouAQAiByAdTA0CIAgNAQwCCwJAIB4gC0kNACAZIQYMAwsCQCAHIB1KDQAgGSEGDAMLIApBbGohBiAZISQgIyEICyAGQW9LISUDQCAIQX9qIQYgGSAeakF9aigAACEaAkADQCAGIQgCQCACIAfBIgdqIgYgHmpBfWooAAAgGkcNACAGKAAAIBkoAABGDQILIBEgB0H//wFxQQF0ai4BACIHIB1MDQMgCEF/aiEGIAgNAAwDCwsCQAJAAkACQCAlRQ0AQQQhGgwBCwJAIAYoAAQiGiAZKAAEIidGDQAgJyAacyEaQQQhJwwCCwJAIAYoAAgiGiAZKAAIIidGDQAgJyAacyEaQQghJwwCCwJAIAYoAAwiGiAZKAAMIidGDQAgJyAacyEaQQwhJwwCCwJAIAYoABAiGiAZKAAQIidGDQAgJyAacyEaQRAhJwwCC0EUIRoLIAIgB2ohKANAAkAgGkEEaiInIApNDQAgGiAKTw0DA0AgKCAaai0AACAZIBpqLQAARw0EIBpBAWoiGiAKSQ0ACyAKIRoMAwsgGSAaaiEmICggGmohKSAnIRogKSgAACIpICYoAAAiJkYNAAsgJ0F8aiEnICYgKXMhGgsgGmhBA3YgJ2ohGgsCQCAaIB5NDQAgBiEkIBohHiAaIAtJDQAgGiEeDAMLIBEgB0H//wFxQQF0ai4BACIHIB1MDQEgCA0ACwsgJCEGCyAAICFqIScCQAJAAkAgHiAbSQ0AIBkgBmshKSAeQQNHDQEgKUGBwABJDQELIBMgGS0AACIIQQJ0aiIHIAcoAgBBAWo2AgAgFCAIQQN2QRhxaiAIQQFxQQJ0aiIIIAgoAgBBAWo2AgAgACAAKALoCkEBaiIkNgLoCiAnICcoAgBBAWo2AgAgGUEBaiEZDAELIBlBAWohGgJAIB4gC08NACAjQQJ2IipBf2ohKyAjQQF2IixBf2ohLQNAAkACQCAWIBprIiZBgQJNDQAgCiEmDAELIAsgJiALICZJGyELCwJAIBogAmsiCEGAgAJHDQBBACEIA0AgACAIaiIHQcAvaiIGIAb9AAEA/QwAAAAAAAAAAAAAAAAAAAAAIh/9mAEgCf1Q/QsBACAHQdAvaiIHIAf9AAEAIB/9mAEgCf1Q/QsBACAIQSBqIghBgIAQRw0ACyACQYCAAmohAkEAIQgLIB5Bf2ohHSAaQQFqISMCQAJAICZBBUkNACAIQYCAAnPBIRkgBSAYQQF0aiIGLgEAISUgEiAXQQF0aiIXLgEAIQcgBiAIOwEAIBcgCDsBACARIAhBAXRqIAc7AQAgIygAACIIQb3P1vEBbEEQdiEXIAhB////B3FBvc/W8QFsQRF2IRgCQAJAAkAgHUEDSw0AICUgGUwNA0EDISQgGigAACEoIBohBgJAIB1BA0YNACAaIAIgJWoiCCAIKAAAIChzQf///wdxIggbIQYgHUEDIAgbISQLIAcgGUwNBCAtISUCQANAICUhCCACIAfBIgdqIgooAAAgKEYNASARIAdB//8BcUEBdGouAQAiByAZTA0GIAhBf2ohJSAIDQAMBgsLAkACQAJAAkAgJkFsaiIGQW9NDQBBBCEkDAELAkAgCigABCIkIBooAAQiJUYNACAlICRzISRBBCElDAILAkAgCigACCIkIBooAAgiJUYNACAlICRzISRBCCElDAILAkAgCigADCIkIBooAAwiJUYNACAlICRzISRBDCElDAILAkAgCigAECIkIBooABAiJUYNACAlICRzISRBECElDAILQRQhJAsgAiAHaiEuA0ACQCAkQQRqIiUgJk0NACAkICZPDQMDQCAuICRqLQAAIBogJGotAABHDQQgJEEBaiIkICZJDQALICYhJAwDCyAaICRqISggLiAkaiEvICUhJCAvKAAAIi8gKCgAACIoRg0ACyAlQXxqISUgKCAvcyEkCyAkaEEDdiAlaiEkCyAkIAtPDQIgESAHQf//AXFBAXRqLgEAIgcgGUwNAiAIDQEMAgsgHSALTw0CIAcgGUwNAiAmQWxqIQYgGiEKICwhCCAdISQLIAZBb0shKANAIAhBf2ohBiAaICRqQX1qKAAAISUCQANAIAYhCAJAIAIgB8EiB2oiBiAkakF9aigAACAlRw0AIAYoAAAgGigAAEYNAgsgESAHQf//AXFBAXRqLgEAIgcgGUwNAyAIQX9qIQYgCA0ADAMLCwJAAkACQAJAIChFDQBBBCElDAELAkAgBigABCIlIBooAAQiL0YNACAvICVzISVBBCEvDAILAkAgBigACCIlIBooAAgiL0YNACAvICVzISVBCCEvDAILAkAgBigADCIlIBooAAwiL0YNACAvICVzISVBDCEvDAILAkAgBigAECIlIBooABAiL0YNACAvICVzISVBECEvDAILQRQhJQsgAiAHaiEwA0ACQCAlQQRqIi8gJk0NACAlICZPDQMDQCAwICVqLQAAIBogJWotAABHDQQgJUEBaiIlICZJDQALICYhJQwDCyAaICVqIS4gMCAlaiExIC8hJSAxKAAAIjEgLigAACIuRg0ACyAvQXxqIS8gLiAxcyElCyAlaEEDdiAvaiElCwJAICUgJE0NACAGIQogJSEkICUgC0kNACAlISQMBAsgESAHQf//AXFBAXRqLgEAIgcgGUwNASAIDQALCyAKIQYMAQsgGiEGIB0hJAsCQAJAICQgHkkNACAaIAZrIgdnIClnayAkIB5rQQJ0akEDSA0AIBMgGkF/ai0AACIIQQJ0aiIGIAYoAgBBAWo2AgAgFCAIQQN2QRhxaiAIQQFxQQJ0aiIIIAgoAgBBAWo2AgAgACgC6ApBAWohCCAmIQogByEpICMhGiAkIR4MAQsCQAJAIBYgI2siCkGBAk0NACAmIQoMAQsgCyAKIAsgCkkbIQsLAkAgIyACayIIQYCAAkcNAEEAIQgDQCAAIAhqIgdBwC9qIgYgBv0AAQD9DAAAAAAAAAAAAAAAAAAAAAAiH/2YASAJ/VD9CwEAIAdB0C9qIgcgB/0AAQAgH/2YASAJ/VD9CwEAIAhBIGoiCEGAgBBHDQALIAJBgIACaiECQQAhCAsgGkECaiEZAkACQCAKQQVPDQAgIyEGDAELIAhBgIACc8EhJCAFIBhBAXRqIgYuAQAhJiASIBdBAXRqIhcuAQAhByAGIAg7AQAgFyAIOwEAIBEgCEEBdGogBzsBACAZKAAAIghBvc/W8QFsQRB2IRcgCEH///8HcUG9z9bxAWxBEXYhGAJAAkACQCAdQQNLDQACQCAmICRKDQAgIyEGDAQLQQMhKCAjKAAAISUgIyEGAkAgHUEDRg0AICMgAiAmaiIIIAgoAAAgJXNB////B3EiCBshBiAdQQMgCBshKAsCQCAHICRKDQAgKCEdDAQLICshHQJAA0AgHSEIIAIgB8EiB2oiJigAACAlRg0BAkAgESAHQf//AXFBAXRqLgEAIgcgJEoNACAoIR0MBgsgCEF/aiEdIAgNAAsgKCEdDAQLAkACQAJAAkAgCkFsaiIGQW9NDQBBBCEdDAELAkAgJigABCIdIBooAAUiJUYNACAlIB1zIR1BBCElDAILAkAgJigACCIdIBooAAkiJUYNACAlIB1zIR1BCCElDAILAkAgJigADCIdIBooAA0iJUYNACAlIB1zIR1BDCElDAILAkAgJigAECIdIBooABEiJUYNACAlIB1zIR1BECElDAILQRQhHQsgAiAHaiEuA0ACQCAdQQRqIiUgCk0NACAdIApPDQMDQCAuIB1qLQAAICMgHWotAABHDQQgHUEBaiIdIApJDQALIAohHQwDCyAjIB1qISggLiAdaiEvICUhHSAvKAAAIi8gKCgAACIoRg0ACyAlQXxqISUgKCAvcyEdCyAdaEEDdiAlaiEdCyAdIAtPDQIgESAHQf//AXFBAXRqLgEAIgcgJEwNAiAIDQEMAgsCQCAdIAtJDQAgIyEGDAMLAkAgByAkSg0AICMhBgwDCyAKQWxqIQYgIyEmICohCAsgBkFvSyEoA0AgCEF/aiEGICMgHWpBfWooAAAhJQJAA0AgBiEIAkAgAiAHwSIHaiIGIB1qQX1qKAAAICVHDQAgBigAACAjKAAARg0CCyARIAdB//8BcUEBdGouAQAiByAkTA0DIAhBf2ohBiAIDQAMAwsLAkACQAJAAkAgKEUNAEEEISUMAQsCQCAGKAAEIiUgGigABSIvRg0AIC8gJXMhJUEEIS8MAgsCQCAGKAAIIiUgGigACSIvRg0AIC8gJXMhJUEIIS8MAgsCQCAGKAAMIiUgGigADSIvRg0AIC8gJXMhJUEMIS8MAgsCQCAGKAAQIiUgGigAESIvRg0AIC8gJXMhJUEQIS8MAgtBFCElCyACIAdqITADQAJAICVBBGoiLyAKTQ0AICUgCk8NAwNAIDAgJWotAAAgIyAlai0AAEcNBCAlQQFqIiUgCkkNAAsgCiElDAMLICMgJWohLiAwICVqITEgLyElIDEoAAAiMSAuKAAAIi5GDQALIC9BfGohLyAuIDFzISULICVoQQN2IC9qISULAkAgJSAdTQ0AIAYhJiAlIR0gJSALSQ0AICUhHQwDCyARIAdB//8BcUEBdGouAQAiByAkTA0BIAgNAAsLICYhBgsCQCAdIB5JDQAgIyAGayIHZyApZ2sgHSAea0ECdGpBB0gNACATIBpBf2otAAAiCEECdGoiBiAGKAIAQQFqNgIAIBQgCEEDdkEYcWogCEEBcUECdGoiCCAIKAIAQQFqNgIAICcgJygCAEEBajYCACATIBotAAAiCEECdGoiBiAGKAIAQQFqNgIAIBQgCEEDdkEYcWogCEEBcUECdGoiCCAIKAIAQQFqNgIAIAAoAugKQQJqIQggByEpIBkhGiAdIR4MAQsgEyAeLQCQgICIAEECdGoiCCAIKAKECEEBajYChAggEEGAAiApa0EddiIIQQF0IClBf2ogCHYtAKCCgIgAaiIIQQJ0aiIHIAcoAgBBAWo2AgAgFEEkQSAgHkEISxtqIgcgBygCAEEBajYCACAnICk7AQQgJyAIOwEGIAAgACgC6ApBAWoiJDYC6AogACAhQQhqIiFqQQA2AgAgJyAnKAIAIB5BF3RyNgIAIB5BBEkNAyAeQX1qIRoCQCAeQQJqIBYgGWtLDQAgGSACayEIIBkhHiAaIR0DQAJAIAhBgIACRw0AQQAhCANAIAAgCGoiB0HAL2oiBiAG/QABAP0MAAAAAAAAAAAAAAAAAAAAACIf/ZgBIAn9UP0LAQAgB0HQL2oiByAH/QABACAf/ZgBIAn9UP0LAQAgCEEgaiIIQYCAEEcNAAsgAkGAgAJqIQJBACEICyAFIBhBAXRqIAg7AQAgESAIQQF0aiASIBdBAXRqIgcvAQA7AQAgByAIOwEAIAhBAWohCCAeKAABIgdBvc/W8QFsQRB2IRcgB0H///8HcUG9z9bxAWxBEXYhGCAeQQFqIR4gHUF/aiIdDQALCyAZIBpqIRkMAwsgACAINgLoCiAnICcoAgBBAWo2AgAgHiALSQ0ACwsgEyAeLQCQgICIAEECdGoiCCAIKAKECEEBajYChAggEEGAAiApa0EddiIIQQF0IClBf2ogCHYtAKCCgIgAaiIIQQJ0aiIHIAcoAgBBAWo2AgAgFEEkQSAgHkEISxtqIgcgBygCAEEBajYCACAnICk7AQQgJyAIOwEGIAAgACgC6ApBAWoiJDYC6AogACAhQQhqIiFqQQA2AgAgJyAnKAIAIB5BF3RyNgIAIB5Bf2ohGQJAIB5BBGogFiAaa0sNACAaIAJrIQggGiEeIBkhHQNAAkAgCEGAgAJHDQBBACEIA0AgACAIaiIHQcAvaiIGIAb9AAEA/QwAAAAAAAAAAAAAAAAAAAAAIh/9mAEgCf1Q/QsBACAHQdAvaiIHIAf9AAEAIB/9mAEgCf1Q/QsBACAIQSBqIghBgIAQRw0ACyACQYCAAmohAkEAIQgLIAUgGEEBdGogCDsBACARIAhBAXRqIBIgF0EBdGoiBy8BADsBACAHIAg7AQAgCEEBaiEIIB4oAAEiB0G9z9bxAWxBEHYhFyAHQf///wdxQb3P1vEBbEERdiEYIB5BAWohHiAdQX9qIh0NAAsLIBogGWohGQsCQAJAAkAgGSAcTw0AICFBwOQoSA0BCyAZIAFrIQgMAQsgJEGABEkNASAZIAFrIghBiCdIDQEgFiAZa0GIJ0gNASAUIAgQkYCAgABFDQELCyAAIAAoApgIQQFqNgKYCEGgAkEOIBMgDiAPEI+AgIAAQSBBDyAQIA0gDBCPgICAACAAIAMgASAIIBUgGSAWRiIHEJCAgIAAAkAgBw0AIBkhASADLQAQQQFHDQELCyAEQYACaiSAgICAAAuDHgcFfwF7Fn8Bew1/AX4BeyOAgICAAEGQAmsiBCSAgICAACAAKAIUIQVBACEGIARBADoADyAAQcAvaiEHA0AgACAGaiIIQZAwav0MAIAAgACAAIAAgACAAIAAgCIJ/QsBACAIQYAwaiAJ/QsBACAIQfAvaiAJ/QsBACAIQeAvaiAJ/QsBACAIQdAvaiAJ/QsBACAIQcAvaiAJ/QsBACAGQeAAaiIGQYCAGEcNAAsgAEGYCmoiCkEAQdgA/AsAIABBzPOlBGoiC0EAQZgQ/AsAQYICIQwgBUGCAiAFQYICSRshDSAAQdj7pQRqIQ4gAEHACmohDyAAQcKvGGohECAAQcCvGGohESAAQcCvEGohEiAAQcCvIGohEyABIAJqIRQgASACQYCAAiACQYCAAkkbaiEVQQAhFkEAIRdBwK8gIRggASEZIAEhGiABIQUDQCAUIBpB4KcSaiAUIBprQejOEkkbIRtBgwIhHAJAIAQtAA8NACAAKAIQIR0gBEEQakEAQYAC/AsAQQMhHCAbIBprIghBgARJDQAgGkEEaiECIAhBgCAgCEGAIEkbIghB/D9xIR4gCEEDcSEfQQAhBgNAIARBEGogGiAGaiIILQAAakEBOgAAIARBEGogCEEBai0AAGpBAToAACAEQRBqIAhBAmotAABqQQE6AAAgBEEQaiAIQQNqLQAAakEBOgAAIAIiCEEEaiECIB4gBkEEaiIGRw0ACwJAIB9FDQADQCAEQRBqIAgtAABqQQE6AAAgCEEBaiEIIB9Bf2oiHw0ACwv9DAAAAAAAAAAAAAAAAAAAAAAhIEEAIQYDQCAgIARBEGogBmoiCP0ABAD9iQH9qQH9rgEgCEEEav1cAgD9iQH9qQH9rgEgCEEIav1dAwD9iQH9qQH9rgEgCEEMav1cAgD9iQH9qQH9rgEhICAGQRBqIgZBgAJHDQALICAgICAJ/Q0ICQoLDA0ODwABAgMAAQID/a4BIiAgICAJ/Q0EBQYHAAECAwABAgMAAQID/a4B/RsAIghBzwBLDQAgCC0AoImAiAAhHCAdQQ9LDQACQCAdQQRLDQAgHEEEIAhBLEsbIRwMAQsCQCAdQQlLDQAgHEEFIAhBD0sbIRwMAQsgHEEHIAhBB0sbIRwLQQAhISAFISICQAJAA0AgFCAFayEjAkAgBSAVRw0AQQAhCANAIAAgCGoiBkHAL2oiAiAC/QABAP0MAAAAAAAAAAAAAAAAAAAAACIg/ZgBIAn9UP0LAQAgBkHQL2oiBiAG/QABACAg/ZgBIAn9UP0LAQAgCEEgaiIIQYCAIEcNAAsgBSAjQYCAAiAjQYCAAkkbaiEVIAUhGQsCQAJAICNBgQJNDQAgDCEjDAELIA0gIyANICNJGyENC0EAISQCQAJAICNBBU8NACAYISUMAQsgByAXQQJ0aiIILgEAIQYgBSgAASECIAggBSAZayIMOwEAIAguAQIhHyAIIAY7AQIgAkH///8HcSEIIAAoAhAhHiAYISUCQCAMQYCAfmoiJiAGTg0AAkAgBSgAAEH///8HcSIdIBkgBmooAABB////B3FGDQAgGCElICYgH04NASAfIQYgGCElIB0gGSAfaigAAEH///8HcUcNAQsgACAYaiIfQQM7AQAgHyAMIAZrOwECIBhBBGohJQsgAkG9z9bxAWwhFyAIQb3P1vEBbCEnIBIgFkEBdGoiCC4BACECIAggDDsBACAQIAxBAnRB/P8HcSIIaiEoIBEgCGohKQJAAkACQCAmIAJODQBBAyEqQQAhK0EAISxBACEIA0ACQCAZIAJqIh8gCGotAAAgBSAIai0AAEcNAAJAAkACQCAjIAhBAWoiBmtBEEkNAAJAIB8gBmooAAAiHSAFIAZqKAAAIi1GDQAgLSAdcyEIDAILAkAgHyAIQQVqIgZqKAAAIh0gBSAGaigAACItRg0AIC0gHXMhCAwCCwJAIB8gCEEJaiIGaigAACIdIAUgBmooAAAiLUYNACAtIB1zIQgMAgsCQCAfIAhBDWoiBmooAAAiHSAFIAZqKAAAIi1GDQAgLSAdcyEIDAILIAhBEWohBgsDQAJAIAZBBGoiCCAjTQ0AIAYgI08NAwNAIB8gBmotAAAgBSAGai0AAEcNBCAGQQFqIgYgI0kNAAsgIyEGDAMLIAUgBmohHSAfIAZqIS0gCCEGIC0oAAAiLSAdKAAAIh1GDQALIAhBfGohBiAdIC1zIQgLIAhoQQN2IAZqIQYLAkAgBiAqSw0AIAYhCAwBCyAAICVqIgggBjsBACAIIAwgAms7AQIgJUEEaiElIAYgDU8NAyAGIQggBiEqCyACQQF0Qf7/A3EhHQJAAkAgHyAIai0AACAFIAhqLQAATw0AICkgAjsBACAsIQYgECAdQQF0aiICISkgCCErDAELICggAjsBACArIQYgESAdQQF0aiICISggCCEsCwJAICYgAi4BACICTg0AIAYgCCAGIAhJGyEIIB5Bf2oiHg0BCwsgKUGAgAI7AQAgKEGAgAI7AQAMAgsgKEGAgAI7AQAgKUGAgAI7AQAMAQsgKSARIAJBAnRB/P8HcSIIai8BADsBACAoIBAgCGovAQA7AQALIBdBEHYhFiAnQRB2IRcgJSAYTQ0AIAAgJWpBfGovAQAhJAsgACAlaiEIAkAgBSAiSQ0AAkAgJCAcSQ0AIAAgACgC6ApBAWo2AugKIAsgJEECdGoiBiAGKAIAQQFqNgIAIApBJEEgICRBCEsbaiIGIAYoAgBBAWo2AgAgBSAkaiEiDAELIAUtAAAhBiAAIAAoAugKQQFqNgLoCiAKIAZBA3ZBGHFqIAZBAXFBAnRqIgYgBigCAEEBajYCACAFQQFqISILIAggJSAYa0ECdjsBACAIIAUtAAA7AQIgJUEEaiEYIAVBAWohCAJAAkAgJEEDSQ0AICQgDUkNACAFQQFqIS0gJEF/aiEqICMhDCAIIQUDQCAUIAVrIR8CQCAFIBVHDQBBACEIA0AgACAIaiIGQcAvaiICIAL9AAEA/QwAAAAAAAAAAAAAAAAAAAAAIiD9mAEgCf1Q/QsBACAGQdAvaiIGIAb9AAEAICD9mAEgCf1Q/QsBACAIQSBqIghBgIAgRw0ACyAFIB9BgIACIB9BgIACSRtqIRUgBSEZCwJAIB9BgQJLDQAgDSAfIA0gH0kbIQ0gHyEMCwJAIAxBBUkNACAHIBdBAnRqIgYvAQAhAiAFKAABIR8gBiAFIBlrIgg7AQAgBiACOwECIBIgFkEBdGoiBi4BACECIAYgCDsBACAfQb3P1vEBbEEQdiEWIBAgCEECdEH8/wdxIgZqISUgESAGaiEmIB9B////B3FBvc/W8QFsQRB2IRcCQAJAIAhBgIB+aiIoIAJODQAgACgCECEjQQAhKUEAIStBACEGA0ACQAJAIBkgAmoiHyAGai0AACIeIAUgBmotAAAiHUYNACAGIQgMAQsCQAJAAkAgDSAGQQFqIghrQRBJDQACQCAfIAhqKAAAIh4gBSAIaigAACIdRg0AIB0gHnMhBgwCCwJAIB8gBkEFaiIIaigAACIeIAUgCGooAAAiHUYNACAdIB5zIQYMAgsCQCAfIAZBCWoiCGooAAAiHiAFIAhqKAAAIh1GDQAgHSAecyEGDAILAkAgHyAGQQ1qIghqKAAAIh4gBSAIaigAACIdRg0AIB0gHnMhBgwCCyAGQRFqIQgLIC0gCGohBgNAAkAgCEEEaiIeIA1NDQAgCCANTw0DA0AgHyAIai0AACAtIAhqLQAARw0EIAhBAWoiCCANSQ0ADAgLCyAfIAhqISwgBigAACEdIAZBBGohBiAeIQggHSAsKAAAIixGDQALIB5BfGohCCAdICxzIQYLIAZoQQN2IAhqIQgLIAggDU8NAyAFIAhqLQAAIR0gHyAIai0AACEeCyACQQF0Qf7/A3EhHwJAAkAgHkH/AXEgHUH/AXFPDQAgJiACOwEAICshBiAQIB9BAXRqIgIhJiAIISkMAQsgJSACOwEAICkhBiARIB9BAXRqIgIhJSAIISsLAkAgKCACLgEAIgJODQAgBiAIIAYgCEkbIQYgI0F/aiIjDQELCyAmQYCAAjsBACAlQYCAAjsBAAwCCyAlQYCAAjsBACAmQYCAAjsBAAwBCyAmIBEgAkECdEH8/wdxIghqLwEAOwEAICUgECAIai8BADsBAAsgACAYaiIIQQA7AQAgCCAFLQAAOwECIC1BAWohLSAYQQRqIRggBUEBaiEFICpBf2oiKg0ADAILCyAjIQwgCCEFCwJAAkAgBSAbTw0AIBhBwMqOA0gNAQsgACAYaiEIDAILIAAoAugKQYAESQ0AIAUgGmsiCEGIJ0gNACAUIAVrQYgnSA0AAkAgCiAIEJGAgIAADQAgABCSgICAACAFISEMAQsLIAAgGGohCCAhRQ0AAkACQCAFICFrIgJBA3EiHw0AIAghBgwBCyAIIQYDQCAGQXxqIgYgBi8BAEECdGshBiACQX9qIQIgH0F/aiIfDQALCwJAICEgBWtBfEsNAANAIAZBfGoiBiAGLwEAQQJ0a0F8aiIGIAYvAQBBAnRrQXxqIgYgBi8BAEECdGtBfGoiBiAGLwEAQQJ0ayEGIAJBfGoiAg0ACwsgACADIBogISAaayAGIBogAUZBACAEQQ9qEJOAgIAAAkAgCCAGayIIRQ0AIBMgBiAI/AoAAAsgACAA/QACwAr9CwKg86UEIAApAuAKIS4gAP0AAtAKISAgD0IANwIgIA/9DAAAAAAAAAAAAAAAAAAAAAAiL/0LAhAgACAg/QsCsPOlBCAAIC43AsDzpQQgACgC7AohBiAAQQA2AuwKIAAgBjYCyPOlBCAPIC/9CwIAIA5BAEGMCPwLACAIQcCvIGohGAwBCyAAEJKAgIAAIAAgAyAaIAUgGmsgCCAaIAFGIAUgFEYgBEEPahCTgICAACAAIAD9AALACv0LAqDzpQQgACAA/QAC0Ar9CwKw86UEIAAgACkC4Ao3AsDzpQQgACAAKALsCjYCyPOlBCAKQQBB2AD8CwAgC0EAQZgQ/AsAQcCvICEYIAUhIQsCQCAFIBRGDQAgISEaIAMtABBBAUcNAQsLIARBkAJqJICAgIAAC6oRAQ5/I4CAgIAAQcAJayIFJICAgIAAQQAhBgJAIABBAnQiB0UNACAFQcAAakEAIAf8CwALAkACQCAAQX9qIghFDQAgAEEBcSEJIABB/gNxIQpBACEGIAIhBwNAIAVBwABqIAcoAgAiCyAIIAsgCEkbQQJ0aiILIAsoAgBBAWo2AgAgBUHAAGogB0EEaigCACILIAggCyAISRtBAnRqIgsgCygCAEEBajYCACAHQQhqIQcgCiAGQQJqIgZHDQALIAlFDQELIAVBwABqIAIgBkECdGooAgAiByAIIAcgCEkbQQJ0aiIHIAcoAgBBAWo2AgALIAhBfHEhBiAIQQNxIQwgBUHAAGpBCHIhB0EAIQ0DQCAHQXxqIgsoAgAhCiALIA02AgAgBygCACELIAcgCiANaiIKNgIAIAdBBGoiCSgCACENIAkgCyAKaiILNgIAIAdBCGoiCigCACEJIAogDSALaiILNgIAIAkgC2ohDSAHQRBqIQcgBkF8aiIGDQALAkAgDEUNACAHQXxqIQcDQCAHKAIAIQYgByANNgIAIAdBBGohByAGIA1qIQ0gDEF/aiIMDQALC0EAIQcDQAJAAkAgAigCACIGRQ0AIAVBwABqIAYgCCAGIAhJG0ECdGoiCyALKAIAIgtBAWo2AgAgBCALQQJ0aiAGQQp0IAdyNgIADAELIAMgB2pBADoAAAsgAkEEaiECIAAgB0EBaiIHRw0ACyAEIAVBwABqIABBAnRqIghBeGooAgAiAkECdGoiCUF8aiEHAkAgCEF8aigCACACayICQQF2IgxFDQADQCAHIAxBAnRqKAIAIQogDCEIAkAgDEEBdCIGIAJLDQAgDCELA0ACQAJAIAYgAkkNACAGIQgMAQsgBiAJIAZBAnQiCGooAgAgByAIaigCAEtyIQgLAkAgCiAHIAhBAnRqKAIAIgZJDQAgCyEIDAILIAcgC0ECdGogBjYCACAIIQsgCEEBdCIGIAJNDQALCyAHIAhBAnRqIAo2AgAgDEF/aiIMDQALCwJAIAJBAkkNACAHIAJBAnRqIggoAgAhCiAIIAkoAgA2AgAgCSAKNgIAAkAgAkECRg0AA0AgAkF/aiECQQIhBkEBIQsDQAJAAkAgBiACSQ0AIAYhCAwBCyAGIAkgBkECdCIIaigCACAHIAhqKAIAS3IhCAsCQAJAIAogByAIQQJ0aigCACIGSQ0AIAshCAwBCyAHIAtBAnRqIAY2AgAgCCELIAhBAXQiBiACTQ0BCwsgByAIQQJ0aiAKNgIAIAcgAkECdGoiCCgCACEKIAggCSgCADYCACAJIAo2AgAgAkECRw0ACwsgCSAKNgIAC0EBIQcCQAJAIA1BAUsNAAJAIA1FDQAgBCgCAEH/B3EiB0EBIAdBAUsbIQcLIARBADYCACADQQE6AAAgBCAHQQJ0akEBNgIAIAMgB2pBAToAAAwBCyANQX9qIQpBACEIIAQhB0EAIQtBACEGQQAhAgNAAkACQCAIQQFqIgwgCksNACAEIAxBAnRqKAIAQYB4cSEJAkAgAiAGRg0AIAkgBCAGQQJ0aigCAEGAeHFLDQELIAQgCEECdGooAgBBgHhxIAlqIQkgCEECaiEIDAELAkACQCAGQQJqIg4gAk0NACAEIAhBAnRqKAIAQYB4cSEJDAELIAQgBkECdGoiD0EEaiIQKAIAIhFBgHhxIRICQCAIIApLDQAgEiAEIAhBAnRqKAIAQYB4cSIJTw0BCyAQIAsgEUH/B3FqNgIAIA8gCyAPKAIAIgZB/wdxajYCACAGQYB4cSASaiEJIA4hBgwBCyAEIAZBAnRqIgggCyAIKAIAIghB/wdxajYCACAGQQFqIQYgCEGAeHEgCWohCSAMIQgLIAcgBygCAEH/B3EgCXI2AgAgB0EEaiEHIAtBgAhqIQsgCiACQQFqIgJHDQALAkAgAUECdEEEaiIHRQ0AIAVBACAH/AsACyAEIA1BAnRqQXhqIgcgBygCAEH/B3E2AgAgBUECNgIEAkAgDUF9aiIGQQBIDQAgAUECdCAFakF8aiEKA0AgBCAGQQJ0aiIHIAQgBygCACIHQQh2Qfz//wdxaigCAEEKdkEBaiILQQp0IAdB/wdxcjYCACAKIQcgASEIAkACQCALIAFPDQAgBSALQQJ0aigCACECIAshCAwBCwNAIAhBf2ohCCAHKAIAIQIgB0F8aiEHIAJFDQALCyAFIAhBAnRqIgcgAkF/ajYCACAHQQRqIgcgBygCAEECajYCACAGQQBKIQcgBkF/aiEGIAcNAAsLQQAhBiABIQgDQAJAIAUgCEECdGooAgAiCkUNAAJAAkAgCkEDcSICDQAgCiELDAELIAYgAmohCSAKQXxxIQsgBCAGQQJ0aiEHA0AgAyAHKAIAQf8HcWogCDoAACAHQQRqIQcgAkF/aiICDQALIAkhBgsgCkEESQ0AIAQgBkECdGohBwNAIAMgBygCAEH/B3FqIAg6AAAgAyAHQQRqKAIAQf8HcWogCDoAACADIAdBCGooAgBB/wdxaiAIOgAAIAMgB0EMaigCAEH/B3FqIAg6AAAgB0EQaiEHIAZBBGohBiALQXxqIgsNAAsLIAhBf2oiCA0ACyAFQgA3A0AgAUF/aiIHQX5xIQYgB0EBcSELIAVBwABqQQxyIQcgBUEIciEIQQAhAgNAIAdBfGogCEF8aigCACACakEBdCICNgIAIAcgCCgCACACakEBdCICNgIAIAdBCGohByAIQQhqIQggBkF+aiIGDQALAkAgC0UNACAHQXxqIAhBfGooAgAgAmpBAXQ2AgALA0AgBUHAAGogAy0AACIIQQJ0aiIHIAcoAgAiB0EBajYCACAEIAdB/wFxLQCghICIAEEIdCAHQQh2LQCghICIAHJBECAIa3Y2AgAgA0EBaiEDIARBBGohBCAAQX9qIgANAAsLIAVBwAlqJICAgIAAC/QwDQR/AXsBfwF7A38BewF/AXsBfwF7AX8RewN/IAEoAgwhBiABKAIIIQcgASgCBCEIIAEoAgAhCSAAEJiAgIAA/QwAAAAAAAAAAAAAAAAAAAAAIgogAC0AmiVBB2ogACgCuCRsIAAtAJklQQNqIAAoArQkbCAALQCYJUECaiAAKAKwJGwgAP0AAqAkIAD9XAKUJf2JAf2pAf21ASAA/QACkCQgAP1cApAl/YkB/akB/bUBIAD9AAKAJCAA/VwCjCX9iQH9qQH9tQEgAP0AAvAjIAD9XAKIJf2JAf2pAf21ASAKIAAoAqQvIgtBA2xBEWr9HAD9rgH9rgH9rgH9rgEiDCAMIAz9DQgJCgsMDQ4PAAECAwABAgP9rgEiDCAMIAz9DQQFBgcAAQIDAAECAwABAgP9rgH9GwBqamr9HAAhDCAAQShqIQ0gAEGIJWohDiAAQfAjaiEP/QwDAAAAAAAAAAAAAAAAAAAAIRBBACERA0AgDf0AAgAiEiAAIBFqIhNB9BRq/VwAAP2JAf2pAf21ASANQXBq/QACACIUIBNB8BRq/VwAAP2JAf2pAf21ASAM/a4B/a4BIQwgDUEgaiENIBQgEv2uAUED/asBIBD9rgEhECARQQhqIhFBkAFHDQALIAYgBiAHayINQQMgDUEDSBtrIRUgECAQIAz9DQgJCgsMDQ4PAAECAwABAgP9rgEiECAQIAz9DQQFBgcAAQIDAAECAwABAgP9rgEgCv0NAAECAxQVFhcYGRobHB0eHyEQIAwgDCAM/Q0ICQoLDA0ODwABAgMAAQID/a4BIgwgDCAM/Q0EBQYHAAECAwABAgMAAQID/a4BIAr9DQABAgMUFRYXGBkaGxwdHh8hDCAAQYQWaiENIAIgA2ohBkEAIREDQCAAIBFqIhNB6ARq/QACACIS/QwJAAAACQAAAAkAAAAJAAAAIhT9tQEgE0HYBGr9AAIAIhYgFP21ASAQ/a4B/a4BIRAgEiAN/VwAAP2JAf2pAf21ASAWIA1BfGr9XAAA/YkB/akB/bUBIAz9rgH9rgEhDCANQQhqIQ0gEUEgaiIRQcADRw0ACwJAIAggAC0ArRdBDWogACgCjAoiDWwgAC0ArBdBDWogACgCiAoiEWwgAP1cAqgX/YkB/akB/QwLAAAACwAAAAwAAAAMAAAA/a4BIAD9AAL4CSIU/bUBIAD9XAKkF/2JAf2pAf0MCQAAAAkAAAAKAAAACgAAAP2uASAA/QAC6AkiFv21ASAA/VwCoBf9iQH9qQH9DAcAAAAHAAAACAAAAAgAAAD9rgEgAP0AAtgJIhf9tQEgAP1cApwX/YkB/akB/QwFAAAABQAAAAYAAAAGAAAA/a4BIAD9AALICSIY/bUBIAD9XAKYF/2JAf2pAf0MAwAAAAMAAAAEAAAABAAAAP2uASAA/QACuAkiGf21ASAA/VwClBf9iQH9qQH9DAEAAAABAAAAAgAAAAIAAAD9rgEgAP0AAqgJIhr9tQEgAP0AApgJIhsgAP1cApAX/YkB/akB/bUBIAogACgCjAkiEyAALQCNF2wgAP1cAIkX/YkB/akB/QwFAAAABQAAAAUAAAAFAAAAIhL9rgEgAP0AAvwIIhz9tQEgAP1cAIUX/YkB/akB/QwEAAAABAAAAAQAAAAEAAAAIh39rgEgAP0AAuwIIh79tQEgAP1cAIEX/YkB/akB/QwDAAAAAwAAAAMAAAADAAAAIh/9rgEgAP0AAtwIIiD9tQEgAP1cAP0W/YkB/akB/QwCAAAAAgAAAAIAAAACAAAAIiH9rgEgAP0AAswIIiL9tQEgAP1cAPkW/YkB/akB/QwBAAAAAQAAAAEAAAABAAAAIiP9rgEgAP0AArwIIiT9tQEgAP0AAqwIIiUgAP1cAPUW/YkB/akB/bUBIAD9AAKcCCImIAD9XADxFv2JAf2pAf21ASAKIAwgDCAM/Q0ICQoLDA0ODwABAgMAAQID/a4BIgwgDCAM/Q0EBQYHAAECAwABAgMAAQID/a4B/RsAIAAtAPAWav0cAP2uAf2uAf2uAf2uAf2uAf2uAf2uASIMIAwgDP0NCAkKCwwNDg8AAQIDAAECA/2uASIMIAwgDP0NBAUGBwABAgMAAQIDAAECA/2uAf0bAGr9HAD9rgH9rgH9rgH9rgH9rgH9rgH9rgEiDCAMIAz9DQgJCgsMDQ4PAAECAwABAgP9rgEiDCAMIAz9DQQFBgcAAQIDAAECAwABAgP9rgH9GwBqaiInIA1BEmwgEUESbCAU/QwQAAAAEAAAABEAAAARAAAA/bUBIBb9DA4AAAAOAAAADwAAAA8AAAD9tQEgF/0MDAAAAAwAAAANAAAADQAAAP21ASAY/QwKAAAACgAAAAsAAAALAAAA/bUBIBn9DAgAAAAIAAAACQAAAAkAAAD9tQEgGv0MBgAAAAYAAAAHAAAABwAAAP21ASAbIBL9tQEgCiATIAAtAM0jbCAA/VwAySP9iQH9qQEgEv2uASAc/bUBIAD9XADFI/2JAf2pASAd/a4BIB79tQEgAP1cAMEj/YkB/akBIB/9rgEgIP21ASAA/VwAvSP9iQH9qQEgIf2uASAi/bUBIAD9XAC5I/2JAf2pASAj/a4BICT9tQEgJSAA/VwAtSP9iQH9qQH9tQEgJiAA/VwAsSP9iQH9qQH9tQEgCiAQIBAgDP0NCAkKCwwNDg8AAQIDAAECA/2uASIMIAwgDP0NBAUGBwABAgMAAQIDAAECA/2uAf0bAEEHav0cAP2uAf2uAf2uAf2uAf2uAf2uAf2uASIMIAwgDP0NCAkKCwwNDg8AAQIDAAECA/2uASIMIAwgDP0NBAUGBwABAgMAAQIDAAECA/2uAf0bAGr9HAD9rgH9rgH9rgH9rgH9rgH9rgH9rgEiDCAMIAz9DQgJCgsMDQ4PAAECAwABAgP9rgEiDCAMIAz9DQQFBgcAAQIDAAECAwABAgP9rgH9GwBqaiIRIANBA3QgA0H+/wNqQf//A25BKGxqQQUgCGtBB3FyQXtqIg0gESANSRsiEyAnIBNJGyITakEHakEDdiABKAIMIAdrTQ0AIAFBAToAEA8LAkACQCATIA1HDQAgByADQYCABEgiDSAFcSAIdCAJcjoAACADQf//AyANGyENAkACQCAIQQZPDQAgB0EBaiEHDAELIAdBADoAASAHQQJqIQcLIAcgDTsAACAHIA1Bf3M7AAIgB0EEaiEHAkAgDUUNACAHIAIgDfwKAAALIAcgDWohB0EAIRMCQCADQYCABE4NAEEAIQ0MAgsgAkH//wNqIQADQCAHIAYgAGsiDUH//wMgDUGAgARIIhEbIg07AAEgByAFIBFxOgAAIAcgDUF/czsAAyAHQQVqIQcCQCANRQ0AIAcgACAN/AoAAAsgByANaiEHIAAgDWoiACAGRw0AC0EAIQ0MAQsCQAJAIBMgEUcNACAFIAh0QQEgCEEBanRyIAlyIQ0gCEEDaiETIABBsBdqIQUCQAJAIAcgFUkNAAJAIBNBCE8NACATIREMBAsCQCAIQXtqIgZBOHFBOEYNACAGQQN2QQFqQQdxIREDQCAHIA06AAAgDUEIdiENIBNBeGohEyAHQQFqIQcgEUF/aiIRDQALCyAGQThPDQEgEyERDAMLIAcgDTYAACATQQdxIREgByATQQN2aiEHIA0gE0F4cXYhDQwCCwNAIAcgDSIROgAAQQAhDSAHQQRqQQA2AAAgB0EDaiARQRh2OgAAIAdBAmogEUEQdjoAACAHQQFqIBFBCHY6AAAgB0EIaiEHIBNBQGoiE0EHSw0ACyATIREMAQsgBSAIdEECIAhBAWp0ciALQXxqIAhBDWp0ciAAKAKcL0H/fWogCEEDanRyIAAoAqAvQX9qIAhBCGp0ciAJciENIAhBEWohESAAKAKoLyEnAkACQCAHIBVJDQAgEUEISQ0BAkAgCEEJaiIGQThxQThGDQAgBkEDdkEBakEHcSETA0AgByANOgAAIA1BCHYhDSARQXhqIREgB0EBaiEHIBNBf2oiEw0ACwsgBkE4SQ0BA0AgByANIhM6AABBACENIAdBBGpBADYAACAHQQNqIBNBGHY6AAAgB0ECaiATQRB2OgAAIAdBAWogE0EIdjoAACAHQQhqIQcgEUFAaiIRQQdLDQAMAgsLIAcgDTYAACAHIBFBA3ZqIQcgDSARQXhxdiENIBFBB3EhEQsgAEHwCmohBSALQQEgC0EBSxshCEEAIQYDQCARQQNqIRMgDiAGLQCAh4CIAGotAAAgEXQgDXIhDQJAAkAgByAVSQ0AIBFBBUkhCSATIREgCQ0BA0AgByANOgAAIA1BCHYhDSAHQQFqIQcgEUF4aiIRQQdLDQAMAgsLIAcgDTYAACATQQdxIREgByATQQN2aiEHIA0gE0F4cXYhDQsgBkEBaiIGIAhHDQALICdBASAnQQFLGyELIABBvCRqISggAEGcJWohKUEAIQYDQCARIA4gKSAGQQJ0aigCACInQR9xIghqLQAAaiIJIAgtAKCGgIgAaiETICggCEECdGooAgAgEXQgDXIgJ0EFdiAJdHIhDQJAAkAgByAVSQ0AIBMhESATQQhJDQEDQCAHIA06AAAgDUEIdiENIAdBAWohByARQXhqIhFBB0sNAAwCCwsgByANNgAAIBNBB3EhESAHIBNBA3ZqIQcgDSATQXhxdiENCyAGQQFqIgYgC0cNAAsLIABB/CtqIQsgBUGACmohCEH8IyEGQf8rIRMDQCAAIAZqIBMgE0GU1P+HAGotAAAiDkECdCgCoIiAiABrQYRUaiAIIA5BgQJqIidqIgktAAB0IAUgJ0ECdGooAgByNgIAIAAgE2ogDi0AwIaAiAAgCS0AAGo6AAAgE0EBaiETIAZBBGoiBkH8K0cNAAsCQAJAIARFDQAgBUGgDGohAyAFQYAJaiEoA0AgBCgCACIAQRd2IScCQCAAQf///wNxIhNFDQADQCARIAggAi0AACIGai0AACIOaiEAIAUgBkECdGooAgAgEXQgDXIhDQJAAkAgByAVSQ0AAkAgAEEITw0AIAAhEQwCCwJAAkAgESAOakF4aiIOQThxQThHDQAgACERDAELIA5BA3ZBAWpBB3EhBiAAIREDQCAHIA06AAAgDUEIdiENIBFBeGohESAHQQFqIQcgBkF/aiIGDQALCyAOQThJDQEDQCAHIA0iADoAAEEAIQ0gB0EEakEANgAAIAdBA2ogAEEYdjoAACAHQQJqIABBEHY6AAAgB0EBaiAAQQh2OgAAIAdBCGohByARQUBqIhFBB0sNAAwCCwsgByANNgAAIABBB3EhESAHIABBA3ZqIQcgDSAAQXhxdiENCyACQQFqIQIgE0F/aiITDQALCyAnRQ0CIBEgCyAnai0AACITaiEAIA8gJ0ECdGooAgAgEXQgDXIhDSAELwEGIQYgBC8BBCEOAkACQCAHIBVJDQAgAEEISQ0BAkAgESATakF4aiITQThxQThGDQAgE0EDdkEBakEHcSERA0AgByANOgAAIA1BCHYhDSAAQXhqIQAgB0EBaiEHIBFBf2oiEQ0ACwsgE0E4SQ0BA0AgByANIhE6AABBACENIAdBBGpBADYAACAHQQNqIBFBGHY6AAAgB0ECaiARQRB2OgAAIAdBAWogEUEIdjoAACAHQQhqIQcgAEFAaiIAQQdLDQAMAgsLIAcgDTYAACAHIABBA3ZqIQcgDSAAQXhxdiENIABBB3EhAAsgACADIAZqLQAAIhFqIRMgKCAGQQJ0IglqKAIAIAB0IA1yIQ0CQAJAIAcgFUkNACATQQhJDQECQCAAIBFqQXhqIhFBOHFBOEYNACARQQN2QQFqQQdxIQADQCAHIA06AAAgDUEIdiENIBNBeGohEyAHQQFqIQcgAEF/aiIADQALCyARQThJDQEDQCAHIA0iADoAAEEAIQ0gB0EEakEANgAAIAdBA2ogAEEYdjoAACAHQQJqIABBEHY6AAAgB0EBaiAAQQh2OgAAIAdBCGohByATQUBqIhNBB0sNAAwCCwsgByANNgAAIAcgE0EDdmohByANIBNB+ANxdiENIBNBB3EhEwsgEyAGLQDghoCIACIAaiERIA4gCSgCoIeAiABrIBN0IA1yIQ0CQAJAIAcgFUkNACARQQhJDQECQCATIABqQXhqIhNBOHFBOEYNACATQQN2QQFqQQdxIQADQCAHIA06AAAgDUEIdiENIBFBeGohESAHQQFqIQcgAEF/aiIADQALCyATQThJDQEDQCAHIA0iADoAAEEAIQ0gB0EEakEANgAAIAdBA2ogAEEYdjoAACAHQQJqIABBEHY6AAAgB0EBaiAAQQh2OgAAIAdBCGohByARQUBqIhFBB0sNAAwCCwsgByANNgAAIAcgEUEDdmohByANIBFB+ANxdiENIBFBB3EhEQsgBEEIaiEEIAIgJ2ohAgwACwsgAEHE2o4DaiITIANBA3RqIScgBUGgDGohAyAFQYAJaiEoIABBnPOjBGohKQNAIBMoAgQiAEEJdiEGAkACQAJAAkACQCAAQf8DcSIOQQFHDQAgESAIIAZqLQAAIgJqIQAgBSAGQQJ0aigCACARdCANciENIAcgFUkNAQJAIABBCE8NACAAIREMBQsCQAJAIBEgAmpBeGoiBkE4cUE4Rw0AIAAhEQwBCyAGQQN2QQFqQQdxIQIgACERA0AgByANOgAAIA1BCHYhDSARQXhqIREgB0EBaiEHIAJBf2oiAg0ACwsgBkE4SQ0EA0AgByANIgA6AABBACENIAdBBGpBADYAACAHQQNqIABBGHY6AAAgB0ECaiAAQRB2OgAAIAdBAWogAEEIdjoAACAHQQhqIQcgEUFAaiIRQQdLDQAMBQsLIBEgCyAOai0AACICaiEAIA8gDkECdGooAgAgEXQgDXIhDSApIAZqLQAAIQQgByAVSQ0BIABBCEkNAgJAIBEgAmpBeGoiAkE4cUE4Rg0AIAJBA3ZBAWpBB3EhEQNAIAcgDToAACANQQh2IQ0gAEF4aiEAIAdBAWohByARQX9qIhENAAsLIAJBOEkNAgNAIAcgDSIROgAAQQAhDSAHQQRqQQA2AAAgB0EDaiARQRh2OgAAIAdBAmogEUEQdjoAACAHQQFqIBFBCHY6AAAgB0EIaiEHIABBQGoiAEEHSw0ADAMLCyAHIA02AAAgAEEHcSERIAcgAEEDdmohByANIABBeHF2IQ0MAgsgByANNgAAIAcgAEEDdmohByANIABBeHF2IQ0gAEEHcSEACyAAIAMgBGotAAAiEWohAiAoIARBAnQiCWooAgAgAHQgDXIhDQJAAkAgByAVSQ0AIAJBCEkNAQJAIAAgEWpBeGoiEUE4cUE4Rg0AIBFBA3ZBAWpBB3EhAANAIAcgDToAACANQQh2IQ0gAkF4aiECIAdBAWohByAAQX9qIgANAAsLIBFBOEkNAQNAIAcgDSIAOgAAQQAhDSAHQQRqQQA2AAAgB0EDaiAAQRh2OgAAIAdBAmogAEEQdjoAACAHQQFqIABBCHY6AAAgB0EIaiEHIAJBQGoiAkEHSw0ADAILCyAHIA02AAAgByACQQN2aiEHIA0gAkH4A3F2IQ0gAkEHcSECCyACIAQtAOCGgIgAIgBqIREgBiAJKAKgh4CIAGsgAnQgDXIhDQJAIAcgFUkNACARQQhJDQECQCACIABqQXhqIgJBOHFBOEYNACACQQN2QQFqQQdxIQADQCAHIA06AAAgDUEIdiENIBFBeGohESAHQQFqIQcgAEF/aiIADQALCyACQThJDQEDQCAHIA0iADoAAEEAIQ0gB0EEakEANgAAIAdBA2ogAEEYdjoAACAHQQJqIABBEHY6AAAgB0EBaiAAQQh2OgAAIAdBCGohByARQUBqIhFBB0sNAAwCCwsgByANNgAAIAcgEUEDdmohByANIBFB+ANxdiENIBFBB3EhEQsgEyAOQQN0aiITICdHDQALCyARIAUtAIAMIgBqIRMgBSgCgAggEXQgDXIhDQJAIAcgFUkNACATQQhJDQECQCARIABqQXhqIhFBOHFBOEYNACARQQN2QQFqQQdxIQADQCAHIA06AAAgDUEIdiENIBNBeGohEyAHQQFqIQcgAEF/aiIADQALCyARQThJDQEDQCAHIA0iADoAAEEAIQ0gB0EEakEANgAAIAdBA2ogAEEYdjoAACAHQQJqIABBEHY6AAAgB0EBaiAAQQh2OgAAIAdBCGohByATQUBqIhNBB0sNAAwCCwsgByANNgAAIAcgE0EDdmohByANIBNBeHF2IQ0gE0EHcSETCyABIAc2AgggASATNgIEIAEgDTYCAAuFBAQCfwR7BH8DewJAAkACQCAAKAJUIgINACAAKAJQIQMgAP0AAkAhBCAA/QACGCEFIAD9AAIwIQYgAP0AAgghBwwBCyAAKAIEIAJsIgMgACgCUCIIIAAoAixsIglrIAkgA2sgAyAJSxshCiAAKAIAIAJsIgMgCCAAKAIobCIJayAJIANrIAMgCUsbIQsgAP0AAhgiBSAC/REiBv21ASIHIAj9ESIMIAD9AAJAIgT9tQEiDf25ASAHIA39twH9sQEhDSAA/QACCCIHIAb9tQEiDiAMIAD9AAIwIgb9tQEiDP25ASAOIAz9twH9sQEhDCAIIAJqIQMgCEHIAWxBCXYgAmwhCQJAIAFBj84ASw0AIANB/z9LDQAgCSAJrUGAwAAgA2utfkINiKdqIQkLQQEhCCAMIA39rgEiDCAMIAT9DQgJCgsMDQ4PAAECAwABAgP9rgEiDCAMIAT9DQQFBgcAAQIDAAECAwABAgP9rgH9GwAgCmogCyACIAFBDHZsamogCU8NAQsgAP0MAAAAAAAAAAAAAAAAAAAAACIM/QsCECAAIAM2AlQgAEIANwIgQQAhCCAAQQA2AlAgACgCBCECIAAoAgAhAyAAIAz9CwIAIAAgBiAH/a4B/QsCMCAAIAQgBf2uAf0LAkAgACADIAAoAihqNgIoIAAgAiAAKAIsajYCLAsgCAuZAwIDewN/IAD9AAKYCiEBIAD9DAAAAAAAAAAAAAAAAAAAAAAiAv0LApgKIAD9AAKoCiEDIAAgAv0LAqgKIAAoArwKIQQgACgCuAohBSAAQgA3ArgKIAAgASAA/QACwAr9rgH9CwLACiAAIAMgAP0AAtAK/a4B/QsC0AogACAFIAAoAuAKajYC4AogACAEIAAoAuQKajYC5AogACAAKALsCiAAKALoCmo2AuwKQQAhBSAAQQA2AugKA0AgACAFaiIEQczzpQRqIgb9AAIAIQEgBiAC/QsCACAEQdzzpQRqIgb9AAIAIQMgBiAC/QsCACAEQdj7pQRqIgYgASAG/QACAP2uAf0LAgAgBEHo+6UEaiIEIAMgBP0AAgD9rgH9CwIAIAVBIGoiBUGACEcNAAsgACgCzPulBCEEIABBADYCzPulBCAAKALU+6UEIQUgACgC0PulBCEGIABCADcC0PulBCAAIAQgACgC2IOmBGo2AtiDpgQgACAGIAAoAtyDpgRqNgLcg6YEIAAgBSAAKALgg6YEajYC4IOmBAuZWgYRfwN7An8BewR+Dn8jgICAgABBEGsiCCSAgICAACAAKALkg6YEIQlBACEKIABBGGoiC0EAQYAK/AsAAkAgA0UNACADQQNxIQwCQCADQQRJDQAgA0F8cSENQQAhCgNAIAsgAiAKaiIOLQAAQQJ0aiIPIA8oAgBBAWo2AgAgCyAOQQFqLQAAQQJ0aiIPIA8oAgBBAWo2AgAgCyAOQQJqLQAAQQJ0aiIPIA8oAgBBAWo2AgAgCyAOQQNqLQAAQQJ0aiIOIA4oAgBBAWo2AgAgDSAKQQRqIgpHDQALIAxFDQELIAIgCmohDgNAIAsgDi0AAEECdGoiCiAKKAIAQQFqNgIAIA5BAWohDiAMQX9qIgwNAAsLIABBATYCmAhBoAJBDiALIABB8BRqIg0gAEHwCmoiEBCPgICAAEEgQQ8gAEGYCWoiESAAQZAXaiISIABB8BNqIhMQj4CAgAAgABCZgICAACEUAkAgA0GBAmoiDkHnzhIgDkHozhJJGyIKIANJDQAgAyEPAkAgCiADayIVQQFqQQdxIgxFDQAgAyAMaiEPIANBA3QgAGpBxNqOA2ohDgNAIA5BgICAgHg2AgAgDkEIaiEOIAxBf2oiDA0ACwsgFUEHSQ0AIAogD2tBAWohDCAAIA9BA3RqIQ4DQCAOQfzajgNqQYCAgIB4NgIAIA5B9NqOA2pBgICAgHg2AgAgDkHs2o4DakGAgICAeDYCACAOQeTajgNqQYCAgIB4NgIAIA5B3NqOA2pBgICAgHg2AgAgDkHU2o4DakGAgICAeDYCACAOQczajgNqQYCAgIB4NgIAIA5BxNqOA2pBgICAgHg2AgAgDkHAAGohDiAMQXhqIgwNAAsLAkACQAJAIAMgACgC8IOmBE0NACALQQBBgAj8CwBBfyEWDAELIABBkOKjBGoiFyAAQYTRowRqIhhBjBH8CgAAIABBsCFqIQoCQAJAAkAgGCAAQbAjak8NACAKIABBhNmjBGpJDQELIABBtCFqIQ5BACEMA0AgACAMaiIPQZTRowRq/QzQAAAA0AAAANAAAADQAAAAIhkgDv1cAAAiGv2JAf2pAUEE/asBIBr9DAAAAAAAAAAAAAAAAAAAAAAiG/0j/YcB/acB/VL9CwIAIA9BhNGjBGogGSAOQXxq/VwAACIa/YkB/akBQQT9qwEgGiAb/SP9hwH9pwH9Uv0LAgAgDkEIaiEOIAxBIGoiDEGACEcNAAwCCwsgAEGxIWohDkEAIQwDQCAAIAxqIg9BhNGjBGogDkF/ai0AACIVQQR0QdABIBUbNgIAIA9BiNGjBGogDi0AACIPQQR0QdABIA8bNgIAIA5BAmohDiAMQQhqIgxBgAhHDQALCyAAQZTZowRqIQ5BgH4hDANAIA5BfGogCiAMQZOCgIgAai0AACIPai0AgQIiFUENIBUbIA8tAMCGgIgAakEEdDYCACAOIAogDEGUgoCIAGotAAAiD2otAIECIhVBDSAVGyAPLQDAhoCIAGpBBHQ2AgAgDkEIaiEOIAxBAmoiDA0ACwJAAkAgAEGQ4aMEaiAAQe4jak8NAEEAIQ4gAEHQI2ogAEGI4qMEakkNAQsgAP0MCgoKCgoKCgoKCgoKCgoKCiIZIAD9XADQIyIbIBv9DAAAAAAAAAAAAAAAAAAAAAAiGv0j/VL9iQH9qQFBBP2rAf0LApDhowQgACAZIAD9XALUIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MEAAAABAAAAAgAAAAIAAAAP2uAf0LAqDhowQgACAZIAD9XALYIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MMAAAADAAAABAAAAAQAAAAP2uAf0LArDhowQgACAZIAD9XALcIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MUAAAAFAAAABgAAAAYAAAAP2uAf0LAsDhowQgACAZIAD9XALgIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0McAAAAHAAAACAAAAAgAAAAP2uAf0LAtDhowQgACAZIAD9XALkIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MkAAAAJAAAACgAAAAoAAAAP2uAf0LAuDhowQgACAZIAD9XALoIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MsAAAALAAAADAAAAAwAAAAP2uAf0LAvDhowRBHCEOCyAOQQJ0IQwDQCAAIAxqIgpBkOGjBGogACAOaiIPQdAjai0AACIVQQogFRsgDkHghoCIAGotAABqQQR0NgIAIApBlOGjBGogD0HRI2otAAAiCkEKIAobIA5B4YaAiABqLQAAakEEdDYCACAMQQhqIQwgDkECaiIOQR5HDQALIAAgAyAEEJqAgIAAIAAoAsTajgMhDiAYIBdBjBH8CgAAQQAhGCALQQBBgAj8CwAgDkEEdkEHaiEWIANFDQELIANBA3EhDCADQQt2IRhBACEKAkAgA0F/akEDSQ0AIANBfHEhFUEAIQoDQCALIAIgCmoiDi0AAEECdGoiDyAPKAIAQQFqNgIAIAsgDkEBai0AAEECdGoiDyAPKAIAQQFqNgIAIAsgDkECai0AAEECdGoiDyAPKAIAQQFqNgIAIAsgDkEDai0AAEECdGoiDiAOKAIAQQFqNgIAIBUgCkEEaiIKRw0ACyAMRQ0BCyACIApqIQ4DQCALIA4tAABBAnRqIgogCigCAEEBajYCACAOQQFqIQ4gDEF/aiIMDQALCyAY/REhGf0MAAAAAAAAAAAAAAAAAAAAACEaQQAhDANAIBogACAMaiIOQRhq/QACACAZ/Tz9sQEgDkEoav0AAgAgGf08/bEBIA5BOGr9AAIAIBn9PP2xASAOQcgAav0AAgAgGf08/bEBIRogDEHAAGoiDEGACEcNAAsgGiAaIBn9DQgJCgsMDQ4PAAECAwABAgP9rgEiGSAZIBn9DQQFBgcAAQIDAAECAwABAgP9rgH9GwAiDkEBIA5BAUsbIRxBAyEYAkAgDkHPAEsNACAcLQCgiYCIACEYIAAoAhAiDEEPSw0AAkAgDEEESw0AIBhBBCAOQSxLGyEYDAELAkAgDEEJSw0AIBhBBSAOQQ9LGyEYDAELIBhBByAOQQdLGyEYC/0MAAAAAAAAAAAAAAAAAAAAACIaIAP9HAAhGyAY/RH9DAAAAAABAAAAAgAAAAMAAAD9rgEhGSAAIBhBAnRqQdj7pQRqIQ4gGEGDAiAYayIdQfwDcSIXaiEKIBchDANAIA79AAIAIh4gGv2uASEaIBsgHiAZ/bUB/bEBIRsgDkEQaiEOIBn9DAQAAAAEAAAABAAAAAQAAAD9rgEhGSAMQXxqIgwNAAsgGyAbIBn9DQgJCgsMDQ4PAAECAwABAgP9rgEiGSAZIBn9DQQFBgcAAQIDAAECAwABAgP9rgH9GwAhDyAaIBogGf0NCAkKCwwNDg8AAQIDAAECA/2uASIZIBkgGf0NBAUGBwABAgMAAQIDAAECA/2uAf0bACEVAkAgHSAXRg0AIB1BAnRB8A9xIBhBAnRqIABqQdj7pQRqIQ4DQCAOKAIAIgwgFWohFSAPIAwgCmxrIQ8gDkEEaiEOIApBAWoiCkGDAkcNAAsLQQAhDEECIBVBAnQgD0EAIA9BAEobIg5LIBUgDksbQYICbCIOLQDxi4CIACEPIA4gHGotAPCJgIgAIQ4CQAJAIAVFDQAgDv0RIRkDQCAAIAxqIg5BtNGjBGogGf0LAgAgDkGk0aMEaiAZ/QsCACAOQZTRowRqIBn9CwIAIA5BhNGjBGogGf0LAgAgDEHAAGoiDEGACEcNAAsgAEGQ2aMEaiEOIA/9ESEaQQMhDANAIA4gDEGQgICIAGr9XAAA/YkB/akBIhn9GwNBwIaAiABqIBn9GwJBwIaAiABqIBn9GwFBwIaAiABqIBn9GwD9BwDAhoCIAP1UAAAB/VQAAAL9VAAAA/2JAf2pAUEE/asBIBr9rgH9CwIAIA5BEGohDiAMQQRqIgxBgwJHDQALIABCnoKAgOAjNwKA4qMEIAD9DP4AAAD+AAAADgEAAA4BAAD9CwLw4aMEIAD9DN4AAADeAAAA7gAAAO4AAAD9CwLg4aMEIAD9DL4AAAC+AAAAzgAAAM4AAAD9CwLQ4aMEIAD9DJ4AAACeAAAArgAAAK4AAAD9CwLA4aMEIAD9DH4AAAB+AAAAjgAAAI4AAAD9CwKw4aMEIAD9DF4AAABeAAAAbgAAAG4AAAD9CwKg4aMEIAD9DE4AAABOAAAATgAAAE4AAAD9CwKQ4aMEDAELAkAgADUCpPOlBCAANQLsCiIffiIgIAA1AsQKIAA1AsjzpQQiIX4iIn0gIiAgfSAgICJWGyAANQKg86UEIB9+IiAgADUCwAogIX4iIn0gIiAgfSAgICJWG3wgADUCqPOlBCAffiIgIAA1AsgKICF+IiJ9ICIgIH0gICAiVht8IAA1AqzzpQQgH34iICAANQLMCiAhfiIifSAiICB9ICAgIlYbfCAANQKw86UEIB9+IiAgADUC0AogIX4iIn0gIiAgfSAgICJWG3wgADUCtPOlBCAffiIgIAA1AtQKICF+IiJ9ICIgIH0gICAiVht8IAA1ArjzpQQgH34iICAANQLYCiAhfiIifSAiICB9ICAgIlYbfCAANQK886UEIB9+IiAgADUC3AogIX4iIn0gIiAgfSAgICJWG3wgADUCwPOlBCAffiIgIAA1AuAKICF+IiJ9ICIgIH0gICAiVht8IAA1AsTzpQQgH34iICAANQLkCiAhfiIifSAiICB9ICAgIlYbfCIgIB8gIX5CyAF+QgmIIh9CA34iIVgNACAO/REhGUEAIQwDQCAAIAxqIg5BtNGjBGogGf0LAgAgDkGk0aMEaiAZ/QsCACAOQZTRowRqIBn9CwIAIA5BhNGjBGogGf0LAgAgDEHAAGoiDEGACEcNAAsgAEGQ2aMEaiEOIA/9ESEaQQMhDANAIA4gDEGQgICIAGr9XAAA/YkB/akBIhn9GwNBwIaAiABqIBn9GwJBwIaAiABqIBn9GwFBwIaAiABqIBn9GwD9BwDAhoCIAP1UAAAB/VQAAAL9VAAAA/2JAf2pAUEE/asBIBr9rgH9CwIAIA5BEGohDiAMQQRqIgxBgwJHDQALIABCnoKAgOAjNwKA4qMEIAD9DP4AAAD+AAAADgEAAA4BAAD9CwLw4aMEIAD9DN4AAADeAAAA7gAAAO4AAAD9CwLg4aMEIAD9DL4AAAC+AAAAzgAAAM4AAAD9CwLQ4aMEIAD9DJ4AAACeAAAArgAAAK4AAAD9CwLA4aMEIAD9DH4AAAB+AAAAjgAAAI4AAAD9CwKw4aMEIAD9DF4AAABeAAAAbgAAAG4AAAD9CwKg4aMEIAD9DE4AAABOAAAATgAAAE4AAAD9CwKQ4aMEDAELAkAgIEIChiAfQgl+WA0AIA5BA2z9ESEZQQAhDgNAIAAgDmoiDEGE0aMEaiIKIAr9AAIAIBn9rgFBAv2tAf0LAgAgDEGU0aMEaiIMIAz9AAIAIBn9rgFBAv2tAf0LAgAgDkEgaiIOQYAIRw0ACyAAQZDZowRqIQ4gD/0RIRpBAyEMA0AgDiAMQZCAgIgAav1cAAD9iQH9qQEiGf0bA0HAhoCIAGogGf0bAkHAhoCIAGogGf0bAUHAhoCIAGogGf0bAP0HAMCGgIgA/VQAAAH9VAAAAv1UAAAD/YkB/akBQQT9qwEgGv2uAf0MAwAAAAMAAAADAAAAAwAAAP21ASAO/QACAP2uAUEC/a0B/QsCACAOQRBqIQ4gDEEEaiIMQYMCRw0ACyAAIAD9AAKQ4aME/QzqAAAA6gAAAOoAAADqAAAA/a4BQQL9rQH9CwKQ4aMEIAAgAP0AAqDhowT9DBoBAAAaAQAASgEAAEoBAAD9rgFBAv2tAf0LAqDhowQgACAA/QACsOGjBP0MegEAAHoBAACqAQAAqgEAAP2uAUEC/a0B/QsCsOGjBCAAIAD9AALA4aME/QzaAQAA2gEAAAoCAAAKAgAA/a4BQQL9rQH9CwLA4aMEIAAgAP0AAtDhowT9DDoCAAA6AgAAagIAAGoCAAD9rgFBAv2tAf0LAtDhowQgACAA/QAC4OGjBP0MmgIAAJoCAADKAgAAygIAAP2uAUEC/a0B/QsC4OGjBCAAIAD9AALw4aME/Qz6AgAA+gIAACoDAAAqAwAA/a4BQQL9rQH9CwLw4aMEIAAgACgCgOKjBEHaBmpBAnY2AoDiowQgACAAKAKE4qMEQdoGakECdjYChOKjBAwBCwJAICBCAYYiICAhWA0AIA5BBWz9ESEZQQAhDgNAIAAgDmoiDEGE0aMEaiIKIAr9AAIA/QwDAAAAAwAAAAMAAAADAAAAIhr9tQEgGf2uAUED/a0B/QsCACAMQZTRowRqIgwgDP0AAgAgGv21ASAZ/a4BQQP9rQH9CwIAIA5BIGoiDkGACEcNAAsgAEGQ2aMEaiEOIA/9ESEbQQMhDANAIA4gDEGQgICIAGr9XAAA/YkB/akBIhn9GwNBwIaAiABqIBn9GwJBwIaAiABqIBn9GwFBwIaAiABqIBn9GwD9BwDAhoCIAP1UAAAB/VQAAAL9VAAAA/2JAf2pAUEE/asBIBv9rgH9DAUAAAAFAAAABQAAAAUAAAD9tQEgDv0AAgAgGv21Af2uAUED/a0B/QsCACAOQRBqIQ4gDEEEaiIMQYMCRw0ACyAAIAD9AAKQ4aMEIBr9tQH9DIYBAACGAQAAhgEAAIYBAAD9rgFBA/2tAf0LApDhowQgACAA/QACoOGjBCAa/bUB/QzWAQAA1gEAACYCAAAmAgAA/a4BQQP9rQH9CwKg4aMEIAAgAP0AArDhowQgGv21Af0MdgIAAHYCAADGAgAAxgIAAP2uAUED/a0B/QsCsOGjBCAAIAD9AALA4aMEIBr9tQH9DBYDAAAWAwAAZgMAAGYDAAD9rgFBA/2tAf0LAsDhowQgACAA/QAC0OGjBCAa/bUB/Qy2AwAAtgMAAAYEAAAGBAAA/a4BQQP9rQH9CwLQ4aMEIAAgAP0AAuDhowQgGv21Af0MVgQAAFYEAACmBAAApgQAAP2uAUED/a0B/QsC4OGjBCAAIAD9AALw4aMEIBr9tQH9DPYEAAD2BAAARgUAAEYFAAD9rgFBA/2tAf0LAvDhowQgACAAKAKA4qMEQQNsQZYLakEDdjYCgOKjBCAAIAAoAoTiowRBA2xBlgtqQQN2NgKE4qMEDAELIA79ESEZAkAgICAfVg0AQQAhDgNAIAAgDmoiDEGE0aMEaiIKIAr9AAIA/QwDAAAAAwAAAAMAAAADAAAAIhr9tQEgGf2uAUEC/a0B/QsCACAMQZTRowRqIgwgDP0AAgAgGv21ASAZ/a4BQQL9rQH9CwIAIA5BIGoiDkGACEcNAAsgAEGQ2aMEaiEOIA/9ESEbQQMhDANAIA4gDEGQgICIAGr9XAAA/YkB/akBIhn9GwNBwIaAiABqIBn9GwJBwIaAiABqIBn9GwFBwIaAiABqIBn9GwD9BwDAhoCIAP1UAAAB/VQAAAL9VAAAA/2JAf2pAUEE/asBIBv9rgEgDv0AAgAgGv21Af2uAUEC/a0B/QsCACAOQRBqIQ4gDEEEaiIMQYMCRw0ACyAAIAD9AAKQ4aMEIBr9tQH9DE4AAABOAAAATgAAAE4AAAD9rgFBAv2tAf0LApDhowQgACAA/QACoOGjBCAa/bUB/QxeAAAAXgAAAG4AAABuAAAA/a4BQQL9rQH9CwKg4aMEIAAgAP0AArDhowQgGv21Af0MfgAAAH4AAACOAAAAjgAAAP2uAUEC/a0B/QsCsOGjBCAAIAD9AALA4aMEIBr9tQH9DJ4AAACeAAAArgAAAK4AAAD9rgFBAv2tAf0LAsDhowQgACAA/QAC0OGjBCAa/bUB/Qy+AAAAvgAAAM4AAADOAAAA/a4BQQL9rQH9CwLQ4aMEIAAgAP0AAuDhowQgGv21Af0M3gAAAN4AAADuAAAA7gAAAP2uAUEC/a0B/QsC4OGjBCAAIAD9AALw4aMEIBr9tQH9DP4AAAD+AAAADgEAAA4BAAD9rgFBAv2tAf0LAvDhowQgACAAKAKA4qMEQQNsQZ4CakECdjYCgOKjBCAAIAAoAoTiowRBA2xBngJqQQJ2NgKE4qMEDAELQQAhDgNAIAAgDmoiDEGE0aMEaiIKIAr9AAIAIBn9rgFBAf2tAf0LAgAgDEGU0aMEaiIMIAz9AAIAIBn9rgFBAf2tAf0LAgAgDkEgaiIOQYAIRw0ACyAAQZDZowRqIQ4gD/0RIRpBAyEMA0AgDiAO/QACACAa/a4BIAxBkICAiABq/VwAAP2JAf2pASIZ/RsDQcCGgIgAaiAZ/RsCQcCGgIgAaiAZ/RsBQcCGgIgAaiAZ/RsA/QcAwIaAiAD9VAAAAf1UAAAC/VQAAAP9iQH9qQFBBP2rAf2uAUEB/a0B/QsCACAOQRBqIQ4gDEEEaiIMQYMCRw0ACyAAIAD9AAKQ4aME/QxOAAAATgAAAE4AAABOAAAA/a4BQQH9rQH9CwKQ4aMEIAAgAP0AAqDhowT9DF4AAABeAAAAbgAAAG4AAAD9rgFBAf2tAf0LAqDhowQgACAA/QACsOGjBP0MfgAAAH4AAACOAAAAjgAAAP2uAUEB/a0B/QsCsOGjBCAAIAD9AALA4aME/QyeAAAAngAAAK4AAACuAAAA/a4BQQH9rQH9CwLA4aMEIAAgAP0AAtDhowT9DL4AAAC+AAAAzgAAAM4AAAD9rgFBAf2tAf0LAtDhowQgACAA/QAC4OGjBP0M3gAAAN4AAADuAAAA7gAAAP2uAUEB/a0B/QsC4OGjBCAAIAD9AALw4aME/Qz+AAAA/gAAAA4BAAAOAQAA/a4BQQH9rQH9CwLw4aMEIAAgACgCgOKjBEGeAmpBAXY2AoDiowQgACAAKAKE4qMEQZ4CakEBdjYChOKjBAsgAEGQ4aMEaiIjIABBrhdqSSASIABBiOKjBGpJcSEFIABBhNGjBGoiHCAAQfAWakkgDSAAQYTZowRqIiRJIiVxISYgAEGU4aMEaiEnIABBlNmjBGohKCAAQfEUaiEpIABB9BRqISogAEGQ4qMEaiEdIABBoOGjBGohKyAAQbDhowRqISwgAEHA4aMEaiEtIABB0OGjBGohLiAAQeDhowRqIS8gAEHw4aMEaiEwQX8hDgJAA0AgACADIAQQmoCAgAAgABCZgICAACIXIAAoAuiDpgRqIA5LDQEgHSAcQYwR/AoAAAJAAkAgJg0AQQAhDCAqIQ4DQCAAIAxqIgpBlNGjBGr9DNAAAADQAAAA0AAAANAAAAAiGSAO/VwAACIa/YkB/akBQQT9qwEgGv0MAAAAAAAAAAAAAAAAAAAAACIb/SP9hwH9pwH9Uv0LAgAgCkGE0aMEaiAZIA5BfGr9XAAAIhr9iQH9qQFBBP2rASAaIBv9I/2HAf2nAf1S/QsCACAOQQhqIQ4gDEEgaiIMQYAIRw0ADAILC0EAIQwgKSEOA0AgACAMaiIKQYTRowRqIA5Bf2otAAAiD0EEdEHQASAPGzYCACAKQYjRowRqIA4tAAAiCkEEdEHQASAKGzYCACAOQQJqIQ4gDEEIaiIMQYAIRw0ACwtBgH4hDiAoIQwDQCAMQXxqIA0gDkGTgoCIAGotAAAiCmotAIECIg9BDSAPGyAKLQDAhoCIAGpBBHQ2AgAgDCANIA5BlIKAiABqLQAAIgpqLQCBAiIPQQ0gDxsgCi0AwIaAiABqQQR0NgIAIAxBCGohDCAOQQJqIg4NAAtBACEKQQAhDAJAIAUNACAj/QwKCgoKCgoKCgoKCgoKCgoKIhkgAP1cAJAXIhsgG/0MAAAAAAAAAAAAAAAAAAAAACIa/SP9Uv2JAf2pAUEE/asB/QsCACArIBkgAP1cApQXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QwQAAAAEAAAACAAAAAgAAAA/a4B/QsCACAsIBkgAP1cApgXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QwwAAAAMAAAAEAAAABAAAAA/a4B/QsCACAtIBkgAP1cApwXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QxQAAAAUAAAAGAAAABgAAAA/a4B/QsCACAuIBkgAP1cAqAXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QxwAAAAcAAAAIAAAACAAAAA/a4B/QsCACAvIBkgAP1cAqQXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QyQAAAAkAAAAKAAAACgAAAA/a4B/QsCACAwIBkgAP1cAqgXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QywAAAAsAAAAMAAAADAAAAA/a4B/QsCAEEcIQwLICcgDEECdGohDiAAIQ8DQCAOQXxqIA8gDGoiFUGQF2otAAAiGEEKIBgbIAwgCmoiGEHghoCIAGotAABqQQR0NgIAIA4gFUGRF2otAAAiFUEKIBUbIBhB4YaAiABqLQAAakEEdDYCACAOQQhqIQ4gD0ECaiEPIAwgCkECaiIKakEeRw0ACyAXIQ4gCUF/aiIJDQALIBchDgtBACEYIAdBADoAAAJAAkACQCAUIBYgFCAWSRsgDk8NAAJAIBQgFk8NAEEAIQogC0EAQYAK/AsAAkAgA0UNACADQQNxIQwCQCADQQRJDQAgA0F8cSEVQQAhCgNAIAsgAiAKaiIOLQAAQQJ0aiIPIA8oAgBBAWo2AgAgCyAOQQFqLQAAQQJ0aiIPIA8oAgBBAWo2AgAgCyAOQQJqLQAAQQJ0aiIPIA8oAgBBAWo2AgAgCyAOQQNqLQAAQQJ0aiIOIA4oAgBBAWo2AgAgFSAKQQRqIgpHDQALIAxFDQELIAIgCmohDgNAIAsgDi0AAEECdGoiCiAKKAIAQQFqNgIAIA5BAWohDiAMQX9qIgwNAAsLIABBATYCmAhBoAJBDiALIA0gEBCPgICAAEEgQQ8gESASIBMQj4CAgAACQAJAAkAgHCAAQfAWak8NACAlDQELIABB9BRqIQ5BACEMA0AgACAMaiIKQZTRowRq/QzQAAAA0AAAANAAAADQAAAAIhkgDv1cAAAiGv2JAf2pAUEE/asBIBr9DAAAAAAAAAAAAAAAAAAAAAAiG/0j/YcB/acB/VL9CwIAIApBhNGjBGogGSAOQXxq/VwAACIa/YkB/akBQQT9qwEgGiAb/SP9hwH9pwH9Uv0LAgAgDkEIaiEOIAxBIGoiDEGACEcNAAwCCwsgAEHxFGohDkEAIQwDQCAAIAxqIgpBhNGjBGogDkF/ai0AACIPQQR0QdABIA8bNgIAIApBiNGjBGogDi0AACIKQQR0QdABIAobNgIAIA5BAmohDiAMQQhqIgxBgAhHDQALCyAAQZTZowRqIQ5BgH4hDANAIA5BfGogDSAMQZOCgIgAai0AACIKai0AgQIiD0ENIA8bIAotAMCGgIgAakEEdDYCACAOIA0gDEGUgoCIAGotAAAiCmotAIECIg9BDSAPGyAKLQDAhoCIAGpBBHQ2AgAgDkEIaiEOIAxBAmoiDA0ACwJAAkAgIyAAQa4Xak8NAEEAIQwgEiAAQYjiowRqSQ0BCyAAQZDhowRq/QwKCgoKCgoKCgoKCgoKCgoKIhkgAP1cAJAXIhsgG/0MAAAAAAAAAAAAAAAAAAAAACIa/SP9Uv2JAf2pAUEE/asB/QsCACAAQaDhowRqIBkgAP1cApQXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QwQAAAAEAAAACAAAAAgAAAA/a4B/QsCACAAQbDhowRqIBkgAP1cApgXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QwwAAAAMAAAAEAAAABAAAAA/a4B/QsCACAAQcDhowRqIBkgAP1cApwXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QxQAAAAUAAAAGAAAABgAAAA/a4B/QsCACAAQdDhowRqIBkgAP1cAqAXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QxwAAAAcAAAAIAAAACAAAAA/a4B/QsCACAAQeDhowRqIBkgAP1cAqQXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QyQAAAAkAAAAKAAAACgAAAA/a4B/QsCACAAQfDhowRqIBkgAP1cAqgXIhsgGyAa/SP9Uv2JAf2pAUEE/asB/QywAAAAsAAAAMAAAADAAAAA/a4B/QsCAEEcIQwLIAxBAnQgAGpBlOGjBGohDkEAIQogACEPA0AgDkF8aiAPIAxqIg1BkBdqLQAAIhVBCiAVGyAMIApqIhVB4IaAiABqLQAAakEEdDYCACAOIA1BkRdqLQAAIg1BCiANGyAVQeGGgIgAai0AAGpBBHQ2AgAgDkEIaiEOIA9BAmohDyAMIApBAmoiCmpBHkcNAAsgB0EBOgAAIAggAzYCCCAIQQhqIRgMAwsgAEGwIWohCgJAAkAgHCAAQbAjak8NACAKICRJDQELIABBtCFqIQ5BACEMA0AgACAMaiIPQZTRowRq/QzQAAAA0AAAANAAAADQAAAAIhkgDv1cAAAiGv2JAf2pAUEE/asBIBr9DAAAAAAAAAAAAAAAAAAAAAAiG/0j/YcB/acB/VL9CwIAIA9BhNGjBGogGSAOQXxq/VwAACIa/YkB/akBQQT9qwEgGiAb/SP9hwH9pwH9Uv0LAgAgDkEIaiEOIAxBIGoiDEGACEcNAAwDCwsgAEGxIWohDkEAIQwDQCAAIAxqIg9BhNGjBGogDkF/ai0AACINQQR0QdABIA0bNgIAIA9BiNGjBGogDi0AACIPQQR0QdABIA8bNgIAIA5BAmohDiAMQQhqIgxBgAhHDQAMAgsLIBcgACgC7IOmBCAOakkNASAcIB1BjBH8CgAAIAAgAyAEEJqAgIAAAkACQAJAIBwgAEHwFmpPDQAgJQ0BCyAAQfQUaiEOQQAhDANAIAAgDGoiCkGU0aMEav0M0AAAANAAAADQAAAA0AAAACIZIA79XAAAIhr9iQH9qQFBBP2rASAa/QwAAAAAAAAAAAAAAAAAAAAAIhv9I/2HAf2nAf1S/QsCACAKQYTRowRqIBkgDkF8av1cAAAiGv2JAf2pAUEE/asBIBogG/0j/YcB/acB/VL9CwIAIA5BCGohDiAMQSBqIgxBgAhHDQAMAgsLIABB8RRqIQ5BACEMA0AgACAMaiIKQYTRowRqIA5Bf2otAAAiD0EEdEHQASAPGzYCACAKQYjRowRqIA4tAAAiCkEEdEHQASAKGzYCACAOQQJqIQ4gDEEIaiIMQYAIRw0ACwsgAEGU2aMEaiEOQYB+IQwDQCAOQXxqIA0gDEGTgoCIAGotAAAiCmotAIECIg9BDSAPGyAKLQDAhoCIAGpBBHQ2AgAgDiANIAxBlIKAiABqLQAAIgpqLQCBAiIPQQ0gDxsgCi0AwIaAiABqQQR0NgIAIA5BCGohDiAMQQJqIgwNAAsCQAJAICMgAEGuF2pPDQBBACEMIBIgAEGI4qMEakkNAQsgAEGQ4aMEav0MCgoKCgoKCgoKCgoKCgoKCiIZIAD9XACQFyIbIBv9DAAAAAAAAAAAAAAAAAAAAAAiGv0j/VL9iQH9qQFBBP2rAf0LAgAgAEGg4aMEaiAZIAD9XAKUFyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MEAAAABAAAAAgAAAAIAAAAP2uAf0LAgAgAEGw4aMEaiAZIAD9XAKYFyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MMAAAADAAAABAAAAAQAAAAP2uAf0LAgAgAEHA4aMEaiAZIAD9XAKcFyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MUAAAAFAAAABgAAAAYAAAAP2uAf0LAgAgAEHQ4aMEaiAZIAD9XAKgFyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0McAAAAHAAAACAAAAAgAAAAP2uAf0LAgAgAEHg4aMEaiAZIAD9XAKkFyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MkAAAAJAAAACgAAAAoAAAAP2uAf0LAgAgAEHw4aMEaiAZIAD9XAKoFyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MsAAAALAAAADAAAAAwAAAAP2uAf0LAgBBHCEMCyAMQQJ0IABqQZThowRqIQ5BACEYQQAhCiAAIQ8DQCAOQXxqIA8gDGoiDUGQF2otAAAiFUEKIBUbIAwgCmoiFUHghoCIAGotAABqQQR0NgIAIA4gDUGRF2otAAAiDUEKIA0bIBVB4YaAiABqLQAAakEEdDYCACAOQQhqIQ4gD0ECaiEPIAwgCkECaiIKakEeRw0ADAILCyAAQZTZowRqIQ5BgH4hDANAIA5BfGogCiAMQZOCgIgAai0AACIPai0AgQIiDUENIA0bIA8tAMCGgIgAakEEdDYCACAOIAogDEGUgoCIAGotAAAiD2otAIECIg1BDSANGyAPLQDAhoCIAGpBBHQ2AgAgDkEIaiEOIAxBAmoiDA0ACwJAAkAgIyAAQe4jak8NAEEAIQ4gAEHQI2ogAEGI4qMEakkNAQsgAEGQ4aMEav0MCgoKCgoKCgoKCgoKCgoKCiIZIAD9XADQIyIbIBv9DAAAAAAAAAAAAAAAAAAAAAAiGv0j/VL9iQH9qQFBBP2rAf0LAgAgAEGg4aMEaiAZIAD9XALUIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MEAAAABAAAAAgAAAAIAAAAP2uAf0LAgAgAEGw4aMEaiAZIAD9XALYIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MMAAAADAAAABAAAAAQAAAAP2uAf0LAgAgAEHA4aMEaiAZIAD9XALcIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MUAAAAFAAAABgAAAAYAAAAP2uAf0LAgAgAEHQ4aMEaiAZIAD9XALgIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0McAAAAHAAAACAAAAAgAAAAP2uAf0LAgAgAEHg4aMEaiAZIAD9XALkIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MkAAAAJAAAACgAAAAoAAAAP2uAf0LAgAgAEHw4aMEaiAZIAD9XALoIyIbIBsgGv0j/VL9iQH9qQFBBP2rAf0MsAAAALAAAADAAAAAwAAAAP2uAf0LAgBBHCEOCyAOQQJ0IQwDQCAAIAxqIgpBkOGjBGogACAOaiIPQdAjai0AACINQQogDRsgDkHghoCIAGotAABqQQR0NgIAIApBlOGjBGogD0HRI2otAAAiCkEKIAobIA5B4YaAiABqLQAAakEEdDYCACAMQQhqIQwgDkECaiIOQR5HDQALIAAgAyAEEJqAgIAAQQAhGAsgACABIAIgAyAYIAYQkICAgAAgCEEQaiSAgICAAAsQACAAQYCAgIgAEImAgIAAC7cBAQJ/I4CAgIAAQSBrIgUkgICAgAACQAJAIAIgACgCDEsNACABIAIgAyAEEJaAgIAAIQYMAQtBACEGIAVBADoAHCAFQgA3AgwgBSADNgIUIAUgAyAEajYCGCAAIAEgAiAFQQxqIAAoAgARgICAgACAgICAACAFLQAcDQACQCAFKAIQRQ0AIAUgBSgCFCIAQQFqNgIUIAAgBSgCDDoAAAsgBSgCFCADayEGCyAFQSBqJICAgIAAIAYLsgEBA38CQCABRQ0AIAAgAWohBCACIANqIQUgAiEDA0ACQCAFIANrIAQgAGsiAUH//wMgAUGAgARIIgYbIgFBBWpPDQBBAA8LIAMgATsAASADIAFBf3M7AAMgAyAGOgAAIANBBWohAwJAIAFFDQAgAyAAIAH8CgAACyADIAFqIQMgACABaiIAIARHDQALIAMgAmsPCwJAIANBBU8NAEEADwsgAkGAgHw2AAEgAkEBOgAAQQULKQECf0EFIQICQCABQYcnaiIDQYgnSQ0AIANBiCduQQVsIQILIAIgAWoL0gsBDn8gAEHwI2ohAUEAIQJBoAIhAwJAAkACQAJAA0AgACACQaACaiIENgKcLyAAIAJqIgVBjxdqLQAADQMgACACQZ8CajYCnC8CQCAFQY4Xai0AAA0AIAAgAkGeAmo2ApwvIAVBjRdqLQAADQIgACACQZ0CajYCnC8gA0F9aiEGAkAgBEGFAk4NAEGBAiEEDAYLIAVBjBdqLQAADQMgAkF8aiECIANBfGohAwwBCwsgA0F/aiEGIAJBnwJqIQQMAwsgA0F+aiEGIAJBngJqIQQMAgsgAkGdAmohBAwBCyACQaACaiIGIQQLQQAhAkEgIQMCQAJAAkACQANAIAAgAkEgajYCoC8gACACaiIFQa8Xai0AAA0DIAAgAkEfajYCoC8CQCAFQa4Xai0AAA0AIAAgAkEeajYCoC8gBUGtF2otAAANAiAAIAJBHWo2AqAvIANBfWohBwJAIAJBZEcNAEEBIQIMBgsgBUGsF2otAAANAyACQXxqIQIgA0F8aiEDDAELCyADQX9qIQcgAkEfaiECDAMLIANBfmohByACQR5qIQIMAgsgAkEdaiECDAELIAJBIGoiByECCwJAIARBoAJGDQACQCACRQ0AIAAgBGpB8BRqIABBkBdqIAL8CgAACyAAKAKgLyEHIAAoApwvIQYLQQAhBCABQQBBzAD8CwAgAEHxFGohCCAAQfAUaiEJIAcgBmoiCkF/aiELIABBnCVqIgwhAgNAIAkgBGotAAAhAyAEIQUCQANAAkAgCyAFRw0AIAshByAKIQYMAgsgCCAFaiEHIAVBAWoiBiEFIAMgBy0AAEYNAAsgBkF/aiEHCyAGIARrIQUCQAJAAkAgAw0AAkAgBUELSQ0AA0AgACAAKAK4JEEBajYCuCQgAiAFQXVqIgVB/wAgBUGAAUkbIgVBBXRBEnI2AgAgAkEEaiECIAYgBCAFakELaiIEayIFQQpLDQALCyAFQQNJDQEgACAAKAK0JEEBajYCtCQgAiAFQQV0QbF/ajYCACACQQRqIQIgBiEEDAILIAVBBEkNACABIANBAnRqIgUgBSgCAEEBajYCACACIAM2AgAgBEEBaiEEIAJBBGohAgNAIAAgACgCsCRBAWo2ArAkIAIgBiAEa0F9aiIFQQMgBUEESRsiBUEFdEEQcjYCACACQQRqIQIgBiAEIAVqQQNqIgRrQQJLDQALCwJAIAQgBkcNACAGIQQMAQsgASADQQJ0aiEFAkAgByAEayINQQFqQQNxIg5FDQAgDiEGA0AgBSAFKAIAQQFqNgIAIAIgAzYCACACQQRqIQIgBkF/aiIGDQALCwJAIA1BA0kNACAHQX9zIAQgDmpqIQQDQCAFIAUoAgBBAWo2AgAgAiADNgIAIAUgBSgCAEEBajYCACACQQRqIAM2AgAgBSAFKAIAQQFqNgIAIAJBCGogAzYCACAFIAUoAgBBAWo2AgAgAkEMaiADNgIAIAJBEGohAiAEQQRqIgQNAAsLIAdBAWohBAsgBCAKRw0ACyAAIAIgDGtBAnU2AqgvQRMhAkETQQcgASAAQYglaiAAQbwkahCPgICAAAJAIAAtAJclDQACQCAALQCJJUUNAEESIQIMAQsCQCAALQCWJUUNAEERIQIMAQsCQCAALQCKJUUNAEEQIQIMAQsCQCAALQCVJUUNAEEPIQIMAQsCQCAALQCLJUUNAEEOIQIMAQsCQCAALQCUJUUNAEENIQIMAQsCQCAALQCMJUUNAEEMIQIMAQsCQCAALQCTJUUNAEELIQIMAQsCQCAALQCNJUUNAEEKIQIMAQsCQCAALQCSJUUNAEEJIQIMAQsCQCAALQCOJUUNAEEIIQIMAQsCQCAALQCRJUUNAEEHIQIMAQsCQCAALQCPJUUNAEEGIQIMAQtBBUEEIAAtAJAlGyECCyAAIAI2AqQvAkAgACgCnC8iAkGgAkYNACAAKAKgLyIFRQ0AIABBkBdqIAkgAmogBfwKAAALC9wJAgN/AnsgABCYgICAAEEAIQECQEGgAiAAKAKcLyICayIDRQ0AIAAgAmpB8BRqQQAgA/wLAAv9DAAAAAAAAAAAAAAAAAAAAAAiBCAALQCaJUEHaiAAKAK4JGwgAC0AmSVBA2ogACgCtCRsIAAtAJglQQJqIAAoArAkbCAA/QACoCQgAP1cApQl/YkB/akB/bUBIAD9AAKQJCAA/VwCkCX9iQH9qQH9tQEgAP0AAoAkIAD9XAKMJf2JAf2pAf21ASAA/QAC8CMgAP1cAogl/YkB/akB/bUBIAQgACgCpC9BA2xBDmr9HAD9rgH9rgH9rgH9rgEiBSAFIAX9DQgJCgsMDQ4PAAECAwABAgP9rgEiBSAFIAX9DQQFBgcAAQIDAAECAwABAgP9rgH9GwBqamr9HAAhBSAAQShqIQIDQCAC/QACACAAIAFqIgNB9BRq/VwAAP2JAf2pAf21ASACQXBq/QACACADQfAUav1cAAD9iQH9qQH9tQEgBf2uAf2uASEFIAJBIGohAiABQQhqIgFBgAJHDQALIAAtAK0XQQ1qIAAoAowKbCAALQCsF0ENaiAAKAKICmwgAP1cAqgX/YkB/akB/QwLAAAACwAAAAwAAAAMAAAA/a4BIAD9AAL4Cf21ASAA/VwCpBf9iQH9qQH9DAkAAAAJAAAACgAAAAoAAAD9rgEgAP0AAugJ/bUBIAD9XAKgF/2JAf2pAf0MBwAAAAcAAAAIAAAACAAAAP2uASAA/QAC2An9tQEgAP1cApwX/YkB/akB/QwFAAAABQAAAAYAAAAGAAAA/a4BIAD9AALICf21ASAA/VwCmBf9iQH9qQH9DAMAAAADAAAABAAAAAQAAAD9rgEgAP0AArgJ/bUBIAD9XAKUF/2JAf2pAf0MAQAAAAEAAAACAAAAAgAAAP2uASAA/QACqAn9tQEgAP0AApgJIAD9XAKQF/2JAf2pAf21ASAEIAAoAowJIAAtAI0XbCAA/VwAiRf9iQH9qQH9DAUAAAAFAAAABQAAAAUAAAD9rgEgAP0AAvwI/bUBIAD9XACFF/2JAf2pAf0MBAAAAAQAAAAEAAAABAAAAP2uASAA/QAC7Aj9tQEgAP1cAIEX/YkB/akB/QwDAAAAAwAAAAMAAAADAAAA/a4BIAD9AALcCP21ASAA/VwA/Rb9iQH9qQH9DAIAAAACAAAAAgAAAAIAAAD9rgEgAP0AAswI/bUBIAD9XAD5Fv2JAf2pAf0MAQAAAAEAAAABAAAAAQAAAP2uASAA/QACvAj9tQEgAP0AAqwIIAD9XAD1Fv2JAf2pAf21ASAA/QACnAggAP1cAPEW/YkB/akB/bUBIAQgACgCmAggAC0A8BZsIAUgBSAF/Q0ICQoLDA0ODwABAgMAAQID/a4BIgUgBSAF/Q0EBQYHAAECAwABAgMAAQID/a4B/RsAav0cAP2uAf2uAf2uAf2uAf2uAf2uAf2uASIFIAUgBf0NCAkKCwwNDg8AAQIDAAECA/2uASIFIAUgBf0NBAUGBwABAgMAAQIDAAECA/2uAf0bAGr9HAD9rgH9rgH9rgH9rgH9rgH9rgH9rgEiBSAFIAX9DQgJCgsMDQ4PAAECAwABAgP9rgEiBSAFIAX9DQQFBgcAAQIDAAECAwABAgP9rgH9GwBqagvYBAESf0EAIQMgACABQQN0IgRBxNqOA2oiBWpBADYCACAAQYTZowRqIQYgAEGQ4aMEaiEHIABBnPOjBGohCCAAQYTRowRqIQkgBCAAakG82o4DaiEKA0AgCSACQX5qLwEAIgRBAnRqKAIAIQsgACAFakF8aiIMIARBCXRBAXI2AgAgACAFQXhqIgVqIQ0gAyALaiEDAkACQCACQXxqIgsvAQAiBA0AIAshAgwBC0EDIQ4gBEF/c0ECdCIPIRADQCAKIA5BA3RqIQQgBiAOQQJ0aiELIAIgEGoiES8BAiISQQl0IRMgES8BACEUIAcgCCASai0AAEECdGooAgAhEgNAAkAgCygCACASaiAEKAIAaiIRIANPDQAgDCAOIBNyNgIAIBEhAwsgBEEIaiEEIAtBBGohCyAOQQFqIg4gFE0NAAsgEEEEaiIQQXxHDQALIAIgD2ohAgsgDSADNgIAIApBeGohCiAFQcTajgNHDQALIABBGGoiFEEAQYAK/AsAIABBxNqOA2oiBCABQQN0aiEDIABBmAlqIRIDQCAEKAIEIgtBCXYhDgJAAkAgC0H/A3EiC0EBRw0AIBQgDkECdGoiDiAOKAIAQQFqNgIADAELIAAgCy0AkICAiABBAnRqIhEgESgCnAhBAWo2ApwIIBIgCCAOai0AAEECdGoiDiAOKAIAQQFqNgIACyAEIAtBA3RqIgQgA0cNAAsgACAAKAKYCEEBajYCmAhBoAJBDiAUIABB8BRqIABB8ApqEI+AgIAAQSBBDyASIABBkBdqIABB8BNqEI+AgIAAC6UGAQJ/AkAgAQ0AQQAPCyABIAJqIQMgAEF/cyEAAkAgAUEHcUUNACACRQ0AIABB/wFxIAEtAABzQQJ0KAKAkICIACAAQQh2cyEAAkAgAUEBaiIEQQdxDQAgBCEBDAELAkAgAkEBRw0AIAQhAQwBCyAAQf8BcSABLQABc0ECdCgCgJCAiAAgAEEIdnMhAAJAIAFBAmoiBEEHcQ0AIAQhAQwBCwJAIAJBAkcNACAEIQEMAQsgAEH/AXEgAS0AAnNBAnQoAoCQgIgAIABBCHZzIQACQCABQQNqIgRBB3ENACAEIQEMAQsCQCACQQNHDQAgBCEBDAELIABB/wFxIAEtAANzQQJ0KAKAkICIACAAQQh2cyEAAkAgAUEEaiIEQQdxDQAgBCEBDAELAkAgAkEERw0AIAQhAQwBCyAAQf8BcSABLQAEc0ECdCgCgJCAiAAgAEEIdnMhAAJAIAFBBWoiBEEHcQ0AIAQhAQwBCwJAIAJBBUcNACAEIQEMAQsgAEH/AXEgAS0ABXNBAnQoAoCQgIgAIABBCHZzIQACQCABQQZqIgRBB3ENACAEIQEMAQsCQCACQQZHDQAgBCEBDAELIABB/wFxIAEtAAZzQQJ0KAKAkICIACAAQQh2cyEAAkAgAUEHaiIEQQdxDQAgBCEBDAELAkAgAkEHRw0AIAQhAQwBCyAAQf8BcSABLQAHc0ECdCgCgJCAiAAgAEEIdnMhACABQQhqIQELAkAgAyABa0F4cSICRQ0AIAEgAmohAgNAIAEoAgAgAHMiAEEGdkH8B3EoAoDAgIgAIABB/wFxQQJ0KAKAyICIAHMgAEEOdkH8B3EoAoC4gIgAcyAAQRZ2QfwHcSgCgLCAiABzIAFBBGooAgAiAEH/AXFBAnQoAoCogIgAcyAAQQZ2QfwHcSgCgKCAiABzIABBDnZB/AdxKAKAmICIAHMgAEEWdkH8B3EoAoCQgIgAcyEAIAFBCGoiASACRw0ACyACIQELAkAgASADRg0AA0AgAEH/AXEgAS0AAHNBAnQoAoCQgIgAIABBCHZzIQAgAUEBaiIBIANHDQALCyAAQX9zCzwBAX8CQCABQQNqIgMgAmogABGBgICAAICAgIAAIgINAEEADwsgAyACakEAIAFrcSIBQXxqIAI2AgAgAQsLmlACAEGAgIAIC4BQDAAAAAAAAAAAAAAAAAAAAAAAAAABAgMEBQYHCAgJCQoKCwsMDAwMDQ0NDQ4ODg4PDw8PEBAQEBAQEBARERERERERERISEhISEhISExMTExMTExMUFBQUFBQUFBQUFBQUFBQUFRUVFRUVFRUVFRUVFRUVFRYWFhYWFhYWFhYWFhYWFhYXFxcXFxcXFxcXFxcXFxcXGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgYGBgZGRkZGRkZGRkZGRkZGRkZGRkZGRkZGRkZGRkZGRkZGRoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGhoaGxsbGxsbGxsbGxsbGxsbGxsbGxsbGxsbGxsbGxsbGxwAAAAAAAAAAAAAAAAAAAECAwQEBQUGBgYGBwcHBwgICAgICAgICQkJCQkJCQkKCgoKCgoKCgoKCgoKCgoKCwsLCwsLCwsLCwsLCwsLCwwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0NDQ0ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODg4ODw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDw8PDwCAQMAgoGDgEJBQ0DCwcPAIiEjIKKho6BiYWNg4uHj4BIRExCSkZOQUlFTUNLR09AyMTMwsrGzsHJxc3Dy8fPwCgkLCIqJi4hKSUtIysnLyCopKyiqqauoamlraOrp6+gaGRsYmpmbmFpZW1ja2dvYOjk7OLq5u7h6eXt4+vn7+AYFBwSGhYeERkVHRMbFx8QmJSckpqWnpGZlZ2Tm5efkFhUXFJaVl5RWVVdU1tXX1DY1NzS2tbe0dnV3dPb19/QODQ8Mjo2PjE5NT0zOzc/MLi0vLK6tr6xubW9s7u3v7B4dHxyenZ+cXl1fXN7d39w+PT88vr2/vH59f3z+/f/8AAAAAAAAAAAAAAAAAAAAAAgMHAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQEBAQICAgIDAwMDBAQEBAUFBQUAAAAAAAAAAAEBAgIDAwQEBQUGBgcHCAgJCQoKCwsMDA0NAAAQERIACAcJBgoFCwQMAw0CDgEPAAAAAAAAAAAAAAAAAAEAAAACAAAAAwAAAAQAAAAFAAAABwAAAAkAAAANAAAAEQAAABkAAAAhAAAAMQAAAEEAAABhAAAAgQAAAMEAAAABAQAAgQEAAAECAAABAwAAAQQAAAEGAAABCAAAAQwAAAEQAAABGAAAASAAAAEwAAABQAAAAWAAAAAAAAAAAAAAAwAAAAQAAAAFAAAABgAAAAcAAAAIAAAACQAAAAoAAAALAAAADQAAAA8AAAARAAAAEwAAABcAAAAbAAAAHwAAACMAAAArAAAAMwAAADsAAABDAAAAUwAAAGMAAABzAAAAgwAAAKMAAADDAAAA4wAAAAIBAAAAAAAAAAAAAAAAAAAJCQkJCQkICAcHBgYGBgYGBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAYGFiAmKzAzNjk7PUBBQ0VGSElKS0xNT1BQUVJTVFVVVldYWFlZWltbXFxdXV5fX2BgYGFhYmJjY2NkZGVlZWZmZmdnaGhoaWlpaWpqamtra2xsbGxtbW1tbm5ub29vb3BwcHBwcXFxcXJycnJyc3Nzc3N0dHR0dHV1dXV1dnZ2dnZ2d3d3d3d4eHh4eHh5eXl5eXl5enp6enp6e3t7e3t7e3x8fHx8fHx9fX19fX19fX5+fn5+fn5/f39/f39/f4CAgICAgICAgIGBgYGBgYGBgYKCgoKCgoKCgoODg4ODg4ODg4OEhISEhISEhISEhYWFhYWFhYWFhYaGhoaGhoaGbRAQICkwNTk8QEJFR0lLTE5QUVJTVVZXWFlaW1xcXV5fYGBhYmJjY2RlZWZmZ2doaGlpampra2xsbG1tbm5ub29wcHBxcXFycnJzc3NzdHR0dXV1dnZ2dnd3d3d4eHh4eXl5eXp6enp6e3t7e3x8fHx8fX19fX1+fn5+fn9/f39/gICAgICAgYGBgYGBgoKCgoKCg4ODg4ODg4SEhISEhIWFhYWFhYWGhoaGhoaGhoeHh4eHh4eHiIiIiIiIiIiJiYmJiYmJiYqKioqKioqKiouLi4uLi4uLi4yMjIyMjIyMjI2NjY2NjY2NjY2Ojo6Ojo6Ojo6Ojo+Pj4+Pj4+Pj4+QXSAgMDlARUlMUFJVV1lbXF5gYWJjZWZnaGlqa2xsbW5vcHBxcnJzc3R1dXZ2d3d4eHl5enp7e3x8fH19fn5+f3+AgICBgYGCgoKDg4ODhISEhYWFhoaGhoeHh4eIiIiIiYmJiYqKioqKi4uLi4yMjIyMjY2NjY2Ojo6Ojo+Pj4+PkJCQkJCQkZGRkZGRkpKSkpKSk5OTk5OTk5SUlJSUlJWVlZWVlZWWlpaWlpaWlpeXl5eXl5eXmJiYmJiYmJiZmZmZmZmZmZqampqampqampubm5ubm5ubm5ycnJycnJycnJ2dnZ2dnZ2dnZ2enp6enp6enp6enp+fn5+fn5+fn5+gVAAAAAAAAAAAAAAAAAAAljAHdyxhDu66UQmZGcRtB4/0anA1pWPpo5VknjKI2w6kuNx5HunV4IjZ0pcrTLYJvXyxfgctuOeRHb+QZBC3HfIgsGpIcbnz3kG+hH3U2hrr5N1tUbXU9MeF04NWmGwTwKhrZHr5Yv3syWWKT1wBFNlsBmNjPQ/69Q0IjcggbjteEGlM5EFg1XJxZ6LR5AM8R9QES/2FDdJrtQql+qi1NWyYskLWybvbQPm8rONs2DJ1XN9Fzw3W3Fk90ausMNkmOgDeUYBR18gWYdC/tfS0ISPEs1aZlbrPD6W9uJ64AigIiAVfstkMxiTpC7GHfG8vEUxoWKsdYcE9LWa2kEHcdgZx2wG8INKYKhDV74mFsXEftbYGpeS/nzPUuOiiyQd4NPkAD46oCZYYmA7huw1qfy09bQiXbGSRAVxj5vRRa2tiYWwc2DBlhU4AYvLtlQZse6UBG8H0CIJXxA/1xtmwZVDptxLquL6LfIi5/N8d3WJJLdoV83zTjGVM1PtYYbJNzlG1OnQAvKPiMLvUQaXfSteV2D1txNGk+/TW02rpaUP82W40RohnrdC4YNpzLQRE5R0DM19MCqrJfA3dPHEFUKpBAicQEAu+hiAMySW1aFezhW8gCdRmuZ/kYc4O+d5emMnZKSKY0LC0qNfHFz2zWYENtC47XL23rWy6wCCDuO22s7+aDOK2A5rSsXQ5R9Xqr3fSnRUm2wSDFtxzEgtj44Q7ZJQ+am0NqFpqegvPDuSd/wmTJ64ACrGeB31Ekw/w0qMIh2jyAR7+wgZpXVdi98tnZYBxNmwZ5wZrbnYb1P7gK9OJWnraEMxK3Wdv37n5+e++jkO+txfVjrBg6KPW1n6T0aHEwtg4UvLfT/Fnu9FnV7ym3Qa1P0s2skjaKw3YTBsKr/ZKAzZgegRBw+9g31XfZ6jvjm4xeb5pRoyzYcsag2a8oNJvJTbiaFKVdwzMA0cLu7kWAiIvJgVVvju6xSgLvbKSWrQrBGqzXKf/18Ixz9C1i57ZLB2u3luwwmSbJvJj7JyjanUKk20CqQYJnD82DuuFZwdyE1cABYJKv5UUerjiriuxezgbtgybjtKSDb7V5bfv3Hwh39sL1NLThkLi1PH4s91oboPaH80WvoFbJrn24Xewb3dHtxjmWgiIcGoP/8o7BmZcCwER/55lj2muYvjT/2thRc9sFnjiCqDu0g3XVIMETsKzAzlhJmen9xZg0E1HaUnbd24+SmrRrtxa1tlmC99A8DvYN1OuvKnFnrvef8+yR+n/tTAc8r29isK6yjCTs1Omo7QkBTbQupMG180pV95Uv2fZIy56ZrO4SmHEAhtoXZQrbyo3vgu0oY4MwxvfBVqN7wItAAAAAEExGxmCYjYyw1MtKwTFbGRF9Hd9hqdaVseWQU8IitnISbvC0Yro7/rL2fTjDE+1rE1+rrWOLYOezxyYh1ESwkoQI9lT03D0eJJB72FV164uFOa1N9e1mByWhIMFWZgbghipAJvb+i2wmss2qV1dd+YcbGz/3z9B1J4OWs2iJISV4xWfjCBGsqdhd6m+puHo8efQ8+gkg97DZbLF2qquXV3rn0ZEKMxrb2n9cHauazE571oqICwJBwttOBwS8zZG37IHXcZxVHDtMGVr9PfzKru2wjGidZEciTSgB5D7vJ8Xuo2EDnneqSU477I8/3nzc75I6Gp9G8VBPCreWAVPefBEfmLphy1PwsYcVNsBihWUQLsOjYPoI6bC2Ti/DcWgOEz0uyGPp5YKzpaNEwkAzFxIMddFi2L6bspT4XdUXbu6FWygo9Y/jYiXDpaRUJjX3hGpzMfS+uHsk8v69VzXYnId5nlr3rVUQJ+ET1lYEg4WGSMVD9pwOCSbQSM9p2v9ZeZa5nwlCctXZDjQTqOukQHin4oYIcynM2D9vCqv4SSt7tA/tC2DEp9ssgmGqyRIyeoVU9ApRn77aHdl4vZ5Py+3SCQ2dBsJHTUqEgTyvFNLs41IUnDeZXkx735g/vPm57/C/f58kdDVPaDLzPo2ioO7B5GaeFS8sTllp6hLmIM7CqmYIsn6tQmIy64QT13vXw5s9EbNP9ltjA7CdEMSWvMCI0HqwXBswYBBd9hH1zaXBuYtjsW1AKWEhBu8GopBcVu7WmiY6HdD2dlsWh5PLRVffjYMnC0bJ90cAD4SAJi5UzGDoJBirovRU7WSFsX03Vf078SUp8Lv1ZbZ9um8B66ojRy3a94xnCrvKoXteWvKrEhw028bXfguKkbh4TbeZqAHxX9jVOhUImXzTeXzsgKkwqkbZ5GEMCagnym4rsXk+Z/e/TrM89Z7/ejPvGupgP1aspk+CZ+yfziEq7AkHCzxFQc1MkYqHnN3MQe04XBI9dBrUTaDRnp3sl1jTtf6yw/m4dLMtcz5jYTX4EoSlq8LI422yHCgnYlBu4RGXSMDB2w4GsQ/FTGFDg4oQphPZwOpVH7A+nlVgctiTB/FOIFe9COYnacOs9yWFaobAFTlWjFP/JliYtfYU3nOF0/hSVZ++lCVLdd71BzMYhOKjS1Su5Y0kei7H9DZoAbs835ercJlR26RSGwvoFN16DYSOqkHCSNqVCQIK2U/EeR5p5alSLyPZhuRpCcqir3gvMvyoY3Q62Le/cAj7+bZveG8FPzQpw0/g4omfrKRP7kk0HD4FctpO0bmQnp3/Vu1a2Xc9Fp+xTcJU+52OEj3sa4JuPCfEqEzzD+Kcv0kkwAAAAA3asIBbtSEA1m+RgLcqAkH68LLBrJ8jQSFFk8FuFETDo870Q/WhZcN4e9VDGT5GglTk9gICi2eCj1HXAtwoyYcR8nkHR53oh8pHWAerAsvG5th7RrC36sY9bVpGcjyNRL/mPcTpiaxEZFMcxAUWjwVIzD+FHqOuBZN5HoX4EZNONcsjzmOksk7ufgLOjzuRD8LhIY+UjrAPGVQAj1YF142b32cNzbD2jUBqRg0hL9XMbPVlTDqa9My3QERM5DlaySnj6kl/jHvJ8lbLSZMTWIjeyegIiKZ5iAV8yQhKLR4Kh/euitGYPwpcQo+KPQccS3DdrMsmsj1Lq2iNy/AjZpw9+dYca5ZHnOZM9xyHCWTdytPUXZy8Rd0RZvVdXjciX5Ptkt/FggNfSFiz3ykdIB5kx5CeMqgBHr9ysZ7sC68bIdEfm3e+jhv6ZD6bmyGtWtb7HdqAlIxaDU482kIf69iPxVtY2arK2FRwelg1NemZeO9ZGS6AyJmjWngZyDL10gXoRVJTh9TS3l1kUr8Y95PywkcTpK3Wkyl3ZhNmJrERq/wBkf2TkBFwSSCREQyzUFzWA9AKuZJQh2Mi0NQaPFUZwIzVT68dVcJ1rdWjMD4U7uqOlLiFHxQ1X6+Ueg54lrfUyBbhu1mWbGHpFg0ketdA/spXFpFb15tL61fgBs14bdx9+Duz7Hi2aVz41yzPOZr2f7nMme45QUNeuQ4SibvDyDk7laeouxh9GDt5OIv6NOI7emKNqvrvVxp6vC4E/3H0tH8nmyX/qkGVf8sEBr6G3rY+0LEnvl1rlz4SOkA83+DwvImPYTwEVdG8ZRBCfSjK8v1+pWN983/T/ZgXXjZVze62A6J/No54z7bvPVx3oufs9/SIfXd5Us33NgMa9fvZqnWttjv1IGyLdUEpGLQM86g0Wpw5tNdGiTSEP5exSeUnMR+KtrGSUAYx8xWV8L7PJXDooLTwZXoEcCor03Ln8WPysZ7ycjxEQvJdAdEzENths0a08DPLbkCzkCWr5F3/G2QLkIrkhko6ZOcPqaWq1Rkl/LqIpXFgOCU+Me8n8+tfp6WEzicoXn6nSRvtZgTBXeZSrsxm33R85owNYmNB19LjF7hDY5pi8+P7J2Aitv3QouCSQSJtSPGiIhkmoO/DliC5rAegNHa3IFUzJOEY6ZRhToYF4cNctWGoNDiqZe6IKjOBGaq+W6kq3x4665LEimvEqxvrSXGrawYgfGnL+szpnZVdaRBP7elxCn4oPNDOqGq/XyjnZe+otBzxLXnGQa0vqdAtonNgrcM282yO7EPs2IPSbFVZYuwaCLXu19IFboG9lO4MZyRubSK3ryD4By92l5av+00mL4AAAAAZWe8uIvICarur7USV5dijzLw3jfcX2sluTjXne8otMWKTwh9ZOC9bwGHAde4v9ZK3dhq8jN33+BWEGNYn1cZUPowpegUnxD6cfisQsjAe9+tp8dnQwhydSZvzs1wf62VFRgRLfu3pD+e0BiHJ+jPGkKPc6KsIMawyUd6CD6vMqBbyI4YtWc7CtAAh7JpOFAvDF/sl+LwWYWHl+U90YeGZbTgOt1aT4/PPygzd4YQ5Orjd1hSDdjtQGi/Ufih+CvwxJ+XSCowIlpPV57i9m9Jf5MI9cd9p0DVGMD8bU7QnzUrtyONxRiWn6B/KicZR/26fCBBApKP9BD36EioPVgUm1g/qCO2kB0x0/ehiWrPdhQPqMqs4Qd/voRgwwbScKBetxcc5lm4qfQ83xVMhefC0eCAfmkOL8t7a0h3w6IPDcvHaLFzKccEYUyguNn1mG9EkP/T/H5QZu4bN9pWTSe5DihABbbG77Cko4gMHBqw24F/12c5kXjSK/QfbpMD9yY7ZpCag4g/L5HtWJMpVGBEtDEH+AzfqE0eus/xpuzfkv6JuC5GZxebVAJwJ+y7SPBx3i9MyTCA+dtV50VjnKA/a/nHg9MXaDbBcg+Kecs3XeSuUOFcQP9UTiWY6PZziIuuFu83FvhAggSdJz68JB/pIUF4VZmv1+CLyrBcMzu2We1e0eVVsH5QR9UZ7P9sITtiCUaH2ufpMsiCjo5w1J7tKLH5UZBfVuSCOjFYOoMJj6fmbjMfCMGGDW2mOrWk4UC9wYb8BS8pSRdKTvWv83YiMpYRnop4viuYHdmXIEvJ9HgurkjAwAH90qVmQWocXpb3eTkqT5eWn13y8SPlBRlrTWB+1/WO0WLn67beX1KOCcI36bV62UYAaLwhvNDqMd+Ij1ZjMGH51iIEnmqavaa9B9jBAb82brStUwkIFZpOch3/Kc6lEYZ7t3Thxw/N2RCSqL6sKkYRGTgjdqWAdWbG2BABemD+rs9ym8lzyiLxpFdHlhjvqTmt/cxeEUUG7k12Y4nxzo0mRNzoQfhkUXkv+TQek0HasSZTv9aa6+nG+bOMoUULYg7wGQdpTKG+UZs82zYnhDWZkpZQ/i4umblUJvze6J4ScV2MdxbhNM4uNqmrSYoRReY/AyCBg7t2keDjE/ZcW/1Z6UmYPlXxIQaCbERhPtSqzovGz6k3fjhBf9ZdJsNus4l2fNbuysRv1h1ZCrGh4eQeFPOBeahL12nLE7IOd6tcocK5OcZ+AYD+qZzlmRUkCzagNm5RHI6nFmaGwnHaPizebyxJudOU8IEECZXmuLF7SQ2jHi6xG0g+0kMtWW77w/bb6aaRZ1EfqbDMes4MdJRhuWbxBgXeAAAAALApYD1gU8B60HqgR8CmgPVwj+DIoPVAjxDcILLBS3AwcWIQDaEYsEoRMdB3Ae3wxbHEkPhhvjC/0ZdQgoKX4GAyvoBd4sQgGlLtQCdCMWCV8hgAqCJioO+SS8DSQ9yQUPP18G0jj1Aqk6YwF4N6EKUzU3CY4ynQ31MAsOIEL8HBtAah/GR8AbvUVWGGxIlBNHSgIQmk2oFOFPPhc8VksfF1TdHMpTdxixUeEbYFwjEEtetROWWR8X7VuJFDhrghoTaRQZzm6+HbVsKB5kYeoVT2N8FpJk1hLpZkARNH81GR99oxrCegkeuXifHWh1XRZDd8sVnnBhEeVy9xI0lY81j5cZNlKQszIpkiUx+J/nOtOdcTkOmts9dZhNPqiBODaDg641XoQEMSWGkjL0i1A534nGOgKObD55jPo9rLzxM4e+ZzBauc00IbtbN/C2mTzbtA8/BrOlO32xMzigqEYwi6rQM1atejctr+w0/KIuP9eguDwKpxI4caWEO6TXcymf1eUqQtJPLjnQ2S3o3Rsmw9+NJR7YJyFl2rEiuMPEKpPBUilOxvgtNcRuLuTJrCXPyzomEsyQImnOBiG8/g0vl/ybLEr7MSgx+acr4PRlIMv28yMW8VknbfPPJLDquiyb6CwvRu+GKz3tECjs4NIjx+JEIBrl7iRh53gnuSsOaxIpmGjPLjJstCykb2UhZmROI/BnkyRaY+gmzGA1P7loHj0va8M6hW+4OBNsaTXRZ0I3R2SfMO1g5DJ7YzECcG0aAOZuxwdMarwF2mltCBhiRgqOYZsNJGXgD7JmPRbHbhYUUW3LE/tpsBFtamEcr2FKHjlilxmTZuwbBWU5afJ3AmtkdN9sznCkblhzdWOaeF5hDHuDZqZ/+GQwfCV9RXQOf9N303h5c6h673B5dy17UnW7eI9yEXz0cId/IUCMcQpCGnLXRbB2rEcmdX1K5H5WSHJ9i0/YefBNTnotVDtyBlatcdtRB3WgU5F2cV5TfVpcxX6HW296/Fn5eS2+gV6WvBddS7u9WTC5K1rhtOlRyrZ/Uhex1VZss0NVsao2XZqooF5HrwpaPK2cWe2gXlLGoshRG6ViVWCn9Fa1l/9YnpVpW0OSw184kFVc6Z2XV8KfAVQfmKtQZJo9U7mDSFuSgd5YT4Z0XDSE4l/liSBUzou2VxOMHFNojopQvfx9Qob+60Fb+UFFIPvXRvH2FU3a9INOB/MpSnzxv0mh6MpBiupcQlft9kYs72BF/eKiTtbgNE0L555JcOUISqXVA0SO15VHU9A/QyjSqUD532tL0t39SA/aV0x02MFPqcG0R4LDIkRfxIhAJMYeQ/XL3EjeyUpLA87gT3jMdkygAAAACl01zLC6HITa5ylIYWQpGbs5HNUB3jWda4MAUdbYJT7MhRDydmI5uhw/DHanvAwnfeE568cGEKOtWyVvGbAtYDPtGKyJCjHk41cEKFjUBHmCiTG1OG4Y/VIzLTHvaAhe9TU9kk/SFNoljyEWngwhR0RRFIv+tj3DlOsIDyNgWsB5PW8Mw9pGRKmHc4gSBHPZyFlGFXK+b10Y41qRpbh//r/lSjIFAmN6b19WttTcVucOgWMrtGZKY947f69q0HegQI1CbPpqaySQN17oK7ReufHpa3VLDkI9IVN38ZwIUp6GVWdSPLJOGlbve9btbHuHNzFOS43WZwPni1LPVsClgPydkExGerkELCeMyJekjJlN+blV9x6QHZ1DpdEgGIC+OkW1coCinDrq/6n2UXypp4shnGsxxrUjW5uA7+9wiODFLb0sf8qUZBWXoaiuFKH5dEmUNc6uvX2k84ixGait3gP1mBK5ErFa00+ElmjMhMeykbELCHaYQ2IrrY/VoP9Aj/3KjDUa48RfR9YI5MTWWT6Z45WEfsrd7iP/EVN42n5JJe+y88LG+pmf8zYiHPNn+EHGq0Km7+Mo+9ovnBDSILZN5+wMqs6kZvf7aN10+zkHKc71vc7nvdeT0nFqyPcecJXC0spy65qgL95WG6zeB8Hx68t7FsKDEUv3T62BSwHn3H7NXTtXhTdmYkmM5WIYVrhX1OxffpyGAktQO1luPyEEW/Ob43K78b5Hd0o9RyaQYHLqKodbokDabm70MWZh3mxTrWSLeuUO1k8ptVVPeG8IerTV71P8v7JmMALpQ18YtHaTolNf28gOahdzjWpGqdBfihM3dsJ5akMOzuERwZS8JA0uWw1FRAY4if+FONgl2A0Unz8kXPViEZBIOTT/UmQBM+iDKHuC3h23OV0d5uMAKCpZ5wFiM7o0rodRPKGtDAltF+sgJX22FenGNRW4HGggdKaPCTzM0jzwcYkZn2vULFPRMwUbu24w1wDtMIbasAVKYFcsAgoKGc67Qe6BERzbTav78gXBpsfJeiXHmKB48lQan9sccMLu0M2Zy7/XxP5zbSPXOwd+4ve8/eKmZqDXatxH/iK2GsvuAvHD4Sis9i2SS99l+BbqqUOV6viZyN80Iy/2fElyw7D0Kebf7nTTE1ST+ls+zs+XhU3Pxl8Q+grl99NCj6rmjjghtEFifIGN2JuoxbLGnQkJRZ1Y0xiolGn/gdwDorQQvvmRf6SkpLMeQ437dB64N8+duGYVwI2qryek4sV6kS5xkZkhW8ys7eErhaWLdrBpMPWwOOqohfRQT6y8OhKZcIdJvB+dFInTJ/Ogm02ulVf2LZUGLHCgypaXiYL8yrxOQAAAAAtAt3pikRn5edGugxEyRP9KcvOFI6NdBjjj6nxWdO7zPTRZiVTl9wpPpUBwJ0aqDHwGHXYV17P1DpcEj2zpzeZ3qXqcHnjUHwU4Y2Vt24kZNps+Y19KkOBECieaKp0jFUHdlG8oDDrsM0yNlluvZ+oA79CQaT5+E3J+yWkZw5vc8oMspptSgiWAEjVf6PHfI7OxaFnaYMbawSBxoK+3dS/E98JVrSZs1rZm26zehTHQhcWGquwUKCn3VJ9TlSpWOo5q4UDnu0/D/Pv4uZQYEsXPWKW/pokLPL3JvEbTXrjJuB4Ps9HPoTDKjxZKomz8NvksS0yQ/eXPi71SteeXULRM1+fOJQZJTT5G/jdWpRRLDeWjMWQ0DbJ/dLrIEeO+R3qjCT0Tcqe+CDIQxGDR+rg7kU3CUkDjQUkAVDsrfp1SMD4qKFnvhKtCrzPRKkzZrXEMbtcY3cBUA513Lm0Kc6EGSsTbb5tqWHTb3SIcODdeR3iAJC6pLqc16ZndXlTLaLUUfBLcxdKRx4Vl669mj5f0JjjtnfeWboa3IRToICWbg2CS4eqxPGLx8YsYmRJhZMJS1h6rg3idsMPP59K9Bo7J/bH0oCwfd7tsqA3Tj0JxiM/1C+EeW4j6XuzylMnoff+JXweWWPGEjRhG/uX7rIK+uxv412q1e8wqAgGvLqFohG4WEu2/uJH2/w/rnhzll8VcUu2sjfxut81LFNlaT5uyGvjh28tWYsCL4RioaAtk8yi8Hpr5Ep2BuaXn48dsjviH2/SRVnV3ihbCDeL1KHG5tZ8L0GQxiMskhvKls4J9zvM1B6cim4S8Yiz+1IHGgo/BcfjmEN97/VBoAZbtOrR9rY3OFHwjTQ88lDdn335LPJ/JMVVOZ7JODtDIIJnUR0vZYz0iCM2+OUh6xFGrkLgK6yfCYzqJQXh6PjsaBPdSAURAKGiV7qtz1VnRGzazrUB2BNcpp6pUMucdLlxwGaE3MK7bXuEAWEWhtyItQl1edgLqJB/TRKcEk/PdaLnx3MP5RqaqKOglsWhfX9mLtSOCywJZ6xqs2vBaG6CezR8v9Y2oVZxcBtaHHLGs7/9b0LS/7KrdbkIpxi71U6RQPDq/EItA1sElw82BkrmlYnjF/iLPv5fzYTyMs9ZG4iTSyYlkZbPgtcsw+/V8SpMWljbIViFMoYePz7rHOLXRemoAOjrdelPrc/lIq8SDIEgu/3sImYUS2TcGCZmAfGcOhPMMTjOJZZ+dCn7fKnAWPMAMTXx3diSt2fU/7W6PXZOn5kbTEJwvAr4fNEIJZVyh4xkH4VRjbjD64HVwTZob50kVcKf+bxl2UOwCNueWatUN6jGVupBYRBQTQwSjaSAAAAAJ4Aqsx9ByVC4wePjvoOSoRkDuBIhwlvxhkJxQq1G+XTKxtPH8gcwJFWHGpdTxWvV9EVBZsyEooVrBIg2Ssxu3y1MRGwVjaePsg2NPLRP/H4Tz9bNKw41LoyOH52niperwAq9GPjLXvtfS3RIWQkFCv6JL7nGSMxaYcjm6VWYnb5yGLcNStlU7u1Zfl3rGw8fTJslrHRaxk/T2uz8+N5kyp9eTnmnn62aAB+HKQZd9muh3dzYmRw/Oz6cFYgfVPNheNTZ0kAVOjHnlRCC4ddhwEZXS3N+lqiQ2RaCI/ISChWVkiCmrVPDRQrT6fYMkZi0qxGyB5PQUeQ0UHtXO3CnSlzwjflkMW4aw7FEqcXzNeticx9YWrL8u/0y1gjWNl4+sbZ0jYl3l24u973dKLXMn4815iy39AXPEHQvfDG8yZVWPOMmbv0Axcl9KnbPP1s0aL9xh1B+kmT3/rjX3Pow4bt6GlKDu/mxJDvTAiJ5okCF+YjzvThrEBq4QaMu6Dr0CWgQRzGp86SWKdkXkGuoVTfrguYPKmEFqKpLtoOuw4DkLukz3O8K0HtvIGN9LVEh2q17kuJsmHFF7LLCZCRUKwOkfpg7ZZ17nOW3yJqnxoo9J+w5BeYP2qJmJWmJYq1f7uKH7NYjZA9xo068d+E//tBhFU3ooPauTyDcHXahTtTRIWRn6eCHhE5grTdIItx176L2xtdjFSVw4z+WW+e3oDxnnRMEpn7woyZUQ6VkJQEC5A+yOiXsUZ2lxuK8bSAL2+0KuOMs6VtErMPoQu6yquVumBndr3v6ei9RSVEr2X82q/PMDmoQL6nqOpyvqEveCChhbTDpgo6Xaag9oznTaoS5+dm8eBo6G/gwiR26Qcu6Omt4gvuImyV7oigOfyoeaf8ArVE+4072vsn98Py4v1d8kgxvvXHvyD1bXOn1vbWOdZcGtrR05RE0XlYXdi8UsPYFp4g35kQvt8z3BLNEwWMzbnJb8o2R/HKnIvow1mBdsPzTZXEfMMLxNYPN0emeqlHDLZKQIM41EAp9M1J7P5TSUYysE7JvC5OY3CCXEOpHFzpZf9bZuthW8wneFIJLeZSo+EFVSxvm1WGoxx2HQaCdrfKYXE4RP9xkojmeFeCeHj9Tpt/csAFf9gMqW341TdtUhnUat2XSmp3W1NjslHNYxidLmSXE7BkPd9hJdCD/yV6Txwi9cGCIl8NmyuaBwUrMMvmLL9FeCwVidQ+NVBKPp+cqTkQEjc5ut4uMH/UsDDVGFM3WpbNN/BaShRr/9QUwTM3E069qRPkcbAaIXsuGou3zR0EOVMdrvX/D44sYQ8k4IIIq24cCAGiBQHEqJsBbmR4BuHq5gZLJgBBgNCACAsIBgAAAAcAAAA=';

;// CONCATENATED MODULE: ./src/adapters/deflate.ts





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
        compiled ??= wasm.compile(Buffer.from(LIBDEFLATE, 'base64'));
        const workerData = { module: await compiled, level: LEVEL };
        const worker = idle.pop() ?? new external_node_worker_threads_.Worker(PROGRAM, { eval: true, env: {}, execArgv: [], workerData });
        const deflated = await deflate_run(worker, bytes);
        idle.push(worker);
        return deflated;
    });
}
/** One input through one thread. A thread that fails ends by itself. */
function deflate_run(worker, bytes) {
    return new Promise((resolve, reject) => {
        const fail = (cause) => {
            reject(new errors/* Failure */.H('environment', `cannot compress ${bytes.length} bytes: ${String(cause)}`, { cause }));
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

;// CONCATENATED MODULE: ./src/adapters/owner.ts


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
        return (0,external_node_fs_.readdirSync)('/proc')
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
    return (place ??= (0,external_node_crypto_.createHash)('sha256')
        .update(`${readText('/proc/sys/kernel/random/boot_id') ?? ''}${readLink('/proc/self/ns/pid') ?? ''}`)
        .digest('hex')
        .slice(0, 8));
}
function readText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'utf8');
    }
    catch {
        return undefined;
    }
}
function readLink(path) {
    try {
        return (0,external_node_fs_.readlinkSync)(path);
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/adapters/disk.ts
var disk_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var disk_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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
const TEMPORARY = new RegExp(`^\\.slipway-(tmp|scratch|lock)-${OWNER.source}-[0-9a-f]{8}`);
/** A new name of that form. */
const temporaryName = (kind, label = '') => `.slipway-${kind}-${owner()}-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}${label}`;
const CHUNK = 1024 * 1024;
/**
 * The real file system; `root` is where scratch folders are made. Temporary names never show in `list`, and
 * `sweepFiles` removes those that a killed run left. What the system refuses is an 'environment' Failure.
 */
const disk = (root, fs = promises_) => {
    const files = {
        async read(path) {
            const env_1 = { stack: [], error: void 0, hasError: false };
            try {
                const file = disk_addDisposableResource(env_1, await openExisting(fs, path), true);
                return file && (await disk_refused('read', path, file.readFile()));
            }
            catch (e_1) {
                env_1.error = e_1;
                env_1.hasError = true;
            }
            finally {
                const result_1 = disk_disposeResources(env_1);
                if (result_1)
                    await result_1;
            }
        },
        async write(path, content, mode = 0o644) {
            const temp = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), temporaryName('tmp'));
            const made = await disk_refused('make the folder of', path, fs.mkdir((0,external_node_path_.dirname)(path), { recursive: true }));
            try {
                await fill(fs, temp, path, content, mode);
                await disk_refused('write', path, rename(fs, temp, path));
            }
            catch (error) {
                await fs.rm(temp, { force: true }).catch(() => undefined);
                throw error;
            }
            await syncFolders(fs, (0,external_node_path_.dirname)(path), made);
        },
        async digest(path) {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const file = disk_addDisposableResource(env_2, await openExisting(fs, path), true);
                if (!file)
                    return undefined;
                const hash = (0,external_node_crypto_.createHash)('sha256');
                let size = 0;
                for await (const chunk of chunks(file, path)) {
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
                const result_2 = disk_disposeResources(env_2);
                if (result_2)
                    await result_2;
            }
        },
        list: async (path) => (await disk_refused('list', path, walk(fs, path, ''))).sort(),
        async move(from, to) {
            const made = await disk_refused('make the folder of', to, fs.mkdir((0,external_node_path_.dirname)(to), { recursive: true }));
            const isFolder = (await disk_refused('move', from, fs.lstat(from))).isDirectory();
            // rename does not replace a folder that holds something.
            if (isFolder)
                await files.remove(to);
            try {
                await rename(fs, from, to);
            }
            catch (error) {
                if (codeOf(error) !== 'EXDEV')
                    throw refusal('move', from, error);
                await (isFolder ? copyFolder(fs, from, to) : files.copy(from, to));
                await files.remove(from);
            }
            await syncFolders(fs, (0,external_node_path_.dirname)(to), made);
            if ((0,external_node_path_.dirname)(from) !== (0,external_node_path_.dirname)(to))
                await syncFolder(fs, (0,external_node_path_.dirname)(from));
        },
        async copy(from, to) {
            const env_3 = { stack: [], error: void 0, hasError: false };
            try {
                const file = disk_addDisposableResource(env_3, await disk_refused('copy', from, fs.open(from, 'r')), true);
                const { mode } = await disk_refused('copy', from, file.stat());
                await files.write(to, chunks(file, from), mode & 0o777);
            }
            catch (e_3) {
                env_3.error = e_3;
                env_3.hasError = true;
            }
            finally {
                const result_3 = disk_disposeResources(env_3);
                if (result_3)
                    await result_3;
            }
        },
        async remove(path) {
            const found = await disk_refused('remove', path, unlessMissing(fs.lstat(path)));
            if (!found)
                return;
            if (!found.isDirectory())
                return disk_refused('remove', path, fs.rm(path, { force: true }));
            // Out of the way first: nobody, and no run after a kill, takes half a folder for a whole one.
            const aside = (0,external_node_path_.join)((0,external_node_path_.dirname)(path), temporaryName('tmp'));
            const gone = await fs.rename(path, aside).then(() => aside, () => path);
            await disk_refused('remove', path, removeTree(fs, gone));
        },
        async scratch(label) {
            if (!/^[a-z0-9-]+$/.test(label))
                throw new TypeError(`not a scratch label: ${label}`);
            const path = (0,external_node_path_.join)(root, temporaryName('scratch', `-${label}`));
            await disk_refused('make the folder', root, fs.mkdir(root, { recursive: true }));
            await disk_refused('make the folder', path, fs.mkdir(path, { mode: 0o700 }));
            return { path, [Symbol.asyncDispose]: () => disk_refused('remove', path, removeTree(fs, path)) };
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
        if (!['EACCES', 'EPERM'].includes(codeOf(error)) || !(await fs.lstat(path)).isDirectory())
            throw error;
        await unlock(fs, path);
        await fs.rm(path, options);
    }
}
/** An error that names what was tried, on which path, and what the system said. */
const refusal = (doing, path, cause) => new errors/* Failure */.H('environment', `cannot ${doing} ${path}: ${HINTS[codeOf(cause)]?.[0] ?? (codeOf(cause) || 'refused')}`, {
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
    ENOTDIR: ['a part of the path is a file', 'Check the path.']
};
const codeOf = (error) => error?.code ?? '';
/** The promise, with a refusal by the system as a Failure. */
const disk_refused = (doing, path, promise) => promise.catch((error) => {
    throw codeOf(error) === '' || error instanceof errors/* Failure */.H ? error : refusal(doing, path, error);
});
const unlessMissing = (promise) => promise.catch((error) => {
    if (codeOf(error) === 'ENOENT' || codeOf(error) === 'ENOTDIR')
        return undefined;
    throw error;
});
const openExisting = (fs, path) => disk_refused('read', path, unlessMissing(fs.open(path, 'r')));
/** Regular files under a folder, without temporary ones; a folder that is gone, or goes away meanwhile, is empty. */
async function walk(fs, folder, prefix) {
    const names = [];
    for (const entry of (await unlessMissing(fs.readdir(folder, { withFileTypes: true }))) ?? []) {
        if (TEMPORARY.test(entry.name))
            continue;
        if (entry.isFile())
            names.push(prefix + entry.name);
        if (entry.isDirectory())
            names.push(...(await walk(fs, (0,external_node_path_.join)(folder, entry.name), `${prefix}${entry.name}/`)));
    }
    return names;
}
async function* chunks(file, path) {
    // One buffer for all of it: who asks for the next chunk is done with this one, and fresh ones keep the collector busy.
    const buffer = Buffer.allocUnsafeSlow(CHUNK);
    for (;;) {
        const { bytesRead } = await disk_refused('read', path, file.read(buffer, 0, CHUNK));
        if (bytesRead === 0)
            return;
        yield buffer.subarray(0, bytesRead);
    }
}
/** A new file with all the content and the mode, on the disk for good. `path` is what errors name. */
async function fill(fs, temp, path, content, mode) {
    const env_4 = { stack: [], error: void 0, hasError: false };
    try {
        const file = disk_addDisposableResource(env_4, await disk_refused('write', path, fs.open(temp, 'wx', 0o600)), true);
        if (typeof content === 'string' || content instanceof Uint8Array)
            await disk_refused('write', path, file.writeFile(content));
        else
            for await (const chunk of content)
                await disk_refused('write', path, file.writeFile(chunk));
        // chmod, because the mode of open is subject to the umask.
        await disk_refused('write', path, file.chmod(mode));
        await disk_refused('write', path, file.sync());
    }
    catch (e_4) {
        env_4.error = e_4;
        env_4.hasError = true;
    }
    finally {
        const result_4 = disk_disposeResources(env_4);
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
            if (wait > 1000 || !['EPERM', 'EBUSY'].includes(codeOf(error)))
                throw error;
            await (0,external_node_timers_promises_.setTimeout)(wait);
        }
    }
}
/** To another device: into a sibling first, so that the target appears whole. */
async function copyFolder(fs, from, to) {
    const temp = (0,external_node_path_.join)((0,external_node_path_.dirname)(to), temporaryName('tmp'));
    try {
        await disk_refused('copy', from, fs.cp(from, temp, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true }));
        await disk_refused('move', to, fs.rename(temp, to));
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
        if (!['EPERM', 'EISDIR', 'EINVAL', 'EACCES', 'ENOTSUP', 'EBADF'].includes(codeOf(error)))
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

;// CONCATENATED MODULE: ./src/adapters/lock.ts






/** A live lock is touched this often; one from elsewhere that was not for `STALE_MS` belongs to nobody. Milliseconds. */
const BEAT_MS = 15_000;
const STALE_MS = 120_000;
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
            const name = temporaryName('lock');
            const path = (0,external_node_path_.join)(folder, name);
            await (await fs.open(path, 'wx', 0o644)).close();
            const other = await othersIn(folder, name, fs);
            if (!other)
                return held(path, fs);
            await fs.rm(path, { force: true });
            if (attempt === 4)
                throw taken(folder, other);
            await (0,external_node_timers_promises_.setTimeout)(10 + Math.random() * 40 * attempt);
        }
    }
    catch (error) {
        throw error instanceof errors/* Failure */.H ? error : refusal('lock', folder, error);
    }
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
 * below it; resolves with their paths. What belongs to a live run, or to another user, is not touched; what came from
 * another boot, host or container only after a week, or when the folder's lock is `held`, since then nobody works there.
 */
async function sweepFiles(folder, { deep = true, held = false, fs = promises_ } = {}) {
    const swept = [];
    const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
        const path = (0,external_node_path_.join)(folder, entry.name);
        if (TEMPORARY.test(entry.name)) {
            if ((await isLeftover(path, entry.name, held, fs)) && (await removed(path, fs)))
                swept.push(path);
        }
        else if (deep && entry.isDirectory())
            swept.push(...(await sweepFiles(path, { held, fs })));
    }
    return swept;
}
async function removed(path, fs) {
    try {
        await removeTree(fs, path);
        return true;
    }
    catch (error) {
        // In a shared temporary folder: another user's, who sweeps it.
        if (['EACCES', 'EPERM'].includes(error.code ?? ''))
            return false;
        throw refusal('remove', path, error);
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
/** The name of a living lock beside `own`, if there is one; dead ones are removed. */
async function othersIn(folder, own, fs) {
    // The file system's own clock, which on a network disk is not ours.
    const now = await mtime((0,external_node_path_.join)(folder, own), fs);
    for (const name of await fs.readdir(folder)) {
        const owner = TEMPORARY.exec(name)?.[1] === 'lock' && name !== own ? parseOwner(name) : undefined;
        if (!owner)
            continue;
        const life = lifeOf(owner);
        if (life === 'alive')
            return name;
        const path = (0,external_node_path_.join)(folder, name);
        if (life === 'elsewhere' && (now ?? 0) - ((await mtime(path, fs)) ?? 0) < STALE_MS)
            return name;
        await fs.rm(path, { force: true });
    }
    return undefined;
}
async function isLeftover(path, name, held, fs) {
    const owner = parseOwner(name);
    if (!owner)
        return false;
    const life = lifeOf(owner);
    if (life !== 'elsewhere')
        return life === 'dead';
    // A lock further down is of a folder that somebody else may be working in.
    if (held && TEMPORARY.exec(name)?.[1] !== 'lock')
        return true;
    const changed = await mtime(path, fs);
    return changed !== undefined && Date.now() - changed > ABANDONED_MS;
}
const mtime = async (path, fs) => (await fs.stat(path).catch(() => undefined))?.mtimeMs;
function taken(folder, name) {
    const owner = parseOwner(name);
    const where = owner && lifeOf(owner) === 'elsewhere' ? ' on another host or in another container' : '';
    return new errors/* Failure */.H('environment', `another run (pid ${owner?.pid ?? '?'}${where}) is working in ${folder}`, {
        hint: `Wait for it to end, or choose another --out folder. If there is no such run, remove ${(0,external_node_path_.join)(folder, name)}.`
    });
}

;// CONCATENATED MODULE: ./src/adapters/outgoing.ts
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
        loaded ??= Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(420)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3420)).then(({ proxied }) => proxied(env));
        return (await loaded)(input, init);
    };
}

;// CONCATENATED MODULE: external "node:child_process"
const external_node_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");
;// CONCATENATED MODULE: ./src/adapters/ending.ts



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
        return exists(group) ? [group] : [];
    if (!marker && !exists(-group))
        return [];
    if (process.platform !== 'linux')
        return exists(-group) ? [-group] : [];
    return pids().filter((pid) => {
        const stat = statOf(pid);
        if (!stat || isDead(stat) || pid === process.pid)
            return false;
        return stat.group === group || (marker !== undefined && variableOf(pid, MARKER) === marker);
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
                asked.set(pid, statOf(pid)?.start);
        }
        await (0,external_node_timers_promises_.setTimeout)(wait);
    }
}
/** A process on its way out shows no environment any more, and no marker in it, before it is gone. */
const leaving = (asked) => [...asked].some(([pid, start]) => {
    const stat = statOf(pid);
    return stat !== undefined && stat.start === start && !isDead(stat);
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

;// CONCATENATED MODULE: external "node:string_decoder"
const external_node_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");
;// CONCATENATED MODULE: ./src/adapters/output.ts

const TAIL = 4000;
/** The end of a tool's text: what an error can carry. */
const tail = (text) => {
    const end = text.trimEnd();
    return end.length > TAIL ? `…${end.slice(-TAIL)}` : end;
};
/** Splits bytes into lines, without their ends (`\n` or `\r\n`); `end` delivers a last line that has none. */
function lineReader(onLine) {
    const decoder = new external_node_string_decoder_namespaceObject.StringDecoder('utf8');
    let rest = '';
    return {
        push: (chunk) => {
            if (!onLine)
                return;
            const lines = (rest + decoder.write(chunk)).split('\n');
            rest = lines.pop() ?? '';
            for (const line of lines)
                onLine(line.replace(/\r$/, ''));
        },
        end: () => {
            if (rest !== '')
                onLine?.(rest.replace(/\r$/, ''));
            rest = '';
        }
    };
}
/**
 * Keeps what a stream says, up to `limit` bytes: 'last' drops the oldest, 'refuse' calls `onLimit` once and drops the
 * rest. `closed` resolves when the stream is over, however it ends.
 */
function collect(stream, limit, keep, onLimit, onChunk) {
    const chunks = [];
    let size = 0;
    let full = false;
    stream?.on('data', (chunk) => {
        onChunk?.(chunk);
        if (full)
            return;
        chunks.push(chunk);
        size += chunk.length;
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
        text: () => Buffer.concat(chunks).toString('utf8')
    };
}

;// CONCATENATED MODULE: ./src/adapters/process.ts
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
const STDOUT_LIMIT = 64 * 1024 * 1024;
/** Of stderr the end is kept. */
const STDERR_LIMIT = 1024 * 1024;
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
            const ended = child.exited.then(async (how) => {
                // A service whose program has ended is over: nothing of it stays behind to hold a port.
                await end(() => survivors(child.pid), graceMs);
                running.delete(child);
                return child.stopped() ? `${nameOf(child.argv)} was stopped` : `${nameOf(child.argv)} ${how}${await endOf(log)}`;
            });
            return {
                pid: child.pid,
                ended,
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
    [MARKER]: `${owner()}/${++serial}`
});
let serial = 0;
/** What failed, for messages: `go build`, `kubectl`. */
const nameOf = ([tool, first]) => first && /^[a-z][a-z-]*$/.test(first) ? `${(0,external_node_path_.basename)(tool)} ${first}` : (0,external_node_path_.basename)(tool);
/** The Failure for a program that did not start. */
function cannotStart(argv, cwd, cause) {
    const code = cause?.code;
    if (cwd !== undefined && !isFolder(cwd))
        return new errors/* Failure */.H('environment', `cannot start ${argv[0]}: there is no folder ${cwd}`, { cause });
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
const isFolder = (path) => (0,external_node_fs_.statSync)(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
function launch(argv, { cwd, env }, stdio, graceMs) {
    const [tool, ...args] = argv;
    const environment = marked(env);
    return new Promise((resolve, reject) => {
        let child;
        try {
            const detached = process.platform !== 'win32';
            child = (0,external_node_child_process_namespaceObject.spawn)(tool, args, { cwd, env: environment, stdio, detached, windowsHide: true });
        }
        catch (cause) {
            reject(cannotStart(argv, cwd, cause));
            return;
        }
        const exited = new Promise((done) => child.once('exit', (status, by) => done(by ? `was ended by ${by}` : `ended with exit status ${status}`)));
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
    const how = await child.exited;
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
    if (how !== 'ended with exit status 0')
        throw commandFailed(child.argv, how, said);
    return said;
}
function unstoppable(child, left) {
    if (left.length > 0)
        throw new errors/* Failure */.H('environment', `${nameOf(child.argv)} does not end, even by SIGKILL: pid ${left.join(', ')}`, {
            hint: 'A process that hangs in the kernel ends when its device or file system answers, or with a restart.'
        });
}
async function logFile(path) {
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        return await (0,promises_.open)(path, 'a', 0o600);
    }
    catch (cause) {
        const code = cause.code ?? 'refused';
        throw new errors/* Failure */.H('environment', `cannot write the log ${path}: ${code}`, { cause });
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

// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(3136);
// EXTERNAL MODULE: ./src/adapters/publishers/finished.ts
var finished = __nccwpck_require__(5968);
;// CONCATENATED MODULE: ./src/adapters/publishers/folder-name.ts
const folder_name_escape = (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
/** Names that mean a device on Windows, with any extension. */
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
/**
 * A tag as the name of one folder: itself where that is safe, else with `%XX` for what is not. Different tags get
 * different names, none is hidden, climbs out, or is called `latest`.
 */
const folderName = (tag) => tag
    .replace(/[^A-Za-z0-9._+-]/gu, folder_name_escape)
    .replace(/^\.|\.$/g, folder_name_escape)
    .replace(/^(?:latest$|-)/, (text) => folder_name_escape(text.slice(0, 1)) + text.slice(1))
    .replace(DEVICE, (text) => folder_name_escape(text.slice(0, 1)) + text.slice(1));

// EXTERNAL MODULE: ./src/adapters/publishers/names.ts
var names = __nccwpck_require__(2676);
;// CONCATENATED MODULE: ./src/adapters/publishers/folder.ts







/** Describes the release; holds no time, so that a re-run would write the same. */
const RECORD = 'release.json';
/**
 * Releases as folders: `ROOT/TAG/` is a release, `ROOT/.draft-TAG/` a draft, `ROOT/latest` holds the name of the latest
 * release's folder. Publishing is one rename. One run at a time writes; a second one is told so ('environment').
 */
function folder(root, files, options = {}) {
    const place = { files, root: (0,external_node_path_.resolve)(root), warn: options.warn ?? (() => undefined) };
    return {
        name: 'folder',
        find: (tag, signal) => folder_find(place, tag, signal),
        async draft(request, signal) {
            (0,finished/* refuseContradiction */.Wj)(request);
            const held = await (options.lock ?? lockSwept)(place.root);
            try {
                const published = await folder_find(place, request.tag, signal);
                const draft = published ? (0,finished/* finished */.xl)(published) : await openDraft(place, request, signal);
                // What is not published stays, unseen, for the next run; only the right to write ends.
                return { ...draft, [Symbol.asyncDispose]: () => held[Symbol.asyncDispose]() };
            }
            catch (error) {
                await held[Symbol.asyncDispose]();
                throw error;
            }
        }
    };
}
const pathOf = ({ root }, tag) => (0,external_node_path_.join)(root, folderName(tag));
const draftOf = ({ root }, tag) => (0,external_node_path_.join)(root, `.draft-${folderName(tag)}`);
async function folder_find(place, tag, signal) {
    const path = pathOf(place, tag);
    const record = await place.files.read((0,external_node_path_.join)(path, RECORD));
    if (!record) {
        if ((await place.files.list(path)).length === 0)
            return undefined;
        throw new errors/* Failure */.H('environment', `${path} is there and is no release of ours: it has no ${RECORD}`, {
            hint: 'Move it away, or publish to another folder.'
        });
    }
    const { tag: theirs } = JSON.parse(Buffer.from(record).toString());
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
        download: (name) => bytesOf(place, path, name)
    };
}
async function filesIn({ files }, path, signal) {
    const found = [];
    for (const name of await files.list(path)) {
        signal.throwIfAborted();
        const digest = name === RECORD ? undefined : await files.digest((0,external_node_path_.join)(path, name));
        if (digest)
            found.push({ name, ...digest });
    }
    return found;
}
async function* bytesOf({ files }, path, name) {
    const known = (await files.list(path)).includes(name) && name !== RECORD;
    const bytes = known ? await files.read((0,external_node_path_.join)(path, name)) : undefined;
    if (!bytes)
        throw new errors/* Failure */.H('host', `${path} has no file ${JSON.stringify(name)}`);
    yield bytes;
}
async function openDraft(place, request, signal) {
    const { files } = place;
    const path = draftOf(place, request.tag);
    const added = new Map();
    return {
        files: await filesIn(place, path, signal),
        download: (name) => bytesOf(place, path, name),
        async add(file) {
            signal.throwIfAborted();
            (0,names/* refuseNames */.d3)([...added.keys()].filter((name) => name !== file.name).concat(file.name));
            if (file.name === RECORD)
                throw new errors/* Failure */.H('input', `${RECORD} is a name that the folder needs for itself`);
            added.set(file.name, file);
            const there = await files.digest((0,external_node_path_.join)(path, file.name));
            if (there) {
                if (there.sha256 !== file.sha256)
                    throw (0,finished/* different */.yn)(path, file.name, there.sha256, file.sha256);
                return 'kept';
            }
            await files.copy(file.path, (0,external_node_path_.join)(path, file.name));
            await demandEqual(place, path, file);
            return 'added';
        },
        publish: () => folder_publish(place, request, [...added.values()], signal)
    };
}
async function demandEqual({ files }, path, file) {
    const there = await files.digest((0,external_node_path_.join)(path, file.name));
    if (!there)
        throw new errors/* Failure */.H('verification', `${file.name} is not in ${path} any more`, { hint: 'Run again.' });
    if (there.sha256 !== file.sha256)
        throw (0,finished/* different */.yn)(path, file.name, there.sha256, file.sha256);
}
async function folder_publish(place, request, expected, signal) {
    const { files, root } = place;
    const draft = draftOf(place, request.tag);
    for (const file of expected)
        await demandEqual(place, draft, file);
    for (const name of await files.list(draft)) {
        if (name !== RECORD && !expected.some((file) => file.name === name)) {
            place.warn(`${name} in ${draft} is not from this run: kept`);
        }
    }
    signal.throwIfAborted();
    await files.write((0,external_node_path_.join)(draft, RECORD), `${JSON.stringify(recordOf(request), null, 2)}\n`);
    if (request.latest)
        await files.write(pendingOf(root), `${folderName(request.tag)}\n`);
    await files.move(draft, pathOf(place, request.tag));
    const published = await folder_find(place, request.tag, signal);
    if (!published)
        throw new errors/* Failure */.H('host', `${pathOf(place, request.tag)} is gone again`);
    for (const file of expected)
        await demandEqual(place, pathOf(place, request.tag), file);
    return published;
}
const recordOf = ({ tag, commit, title, notes, prerelease, latest }) => ({
    tag,
    commit,
    title,
    notes,
    prerelease,
    latest
});
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

;// CONCATENATED MODULE: ./src/adapters/sweep.ts


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
    return pids().filter((pid) => {
        const marker = pid === process.pid ? undefined : variableOf(pid, MARKER);
        const owner = marker === undefined ? undefined : parseOwner(marker);
        if (!owner || lifeOf(owner) !== 'dead')
            return false;
        const stat = statOf(pid);
        return stat !== undefined && !isDead(stat);
    });
}

;// CONCATENATED MODULE: ./src/adapters/tool-caches/lock.ts




const PACE = { beat: 2000, dead: 20_000, look: 200 };
/**
 * Runs the work while no other process runs its own under the same lock file. A holder that was killed is noticed by its
 * silence. Two holders at once are possible after a long pause of the machine: the lock saves work, and correctness
 * does not rest on it.
 */
async function exclusive(path, signal, work, pace = PACE) {
    const token = (0,external_node_crypto_.randomUUID)();
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    while (!(await take(path, token))) {
        await clear(path, token, pace.dead);
        await (0,external_node_timers_promises_.setTimeout)(pace.look, undefined, { signal });
    }
    const beat = setInterval(() => {
        const now = new Date();
        (0,promises_.utimes)(path, now, now).catch(() => undefined);
    }, pace.beat);
    try {
        signal.throwIfAborted();
        return await work();
    }
    finally {
        clearInterval(beat);
        if ((await (0,promises_.readFile)(path, 'utf8').catch(() => '')) === token)
            await (0,promises_.rm)(path, { force: true });
    }
}
async function take(path, token) {
    try {
        const file = await (0,promises_.open)(path, 'wx');
        await file.writeFile(token).finally(() => file.close());
        return true;
    }
    catch (cause) {
        if (isCode(cause, 'EEXIST') || isCode(cause, 'EPERM'))
            return false;
        throw cause;
    }
}
/** Moves a dead holder's lock away: of several that see it, one succeeds. */
async function clear(path, token, dead) {
    const age = await (0,promises_.stat)(path).then(({ mtimeMs }) => Date.now() - mtimeMs, () => 0);
    if (age < dead)
        return;
    const aside = `${path}.${token}`;
    await (0,promises_.rename)(path, aside).catch(() => undefined);
    await (0,promises_.rm)(aside, { force: true });
}
/** Whether an error of node:fs has this code. */
const isCode = (cause, code) => typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === code;

;// CONCATENATED MODULE: ./src/adapters/tool-caches/plain.ts






/** How long another process may take between its rename and its marker, in milliseconds. */
const GRACE_MS = 2000;
/** A staging folder older than this was left by a killed process, in milliseconds. */
const LEFT_MS = 6 * 60 * 60 * 1000;
/** A tool cache in a folder, without @actions/tool-cache but in its layout. */
function plainToolCache(root) {
    const folderOf = (name, version, arch) => (0,external_node_path_.join)(root, name, semver_default().clean(version) ?? version, arch);
    const find = async (name, version, arch) => {
        const folder = folderOf(name, version, arch);
        return (await plain_exists(folder)) && (await plain_exists(`${folder}.complete`)) ? folder : undefined;
    };
    return {
        find,
        add: async (from, name, version, arch) => {
            const folder = folderOf(name, version, arch);
            const staged = (0,external_node_path_.join)((0,external_node_path_.dirname)(folder), `.${arch}.${(0,external_node_crypto_.randomUUID)()}`);
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(folder), { recursive: true });
            await sweep((0,external_node_path_.dirname)(folder), `.${arch}.`);
            await plain_take(from, staged);
            // A rename onto a folder with content fails: the first one in place stays, whoever came later uses it.
            while (!(await plain_place(staged, folder))) {
                if (await complete(folder)) {
                    await (0,promises_.rm)(staged, { recursive: true, force: true });
                    return folder;
                }
                await (0,promises_.rm)(folder, { recursive: true, force: true });
            }
            await (0,promises_.writeFile)(`${folder}.complete`, '');
            return folder;
        },
        remove: async (name, version, arch) => {
            const folder = folderOf(name, version, arch);
            // The marker first: what is half removed is no entry.
            await (0,promises_.rm)(`${folder}.complete`, { force: true });
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        },
        exclusive: (name, version, arch, signal, work) => exclusive((0,external_node_path_.join)(root, name, semver_default().clean(version) ?? version, `.${arch}.lock`), signal, work)
    };
}
const plain_exists = (path) => (0,promises_.stat)(path).then(() => true, () => false);
async function plain_take(from, to) {
    try {
        await (0,promises_.rename)(from, to);
    }
    catch (cause) {
        if (!isCode(cause, 'EXDEV'))
            throw cause;
        await (0,promises_.cp)(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
    }
}
async function plain_place(staged, folder) {
    try {
        await (0,promises_.rename)(staged, folder);
        return true;
    }
    catch (cause) {
        if (['ENOTEMPTY', 'EEXIST', 'EPERM'].some((code) => isCode(cause, code)) && (await plain_exists(folder)))
            return false;
        throw cause;
    }
}
/** Whether the marker is there, or comes while another process is about to write it. */
async function complete(folder) {
    for (let waited = 0; waited < GRACE_MS; waited += 50) {
        if (await plain_exists(`${folder}.complete`))
            return true;
        if (!(await plain_exists(folder)))
            return false;
        await (0,external_node_timers_promises_.setTimeout)(50);
    }
    return plain_exists(`${folder}.complete`);
}
async function sweep(folder, prefix) {
    for (const name of await (0,promises_.readdir)(folder)) {
        if (!name.startsWith(prefix) || name.endsWith('.lock'))
            continue;
        const path = (0,external_node_path_.join)(folder, name);
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (found !== undefined && Date.now() - found.mtimeMs > LEFT_MS)
            await (0,promises_.rm)(path, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./src/adapters/tool-caches/root.ts


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

// EXTERNAL MODULE: ./src/adapters/toolchain/pins.ts
var pins = __nccwpck_require__(8826);
// EXTERNAL MODULE: ./src/adapters/toolchain/download.ts
var download = __nccwpck_require__(4582);
;// CONCATENATED MODULE: ./src/adapters/toolchain/kept.ts



const kept_NAME = '.slipway.json';
/** Puts the tools of a folder into the cache, with their record; resolves with their folder there. */
async function keep(folder, entry, made, { files, cache }) {
    const digests = {};
    for (const name of await files.list(folder)) {
        if (name in made.links)
            continue;
        digests[name] = (await files.digest((0,external_node_path_.join)(folder, name)))?.sha256 ?? '';
    }
    const record = { ...made, files: digests };
    await files.write((0,external_node_path_.join)(folder, kept_NAME), `${JSON.stringify(record, undefined, 2)}\n`);
    return cache.add(folder, entry.name, entry.version, entry.arch);
}
/**
 * The cached entry, when it was made by this recipe and every file still hashes to what was recorded, and to `sha256`
 * where a pin says so. What does not is removed with a warning, to be made anew.
 */
async function findKept(entry, recipe, sha256, { files, cache, note }) {
    const folder = await cache.find(entry.name, entry.version, entry.arch);
    if (folder === undefined)
        return undefined;
    const made = kept_parse(await files.read((0,external_node_path_.join)(folder, kept_NAME)));
    const wrong = made === undefined
        ? 'has no record'
        : made.recipe !== recipe
            ? 'was made by another recipe'
            : await difference(folder, made, sha256, files);
    if (made !== undefined && wrong === undefined)
        return { ...made, folder };
    note(`warning: ${entry.name} ${entry.version} in the tool cache ${wrong ?? ''}; it is removed and made anew`);
    await cache.remove(entry.name, entry.version, entry.arch);
    return undefined;
}
async function difference(folder, made, pinned, files) {
    for (const [name, sha256] of Object.entries(made.files)) {
        const wanted = pinned ?? sha256;
        const path = (0,external_node_path_.join)(folder, name);
        // A link would be followed out of the folder, to something that may change after the check.
        const regular = (await (0,promises_.lstat)(path).catch(() => undefined))?.isFile() === true;
        const seen = regular ? (await files.digest(path))?.sha256 : undefined;
        if (seen !== wanted)
            return `holds ${name} with sha256 ${seen ?? '(missing)'}, not ${wanted}`;
    }
    for (const [name, target] of Object.entries(made.links)) {
        const seen = await (0,promises_.readlink)((0,external_node_path_.join)(folder, name)).catch(() => undefined);
        if (seen !== target)
            return `holds ${name} leading to ${seen ?? 'nothing'}, not to ${target}`;
    }
    return Object.keys(made.files).length === 0 ? 'holds no file' : undefined;
}
function kept_parse(content) {
    if (content === undefined)
        return undefined;
    try {
        const record = JSON.parse(Buffer.from(content).toString('utf8'));
        const { source, files, links } = (0,src_json/* fields */.OA)(record);
        const made = { recipe: (0,src_json/* textAt */.$6)(record, 'recipe'), vouched: (0,src_json/* textAt */.$6)(record, 'vouched') };
        const known = source === 'download' || source === 'module';
        return known && isTexts(files) && isTexts(links) && made.recipe && made.vouched
            ? { source, ...made, files, links }
            : undefined;
    }
    catch {
        return undefined;
    }
}
const isTexts = (value) => (0,src_json/* isObject */.Gv)(value) && Object.values(value).every((text) => typeof text === 'string');

// EXTERNAL MODULE: ./src/adapters/toolchain/platform.ts
var toolchain_platform = __nccwpck_require__(9877);
;// CONCATENATED MODULE: ./src/adapters/toolchain/machine.ts






/** The absolute path of a program on PATH, or undefined. Relative entries of PATH are passed over. */
async function which(name, env, platform) {
    const folders = (env['PATH'] ?? env['Path'] ?? '').split(external_node_path_.delimiter).filter((folder) => (0,external_node_path_.isAbsolute)(folder));
    for (const folder of folders) {
        const path = (0,external_node_path_.join)(folder, (0,toolchain_platform/* program */.D)(name, platform));
        const found = await (0,promises_.stat)(path).catch(() => undefined);
        if (found?.isFile() && (await runnable(path)))
            return path;
    }
    return undefined;
}
const runnable = (path) => (0,promises_.access)(path, external_node_fs_.constants.X_OK).then(() => true, () => false);
const KUBERNETES = { args: ['--version'], answer: /^Kubernetes (v\S+)/m };
/** How each tool is asked for its version; the answers were seen with the versions in pins.ts. */
const QUESTIONS = {
    cosign: { args: ['version', '--json'], answer: /"gitVersion":\s*"(v[^"]+)"/ },
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
        throw new errors/* Failure */.H('command', `${path} did not say its version within ${PATIENCE_MS / 1000} s`, { cause });
    });
    const version = answer.exec(stdout)?.[1];
    if (version === undefined) {
        throw new errors/* Failure */.H('command', `${path} ${args.join(' ')} said no version: ${stdout.slice(0, 200).trim()}`);
    }
    return version.startsWith('v') ? version : `v${version}`;
}
/** Whether a version fits. Alphas, betas and candidates do not; vendors' suffixes of a Kubernetes release do. */
function fits(version, wanted) {
    const parsed = semver_default().parse(version);
    if (parsed === null)
        return false;
    if ('range' in wanted)
        return semver_default().satisfies(parsed, wanted.range);
    const early = /^(alpha|beta|rc|dev)/.test(String(parsed.prerelease[0] ?? ''));
    return `${parsed.major}.${parsed.minor}` === wanted.minor && !early;
}
const machine_describe = (wanted) => ('range' in wanted ? wanted.range : `${wanted.minor}.x`);

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
        const aborted = Promise.withResolvers();
        const leave = () => {
            shared.waiting -= 1;
            if (shared.waiting > 0)
                return aborted.reject(signal.reason);
            shared.controller.abort(signal.reason);
            void shared.promise.catch(() => undefined).then(() => aborted.reject(signal.reason));
        };
        signal.addEventListener('abort', leave, { once: true });
        try {
            return await Promise.race([shared.promise, aborted.promise]);
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
    const { cache, files } = parts;
    const found = sharing();
    const made = sharing();
    const keyOf = ({ entry: { name, version } }) => `${name} ${version}`;
    const look = async ({ entry, recipe, sha256 }) => {
        const kept = await findKept(entry, recipe, sha256, parts);
        return kept && { ...kept, vouched: `${kept.vouched}; digest checked again in the tool cache` };
    };
    const check = async (way, out, signal) => {
        for (const [name, version] of Object.entries(way.says)) {
            const said = await ask(parts.processes.run, name, (0,external_node_path_.join)(out, (0,toolchain_platform/* program */.D)(name, parts.platform)), parts.env, signal);
            if (said !== version)
                throw new errors/* Failure */.H('verification', `the new ${name} says it is ${said}, not ${version}`);
        }
    };
    const make = async (way, signal) => {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const { entry, recipe } = way;
            const scratch = entries_addDisposableResource(env_1, await files.scratch(entry.name), true);
            const out = (0,external_node_path_.join)(scratch.path, 'out');
            await (0,promises_.mkdir)(out);
            const how = await way.make(out, scratch.path, signal);
            await check(way, out, signal);
            const folder = await keep(out, entry, { ...how, recipe }, parts);
            return { folder, source: how.source, vouched: how.vouched };
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

;// CONCATENATED MODULE: ./src/go/environment.ts

/** What a go command may see of the caller's environment: where things lie, and how modules are reached. */
const PASSED = [
    ...['PATH', 'HOME', 'TMPDIR', 'TMP', 'TEMP', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME'],
    ...['USERPROFILE', 'LOCALAPPDATA', 'APPDATA', 'SYSTEMROOT', 'SystemRoot', 'PATHEXT', 'COMSPEC'],
    ...['GOPATH', 'GOCACHE', 'GOMODCACHE', 'GOPROXY', 'GONOPROXY', 'GOSUMDB', 'GONOSUMDB', 'GOPRIVATE', 'GOAUTH'],
    ...['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy', 'no_proxy', 'all_proxy'],
    ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'GIT_SSL_CAINFO', 'NETRC', 'SSH_AUTH_SOCK', 'GIT_SSH_COMMAND']
];
/** The variable that holds credentials for private modules: lines of `https://user:token@host[/path]`. */
const CREDENTIALS = 'SLIPWAY_GIT_CREDENTIALS';
/**
 * The whole environment of a go or git command: an allow-list of the caller's, no settings file of the user, and git's
 * settings for this run, which go from variable to variable and are never written to disk.
 */
const goEnvironment = (env, settings = []) => ({
    ...pick(env, PASSED),
    ...gitSettings(settings),
    GOENV: 'off',
    GOWORK: 'off',
    GOFLAGS: '',
    GOTOOLCHAIN: 'local',
    // Collecting half as often saves a sixth of a cold compile, for a fifth more memory (docs/bench.md).
    GOGC: '200',
    CGO_ENABLED: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0'
});
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
            throw new errors/* Failure */.H('input', `line ${i + 1} of ${CREDENTIALS} is not of the form https://user:token@host`);
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

;// CONCATENATED MODULE: ./src/adapters/toolchain/go-env.ts


/** The whole environment of a Go command that builds a tool: an allow-list, and no settings file of the user. */
const goEnv = (env, extra = {}) => ({
    ...goEnvironment(env),
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







const go_VERSION = /^go1(\.\d+){1,2}((rc|beta)\d+)?$/;
/** The Go of exactly this version: the machine's, else a toolchain module through it, else through the pinned one. */
async function findGo(version, by, signal) {
    if (!go_VERSION.test(version)) {
        throw new errors/* Failure */.H('input', `${JSON.stringify(version)} is not the name of a Go release`, {
            hint: 'Such as go1.26.8.'
        });
    }
    const onPath = await which('go', by.env, by.platform);
    if (onPath !== undefined) {
        const machine = await look(onPath, 'local', by, signal);
        if (machine.version === version) {
            const vouched = `the machine's, which says it is ${version}; no digest checked`;
            return { name: 'go', version, path: machine.path, source: 'machine', vouched };
        }
        const switched = await through(onPath, version, by, signal);
        if (switched !== undefined)
            return switched;
        by.note(`${machine.version} on PATH cannot switch to other releases: a pinned Go does it`);
    }
    // It unpacks zips, which a machine with a Go does not need.
    const { bootstrapGo } = await Promise.all(/* import() */[__nccwpck_require__.e(663), __nccwpck_require__.e(465)]).then(__nccwpck_require__.bind(__nccwpck_require__, 465));
    const pinned = await bootstrapGo(by, signal);
    if (version === pins/* DEFAULT_GO */.zt)
        return pinned;
    const switched = await through(pinned.path, version, by, signal);
    if (switched !== undefined)
        return switched;
    throw new errors/* Failure */.H('environment', `${pins/* DEFAULT_GO */.zt} did not switch to ${version}`);
}
/** What a go command says of the toolchain that it runs as. The folder is empty, so no go.mod has a say. */
async function look(go, toolchain, by, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = go_addDisposableResource(env_1, await by.files.scratch('go'), true);
        const env = goEnv(by.env, { GOTOOLCHAIN: toolchain });
        const argv = [go, 'env', 'GOVERSION', 'GOROOT', 'GOMODCACHE'];
        const onLine = (line) => by.note(line);
        const { stdout } = await by.processes.run(argv, { cwd: scratch.path, env, signal, onLine });
        const [version = '', root = '', modules = ''] = stdout.split(/\r?\n/);
        return {
            version: version.trim(),
            path: (0,external_node_path_.join)(root.trim(), 'bin', (0,toolchain_platform/* program */.D)('go', by.platform)),
            modules: modules.trim()
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
    const seen = await look(go, version, by, signal).catch((cause) => {
        signal.throwIfAborted();
        throw fetchFailure(`the toolchain module of ${version}`, cause);
    });
    if (seen.version !== version)
        return undefined;
    const fromModule = (0,external_node_path_.dirname)((0,external_node_path_.dirname)(seen.path)).startsWith(seen.modules + external_node_path_.sep);
    // The switch prefers a program of that name, such as one that golang.org/dl installed.
    if (!fromModule) {
        const vouched = `the machine's ${version}; no digest checked`;
        return { name: 'go', version, path: seen.path, source: 'machine', vouched };
    }
    const vouched = `toolchain module golang.org/toolchain of ${version}, checked by the go command against ${database}`;
    return { name: 'go', version, path: seen.path, source: 'module', vouched };
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
        Path: (0,src_json/* textAt */.$6)(value, 'Path'),
        Version: (0,src_json/* textAt */.$6)(value, 'Version') || undefined
    });
    const found = {
        Go: (0,src_json/* textAt */.$6)(mod, 'Go'),
        GoDebug: (0,src_json/* objectsAt */.yR)(mod, 'GoDebug').map((item) => ({ Key: (0,src_json/* textAt */.$6)(item, 'Key'), Value: (0,src_json/* textAt */.$6)(item, 'Value') })),
        Require: (0,src_json/* objectsAt */.yR)(mod, 'Require').map((item) => ({
            Path: (0,src_json/* textAt */.$6)(item, 'Path'),
            Version: (0,src_json/* textAt */.$6)(item, 'Version')
        })),
        Replace: (0,src_json/* objectsAt */.yR)(mod, 'Replace').map((item) => ({ Old: place((0,src_json.at)(item, 'Old')), New: place((0,src_json.at)(item, 'New')) }))
    };
    const modules = [...found.Require, ...found.Replace.flatMap(({ Old, New }) => [Old, New])];
    if (found.Go === '' || modules.some(({ Path }) => Path === '') || found.Require.some(({ Version }) => Version === ''))
        throw new errors/* Failure */.H('command', '"go mod edit -json" describes a go.mod in a way that is not known here');
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
const module_build_FLAGS = ['-trimpath', '-buildvcs=false', '-v'];
const module_build_digest = (...parts) => `module ${(0,external_node_crypto_.createHash)('sha256').update(JSON.stringify(parts)).digest('hex')}`;
/** cosign, as `go install` of its pinned module builds it. */
const cosignRecipe = {
    pin: pins/* COSIGN */.s2.module,
    says: { cosign: pins/* COSIGN */.s2.version },
    digest: module_build_digest(pins/* DEFAULT_GO */.zt, pins/* COSIGN */.s2.module.sum, ...module_build_FLAGS),
    build: async (go, scratch, out, by, signal) => {
        const pin = pins/* COSIGN */.s2.module;
        const { database } = await fetchModule(pin, go, scratch, by, signal);
        by.note(`compiling cosign ${pin.version} (${pin.cost})`);
        const main = `${pin.path}/cmd/cosign@${pin.version}`;
        await compile(go, ['install', ...module_build_FLAGS, '-ldflags=-s -w', main], { scratch, cwd: scratch, out }, by, signal);
        return { links: {}, vouched: vouched(pin, go, database) };
    }
};
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
    digest: module_build_digest(pins/* DEFAULT_GO */.zt, kubernetes.module.sum, KUBE_MAIN, kubeLinkerFlags(kubernetes), ...module_build_FLAGS),
    build: async (go, scratch, out, by, signal) => {
        const pin = kubernetes.module;
        const { own, dir, database } = await fetchModule(pin, go, scratch, by, signal);
        const root = (0,external_node_path_.join)(scratch, 'kube');
        const sums = await by.files.read((0,external_node_path_.join)(dir, 'go.sum'));
        await by.files.write((0,external_node_path_.join)(root, 'go.mod'), kubeGoMod(own, pin.version));
        // Its own sums; the published forms of its staging modules are not among them and come from the checksum database.
        await by.files.write((0,external_node_path_.join)(root, 'go.sum'), sums ?? '');
        await by.files.write((0,external_node_path_.join)(root, 'cp', 'main.go'), KUBE_MAIN);
        by.note(`compiling Kubernetes ${pin.version} (${pin.cost})`);
        const program = (0,external_node_path_.join)(out, KUBE_PROGRAM);
        const args = ['build', '-mod=mod', ...module_build_FLAGS, `-ldflags=${kubeLinkerFlags(kubernetes)}`, '-o', program, './cp'];
        await compile(go, args, { scratch, cwd: root, out }, by, signal);
        const links = Object.fromEntries(KUBE_TOOLS.map((tool) => [tool, KUBE_PROGRAM]));
        for (const tool of KUBE_TOOLS)
            await (0,promises_.symlink)(KUBE_PROGRAM, (0,external_node_path_.join)(out, tool));
        return { links, vouched: vouched(pin, go, database) };
    }
});
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
    const sum = (0,src_json/* textAt */.$6)(found, 'Sum');
    if (sum !== pin.sum) {
        throw new errors/* Failure */.H('verification', `${module} has the sum ${sum}, not the pinned ${pin.sum}`, {
            hint: 'Do not use it: the module proxy or the module cache serves something else than was published.'
        });
    }
    const own = parseGoMod((await run('mod', 'edit', '-json', (0,src_json/* textAt */.$6)(found, 'GoMod'))).stdout);
    const database = checksumDatabase(env, own.Require.map(({ Path }) => Path));
    return { own, dir: (0,src_json/* textAt */.$6)(found, 'Dir'), database };
}
async function compile(go, args, { scratch, cwd, out }, { processes, env, note }, signal) {
    let compiled = 0;
    const onLine = (line) => {
        if (line.startsWith('go: '))
            return note(line.slice('go: '.length));
        compiled += 1;
        if (compiled % 20 === 0)
            note(`${compiled} packages compiled, at ${line}`);
    };
    const tmp = (0,external_node_path_.join)(scratch, 'tmp');
    await (0,promises_.mkdir)(tmp, { recursive: true });
    await (0,promises_.mkdir)(out, { recursive: true });
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
    return name === 'cosign' ? wanted_cosign(version, target) : kubernetes(name, version, platform.os, target);
}
function wanted_cosign(version, target) {
    if (version !== undefined && version !== pins/* COSIGN */.s2.version) {
        throw new errors/* Failure */.H('input', `cosign ${version} is not pinned`, { hint: `Leave it out to get ${pins/* COSIGN */.s2.version}.` });
    }
    const download = pins/* COSIGN */.s2.downloads[target];
    return {
        name: 'cosign',
        version: pins/* COSIGN */.s2.version,
        says: pins/* COSIGN */.s2.version,
        fitting: { range: pins/* COSIGN */.s2.machine },
        module: { cachedAs: 'slipway-cosign', recipe: cosignRecipe },
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
const FILE_LIMIT = 400_000_000;
/**
 * Tools from PATH, by pinned download, or built from modules; the last two through the tool cache. `lookUp` says which
 * tools there are.
 */
function toolchain(parts, lookUp = wantedTool) {
    const gos = sharing();
    const tools = sharing();
    const kept = entries(parts);
    const go = (version, signal) => gos(version, signal, (inner) => findGo(version, parts, inner));
    const obtain = async (wanted, signal) => {
        const machine = await onMachine(wanted, parts, signal);
        if (typeof machine !== 'string')
            return machine;
        const reasons = [machine];
        const ways = [downloadWay(wanted, parts), moduleWay(wanted, parts, go)].filter((way) => way !== undefined);
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
            hint: `Put ${wanted.name} ${machine_describe(wanted.fitting)} on PATH, or let the network reach one of these.`
        });
    };
    return {
        go,
        tool: async (name, version, signal) => {
            const wanted = lookUp(name, version, (0,toolchain_platform/* inGo */.y)(parts.platform));
            return tools(`${name} ${wanted.version}`, signal, (inner) => obtain(wanted, inner));
        }
    };
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
function moduleWay({ module }, parts, go) {
    if (module === undefined)
        return undefined;
    const { recipe, cachedAs } = module;
    return {
        entry: { name: cachedAs, version: bare(recipe.pin.version), arch: parts.platform.arch },
        recipe: recipe.digest,
        says: recipe.says,
        make: async (out, scratch, signal) => {
            const compiler = await go(pins/* DEFAULT_GO */.zt, signal);
            return { source: 'module', ...(await recipe.build(compiler, scratch, out, parts, signal)) };
        }
    };
}
const bare = (version) => version.replace(/^v/, '');
const asTool = ({ name, says }, { folder, source, vouched }, platform) => ({
    name,
    version: says,
    path: (0,external_node_path_.join)(folder, (0,toolchain_platform/* program */.D)(name, platform)),
    source,
    vouched
});
/** The tool on PATH, or why it is not taken. */
async function onMachine({ name, fitting }, { processes, env, platform }, signal) {
    const path = await which(name, env, platform);
    if (path === undefined)
        return 'not on PATH';
    try {
        const version = await ask(processes.run, name, path, env, signal);
        if (!fits(version, fitting))
            return `on PATH as ${version}, not ${machine_describe(fitting)}`;
        const vouched = `on PATH, says it is ${version} (${machine_describe(fitting)} wanted); no digest checked`;
        return { name, version, path, source: 'machine', vouched };
    }
    catch (cause) {
        signal.throwIfAborted();
        if (!(cause instanceof errors/* Failure */.H))
            throw cause;
        return `on PATH, but ${cause.message}`;
    }
}

;// CONCATENATED MODULE: ./src/event.ts
/** What started this run, from the variables of GitHub Actions or GitLab CI; `payload` is GITHUB_EVENT_PATH's JSON. */
function eventOf(env, payload) {
    if (env['GITHUB_ACTIONS'] === 'true')
        return githubEvent(env, payload);
    if (env['GITLAB_CI']) {
        if (env['CI_COMMIT_TAG'])
            return { kind: 'tag', tag: env['CI_COMMIT_TAG'] };
        return { kind: env['CI_MERGE_REQUEST_IID'] ? 'pull-request' : 'push' };
    }
    return { kind: 'local' };
}
function githubEvent(env, payload) {
    const name = env['GITHUB_EVENT_NAME'] ?? '';
    if (name === 'pull_request' || name === 'pull_request_target' || name === 'merge_group')
        return { kind: 'pull-request', ...untrusted(name, env, payload) };
    if (env['GITHUB_REF_TYPE'] === 'tag' && env['GITHUB_REF_NAME'])
        return { kind: 'tag', tag: env['GITHUB_REF_NAME'] };
    return { kind: name === 'push' ? 'push' : 'other' };
}
/** A fork's head and a bot's bump are somebody else's code: whatever the token may do, it gets nothing of ours. */
function untrusted(name, env, payload) {
    const head = payload?.pull_request?.head?.repo?.full_name;
    const base = payload?.pull_request?.base?.repo?.full_name ?? env['GITHUB_REPOSITORY'];
    if (name === 'merge_group')
        return {};
    if (head === undefined || head !== base)
        return { untrusted: `a pull request from ${head ?? 'a repository that is gone'}` };
    if (env['GITHUB_ACTOR'] === 'dependabot[bot]')
        return { untrusted: 'a pull request of Dependabot' };
    return name === 'pull_request_target' ? { untrusted: 'pull_request_target runs with the base branch’s rights' } : {};
}

;// CONCATENATED MODULE: ./src/world.ts





















function realWorld({ env, cwd, host, print, signal }, parts) {
    const { toolCache = plainToolCache, query, fs = promises_, fetch = outgoing(env), change = (world) => world } = parts;
    const own = parts.processes ?? processes();
    const platform = { os: process.platform, arch: process.arch };
    const get = (name) => env[name] ?? '';
    const buildEnv = (folder) => 
    // A checkout that another user owns (a container's runner) is still the one we were told to build.
    goEnvironment(env, [['safe.directory', folder], ...credentialSettings(env[CREDENTIALS])]);
    const files = (root) => disk(root, fs);
    const scratchFiles = files((0,external_node_os_.tmpdir)());
    // One toolchain: what is asked for twice is looked for once.
    let made;
    const tools = () => (made ??= toolchain({
        processes: own,
        files: scratchFiles,
        cache: toolCache(toolCacheRoot(env, platform.os)),
        fetch,
        env,
        platform,
        note: (text) => (text.startsWith('warning: ') ? host.warn(text.slice(9)) : host.info(`  ${text}`))
    }));
    const used = new Map();
    const remember = (tool) => {
        used.set(tool.name, tool);
        return tool;
    };
    const recorded = {
        go: async (version, inner) => remember(await tools().go(version, inner)),
        tool: async (name, version, inner) => remember(await tools().tool(name, version, inner))
    };
    const cosign = async (files) => ({
        cosign: (await recorded.tool('cosign', undefined, signal)).path,
        processes: own,
        files,
        env,
        fetch
    });
    return change({
        cwd,
        host,
        signal,
        print,
        surroundings: surroundings(env, eventOf(env, readPayload(get('GITHUB_EVENT_PATH'))), platform.os),
        processes: own,
        query: query ?? own.run,
        deflate: deflateInThreads(),
        async fingerprint(signing) {
            const ref = signing?.key ?? '';
            const key = ref === 'env://COSIGN_PRIVATE_KEY'
                ? get('COSIGN_PRIVATE_KEY')
                : await scratchFiles.read((0,external_node_path_.resolve)(cwd, ref)).catch(() => undefined);
            return signing?.mode === 'key' && key ? (0,digest/* sha256 */.s)(key).slice(0, 16) : '';
        },
        files,
        scratchFiles,
        async claim(folder) {
            // First what could still write there.
            await sweepProcesses();
            const held = await lockSwept(folder, fs);
            await sweepFiles((0,external_node_os_.tmpdir)(), { deep: false, fs });
            return held;
        },
        buildEnv,
        toolchain: recorded,
        usedTools: () => [...used.values()],
        clusters: (files) => ({
            async create(kubernetes, signal) {
                // What a boot does is of interest only when it fails; what happens to a cluster that runs is, always.
                const steps = [];
                let running = false;
                // The client for Kubernetes is heavy, and most runs find their verdicts recorded.
                const { controlPlane } = await __nccwpck_require__.e(/* import() */ 704).then(__nccwpck_require__.bind(__nccwpck_require__, 4704));
                const provider = controlPlane({
                    toolchain: recorded,
                    processes: own,
                    files,
                    env: goEnvironment({ PATH: env['PATH'] }),
                    platform,
                    note: (line) => (running ? host.info(`  ${line}`) : void steps.push(line))
                });
                try {
                    const cluster = await provider.create(kubernetes, signal);
                    running = true;
                    return cluster;
                }
                catch (error) {
                    if (!signal.aborted && steps.length)
                        host.quote(`how far Kubernetes ${kubernetes} came`, steps.join('\n'));
                    throw error;
                }
            }
        }),
        async refuseUnreadableKey({ mode, key = '' }, files) {
            if (mode === 'key')
                await refuseUnreadableKey({ files, env }, key);
        },
        async signer(signing, files, publicKey) {
            const parts = await cosign(files);
            switch (signing?.mode) {
                case 'key':
                    return keySigner(parts, signing.key ?? '', publicKey);
                case 'keyless':
                    return keylessSigner(parts);
                default:
                    return rehearsalSigner(parts);
            }
        },
        verifier: async (expected, files) => verifier(await cosign(files), expected),
        verifyCommand: cosign_verifyCommand,
        async publisher({ to, tag }, plan, token, files) {
            if (to !== 'github') {
                const root = (0,external_node_path_.resolve)(cwd, to);
                // A finished release is not locked again, and what a run left that was killed after publishing lies there.
                await sweepFiles(root, { fs });
                return folder(root, files, {
                    warn: (line) => host.warn(line),
                    lock: (folder) => lockSwept(folder, fs)
                });
            }
            // Octokit is heavy, and only a release to GitHub needs it.
            const { github } = await Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(239), __nccwpck_require__.e(37), __nccwpck_require__.e(955)]).then(__nccwpck_require__.bind(__nccwpck_require__, 9955));
            const { preflight } = await Promise.all(/* import() */[__nccwpck_require__.e(752), __nccwpck_require__.e(239), __nccwpck_require__.e(37), __nccwpck_require__.e(43)]).then(__nccwpck_require__.bind(__nccwpck_require__, 43));
            const place = githubPlace(env, token || get('GITHUB_TOKEN'), host, fetch);
            const names = plan.archives.flatMap(({ name, binaries }) => [name, ...binaries.map(({ sbom }) => sbom)]);
            const { unseen } = await preflight(place, { tag, commit: plan.commit, names: [...names, 'checksums.txt'] }, signal);
            for (const line of unseen)
                host.info(`  not seen from here: ${line}`);
            return github(place, files);
        },
        traces: (root, go) => [
            { what: 'the work tree', text: root },
            { what: 'the Go toolchain', text: (0,external_node_path_.resolve)(go.path, '..', '..') },
            { what: 'the build cache', text: get('GOCACHE') || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache', 'go-build') },
            {
                what: 'the module cache',
                text: get('GOMODCACHE') || (0,external_node_path_.join)(get('GOPATH') || (0,external_node_path_.join)((0,external_node_os_.homedir)(), 'go'), 'pkg', 'mod')
            },
            { what: 'the temporary folder', text: (0,external_node_os_.tmpdir)() }
        ],
        maskSecrets(token) {
            for (const secret of [
                token,
                ...SECRETS.map(get),
                ...[CREDENTIALS, ...PROXIES].flatMap((name) => logins(get(name)))
            ])
                if (secret)
                    host.mask(secret);
        }
    });
}
const SECRETS = [
    'COSIGN_PRIVATE_KEY',
    'COSIGN_PASSWORD',
    'GITHUB_TOKEN',
    'ACTIONS_ID_TOKEN_REQUEST_TOKEN',
    'SIGSTORE_ID_TOKEN',
    CREDENTIALS
];
const PROXIES = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];
/** `user:password` and `password` of each URL in a text, as they are sent, which is encoded once more. */
const logins = (text) => [...text.matchAll(/:\/\/([^/\s:@]*):([^/\s@]+)@/g)].flatMap(([, user = '', password = '']) => [`${user}:${password}`, password].flatMap((part) => [part, decoded(part)]));
const decoded = (text) => {
    try {
        return decodeURIComponent(text);
    }
    catch {
        return text;
    }
};
function surroundings(env, event, os) {
    const set = (name) => (env[name] ?? '') !== '';
    return {
        event,
        hasKey: set('COSIGN_PRIVATE_KEY'),
        // cosign takes SIGSTORE_ID_TOKEN when it exists, even empty: an empty one is none.
        hasIdentity: (set('ACTIONS_ID_TOKEN_REQUEST_URL') && set('ACTIONS_ID_TOKEN_REQUEST_TOKEN')) || set('SIGSTORE_ID_TOKEN'),
        repository: env['GITHUB_ACTIONS'] === 'true' ? env['GITHUB_REPOSITORY'] : undefined,
        provider: os === 'linux'
            ? { name: 'control-plane', offers: Object.keys(pins/* KUBERNETES */.pS) }
            : { missing: `control-plane clusters run on Linux only, and this is ${os}` }
    };
}
function githubPlace(env, token, host, fetch) {
    const repository = env['GITHUB_REPOSITORY'] ?? '';
    if (repository === '')
        throw new errors/* Failure */.H('environment', 'nobody said which repository of GitHub: GITHUB_REPOSITORY is not set', {
            hint: 'Set GITHUB_REPOSITORY=owner/name, and GITHUB_TOKEN.'
        });
    return {
        token,
        repository,
        api: env['GITHUB_API_URL'] ?? 'https://api.github.com',
        fetch,
        warn: (line) => host.warn(line)
    };
}
function readPayload(path) {
    try {
        return path === '' ? undefined : JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./src/main.ts








/** Ctrl-C, a supervisor, and a terminal that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/**
 * Carries out a request; resolves with the exit status and never rejects. Ends what it started on SIGINT and SIGTERM.
 * `parts` are what this entry point has of its own, such as the runner's tool cache; tests trace writes through them.
 */
async function main(ask, makeHost, { print }, parts = {}) {
    const stop = new AbortController();
    let host = makeHost(false);
    let json = false;
    let world;
    const ended = (signal) => {
        // The second signal does not wait: whoever sends it wants the process gone.
        if (stop.signal.aborted)
            process.exit(128 + external_node_os_.constants.signals[signal]);
        stop.abort(new errors/* Failure */.H('environment', `stopped by ${signal}`, { hint: 'The next run goes on from here.' }));
    };
    for (const signal of SIGNALS)
        process.on(signal, ended);
    process.on('exit', () => world?.processes.killAll());
    try {
        const request = ask();
        if ('print' in request) {
            print(request.print);
            return 0;
        }
        json = request.read('json')?.text === 'true';
        host = makeHost(json);
        const command = request.command ?? readCommand(request.read('command'));
        world = realWorld({ env: process.env, cwd: process.cwd(), host, print, signal: stop.signal }, parts);
        world.maskSecrets(request.read('token')?.text ?? '');
        await commandOf(command)({ ...request, command }, world);
        return 0;
    }
    catch (error) {
        return await report(error, host, json ? print : undefined);
    }
    finally {
        await world?.processes.stopAll().catch((error) => host.warn(String(error)));
        for (const signal of SIGNALS)
            process.off(signal, ended);
    }
}
function commandOf(command) {
    switch (command) {
        case 'verify':
            return verifyCommand;
        case 'crds':
            return crdsCommand;
        case 'schema':
            return schemaCommand;
        case 'auto':
        case 'plan':
        case 'build':
        case 'gate':
        case 'release':
            return pipelineCommand;
    }
}
function readCommand(given) {
    try {
        return inputs/* INPUTS */.mc.command.parse(given?.text ?? inputs/* INPUTS */.mc.command.default);
    }
    catch (cause) {
        throw new errors/* Failure */.H('input', `command: ${cause.message}`, { cause });
    }
}
/** Says what went wrong and what to do; the only place where a failure is caught for good. */
async function report(error, host, print) {
    await host.summary(failure(error));
    if (!(error instanceof errors/* Failure */.H)) {
        host.error(`this is a bug in Slipway: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        return 1;
    }
    const said = typeof error.cause === 'string' && error.cause.trim() !== '' ? error.cause : undefined;
    if (said)
        host.quote('what the tool said', said);
    host.error(error.hint ? `${error.message}\n${error.hint}` : error.message);
    print?.(JSON.stringify({ error: { kind: error.kind, message: error.message, hint: error.hint ?? null } }));
    return errors/* EXIT */.d[error.kind];
}


/***/ }),

/***/ 3496:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ SBOM_FORMAT),
/* harmony export */   n: () => (/* binding */ ARCHIVE_FORMAT)
/* harmony export */ });
/** Changes whenever the same entries give other bytes, so that an archive made before is not taken for one made now. */
const ARCHIVE_FORMAT = 'libdeflate-1.26-level-5/1';
/** Changes whenever the same subject gives other bytes. */
const SBOM_FORMAT = 'cyclonedx-1.6/1';


/***/ }),

/***/ 8609:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  G6: () => (/* binding */ CRD_SETS),
  mi: () => (/* binding */ crdSet),
  N4: () => (/* binding */ storageFor)
});

// EXTERNAL MODULE: ./src/errors.ts
var errors = __nccwpck_require__(3916);
;// CONCATENATED MODULE: ./src/smi/schema.ts
/** An object that holds these properties and no other: structural schemas prune what they do not name. */
const object = (properties, required = []) => ({
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {})
});
const list = (items, limits = {}) => ({
    type: 'array',
    ...limits,
    items
});
const schema_text = { type: 'string' };
const oneOf = (...values) => ({ type: 'string', enum: values });
const port = { type: 'integer', minimum: 1, maximum: 65535 };
/** The same node with a sentence for `kubectl explain`. */
const described = (schema, description) => ({ description, ...schema });

;// CONCATENATED MODULE: ./src/smi/http-route-group.ts

const METHODS = ['*', 'GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
const http_route_group_name = described(schema_text, 'What a TrafficTarget calls this match by.');
const pathRegex = described(schema_text, 'A regular expression, anchored at the start of the path.');
const methods = list(oneOf(...METHODS));
/**
 * A list of maps with one entry each, not one map: v0.6.0 writes it so, and so does smi-sdk-go, whose types hold a map
 * but read and write a list (pkg/apis/specs/v1alpha4/helpers.go; a map or two entries in one item do not decode). The
 * text of v1alpha4 was changed to a map after the last release; controller-sdk took that over.
 */
const headers = described(list({ type: 'object', maxProperties: 1, additionalProperties: { type: 'string' } }), 'Header names with a regular expression each; all must match.');
const plainMatch = object({ name: http_route_group_name, methods, pathRegex }, ['name']);
const match = object({ name: http_route_group_name, methods, pathRegex, headers }, ['name']);
/** Which HTTP requests are meant. smi-spec apis/traffic-specs/v1alpha1 to v1alpha4; smi-sdk-go pkg/apis/specs. */
const httpRouteGroup = {
    kind: 'HTTPRouteGroup',
    group: 'specs.smi-spec.io',
    plural: 'httproutegroups',
    singular: 'httproutegroup',
    shortName: 'htr',
    versions: [
        { name: 'v1alpha1', schema: object({ matches: list(plainMatch) }, ['matches']) },
        { name: 'v1alpha2', schema: object({ matches: list(match) }, ['matches']) },
        { name: 'v1alpha3', schema: object({ spec: object({ matches: list(match) }, ['matches']) }, ['spec']) },
        { name: 'v1alpha4', schema: object({ spec: object({ matches: list(match) }, ['matches']) }, ['spec']) }
    ],
    fields: [
        { path: 'matches', versions: ['v1alpha1', 'v1alpha2'], because: 'v1alpha3 moved it into `spec`' },
        { path: 'matches[].headers', versions: ['v1alpha2'], because: 'header filters are new in v1alpha2' },
        {
            path: 'spec',
            versions: ['v1alpha3', 'v1alpha4'],
            because: 'v1alpha1 and v1alpha2 have `matches` at the top level'
        }
    ]
};

;// CONCATENATED MODULE: ./src/smi/port-routes.ts

/**
 * All optional: "when matching ports are not specified" the route matches them all, which is also what a route of an
 * older version means. smi-sdk-go's CRD demands `spec.matches.ports`, and so refuses what its own client sends for "all
 * ports": the Go type leaves an empty list out.
 */
const matches = object({ name: schema_text, ports: described(list(port), 'None means every port.') });
const routed = object({ spec: object({ matches }) });
/** Which TCP traffic is meant. smi-spec apis/traffic-specs/v1alpha1 to v1alpha4. Before v1alpha4 it says nothing more. */
const tcpRoute = {
    kind: 'TCPRoute',
    group: 'specs.smi-spec.io',
    plural: 'tcproutes',
    singular: 'tcproute',
    shortName: 'tr',
    versions: [
        { name: 'v1alpha1', schema: object({}) },
        { name: 'v1alpha2', schema: object({}) },
        { name: 'v1alpha3', schema: object({ spec: object({}) }) },
        { name: 'v1alpha4', schema: routed }
    ],
    fields: [
        { path: 'spec', versions: ['v1alpha3', 'v1alpha4'], because: 'v1alpha1 and v1alpha2 have no fields at all' },
        {
            path: 'spec.matches',
            versions: ['v1alpha4'],
            because: 'ports are new in v1alpha4: without them the route matches every port'
        }
    ]
};
/** Which UDP traffic is meant; new in smi-spec apis/traffic-specs/v1alpha4. */
const udpRoute = {
    kind: 'UDPRoute',
    group: 'specs.smi-spec.io',
    plural: 'udproutes',
    singular: 'udproute',
    shortName: 'ur',
    versions: [{ name: 'v1alpha4', schema: routed }],
    fields: []
};

;// CONCATENATED MODULE: ./src/smi/traffic-split.ts

/** A resource.Quantity: Kubernetes' own pattern for it. */
const quantity = {
    anyOf: [{ type: 'integer' }, { type: 'string' }],
    'x-kubernetes-int-or-string': true,
    pattern: '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$'
};
/** "Weights must be whole numbers"; smi-sdk-go's CRD says number and takes 0.5 and -1. */
const whole = { type: 'integer', minimum: 0 };
const service = described(schema_text, 'The service that clients call.');
// The Go type of v1alpha1 holds a pointer, so a client may leave the weight out there.
const quantityBackends = list(object({ service: schema_text, weight: quantity }, ['service']));
const backends = list(object({ service: schema_text, weight: whole }, ['service', 'weight']));
const traffic_split_matches = described(list(object({ apiGroup: schema_text, kind: oneOf('HTTPRouteGroup'), name: schema_text }, ['kind', 'name'])), 'Route groups that pick the requests to split; all requests when there are none.');
const required = ['service', 'backends'];
/** How much traffic goes where. smi-spec apis/traffic-split/v1alpha1 to v1alpha4; smi-sdk-go pkg/apis/split. */
const trafficSplit = {
    kind: 'TrafficSplit',
    group: 'split.smi-spec.io',
    plural: 'trafficsplits',
    singular: 'trafficsplit',
    shortName: 'ts',
    columns: [
        { name: 'Service', type: 'string', description: 'The apex service of this split.', jsonPath: '.spec.service' }
    ],
    versions: [
        { name: 'v1alpha1', schema: object({ spec: object({ service, backends: quantityBackends }, required) }, ['spec']) },
        { name: 'v1alpha2', schema: object({ spec: object({ service, backends }, required) }, ['spec']) },
        { name: 'v1alpha3', schema: object({ spec: object({ service, backends, matches: traffic_split_matches }, required) }, ['spec']) },
        { name: 'v1alpha4', schema: object({ spec: object({ service, backends, matches: traffic_split_matches }, required) }, ['spec']) }
    ],
    fields: [
        {
            path: 'spec.matches',
            versions: ['v1alpha3', 'v1alpha4'],
            because: 'new in v1alpha3: without it an A/B test is a split of all traffic'
        },
        {
            path: 'spec.backends[].weight',
            versions: ['v1alpha1'],
            form: 'a quantity such as "500m"',
            because: 'whole numbers since v1alpha2, and nothing scales the value: integer clients cannot decode it'
        }
    ]
};

;// CONCATENATED MODULE: ./src/smi/traffic-target.ts

const subject = object({ kind: schema_text, name: schema_text, namespace: schema_text }, ['kind', 'name']);
// Optional in the text and in the Go types; smi-sdk-go's CRD demands it in v1alpha1.
const subjectWithPort = object({ kind: schema_text, name: schema_text, namespace: schema_text, port: port }, ['kind', 'name']);
const rule = (...kinds) => object({ kind: oneOf(...kinds), name: schema_text, matches: list(schema_text) }, ['kind', 'name']);
const destination = 'The workloads that may be called, by their service account.';
const sources = 'The workloads that may call.';
const rules = 'The traffic that is allowed, by route.';
/** Who may call whom. smi-spec apis/traffic-access/{v1alpha1,v1alpha2,v1alpha3}; smi-sdk-go pkg/apis/access. */
const trafficTarget = {
    kind: 'TrafficTarget',
    group: 'access.smi-spec.io',
    plural: 'traffictargets',
    singular: 'traffictarget',
    shortName: 'tt',
    versions: [
        {
            name: 'v1alpha1',
            schema: object({
                destination: described(subjectWithPort, destination),
                sources: described(list(subject), sources),
                specs: described(list(rule('HTTPRouteGroup', 'TCPRoute')), rules)
            }, ['destination', 'sources', 'specs'])
        },
        {
            name: 'v1alpha2',
            schema: object({
                spec: object({
                    destination: described(subjectWithPort, destination),
                    sources: described(list(subject), sources),
                    rules: described(list(rule('HTTPRouteGroup', 'TCPRoute')), rules)
                }, ['destination'])
            }, ['spec'])
        },
        {
            name: 'v1alpha3',
            schema: object({
                spec: object({
                    destination: described(subject, destination),
                    // "must specify a destination, at least one rule, and at least one source"
                    sources: described(list(subject, { minItems: 1 }), sources),
                    rules: described(list(rule('HTTPRouteGroup', 'TCPRoute', 'UDPRoute'), { minItems: 1 }), rules)
                }, ['destination', 'rules', 'sources'])
            }, ['spec'])
        }
    ],
    fields: [
        ...['destination', 'sources', 'specs'].map((path) => ({
            path,
            versions: ['v1alpha1'],
            because: 'v1alpha2 moved it into `spec`'
        })),
        { path: 'spec', versions: ['v1alpha2', 'v1alpha3'], because: 'v1alpha1 has its fields at the top level' },
        {
            path: 'spec.destination.port',
            versions: ['v1alpha2'],
            because: 'v1alpha3 leaves ports to TCPRoute and UDPRoute: without it the target is open on every port'
        },
        {
            path: 'spec.rules[].kind',
            versions: ['v1alpha3'],
            form: 'UDPRoute',
            because: 'UDPRoute is new in v1alpha3'
        }
    ]
};

;// CONCATENATED MODULE: ./src/smi/kinds.ts




/**
 * The kinds of the last release of the specification, v0.6.0, with each version that a release of it described.
 * Not here: TrafficTarget v1alpha4 and IdentityBinding, which never left the working draft (no tag of the specification
 * or of smi-sdk-go has them, only controller-sdk does); and metrics.smi-spec.io, an aggregated API and not a CRD.
 */
const KINDS = [trafficTarget, httpRouteGroup, tcpRoute, udpRoute, trafficSplit];

;// CONCATENATED MODULE: ./src/smi/crds.ts


/** Each set is its origin and its kinds; all versions of a kind are served, conversion strategy None. */
const SETS = {
    all: {
        origin: 'written by Slipway from smi-spec v0.6.0 and the wire format of smi-sdk-go v0.5.0; every released version is served',
        kinds: KINDS
    }
};
const CRD_SETS = Object.keys(SETS);
/** A CRD set by name. An 'input' Failure names the sets, kinds or versions there are when an unknown one is asked for. */
const crdSet = (name, options = {}) => {
    if (!isSetName(name)) {
        throw new errors/* Failure */.H('input', `there is no SMI CRD set "${name}"`, { hint: `Take one of: ${CRD_SETS.join(', ')}.` });
    }
    const { origin, kinds } = SETS[name];
    const storage = options.storage ?? {};
    for (const kind of Object.keys(storage)) {
        if (!kinds.some((each) => each.kind === kind)) {
            throw new errors/* Failure */.H('input', `the CRD set ${name} has no kind "${kind}" to choose a storage version for`, {
                hint: `Take one of: ${kinds.map((each) => each.kind).join(', ')}.`
            });
        }
    }
    const served = kinds.map((kind) => promise(kind, storage[kind.kind]));
    return { name, origin, kinds: served, crds: kinds.map((kind, i) => definition(name, kind, served[i]?.storage)) };
};
/**
 * The storage versions that fit a program that speaks these APIs (`access.smi-spec.io/v1alpha2`, …): of each kind the
 * newest version spoken, because under strategy None whatever the storage version does not have is lost on writing.
 */
const storageFor = (name, speaks) => Object.fromEntries(crdSet(name).kinds.flatMap(({ kind, group, served }) => {
    const newest = served.findLast((version) => speaks.includes(`${group}/${version}`));
    return newest === undefined ? [] : [[kind, newest]];
}));
const isSetName = (name) => Object.hasOwn(SETS, name);
const promise = (kind, asked) => {
    const served = kind.versions.map((version) => version.name);
    const storage = asked ?? served.at(-1);
    if (storage === undefined || !served.includes(storage)) {
        throw new errors/* Failure */.H('input', `${kind.kind} has no version "${storage}" to store`, {
            hint: `Take one of: ${served.join(', ')}.`
        });
    }
    const { group, plural, shortName, fields } = kind;
    return { kind: kind.kind, group, plural, shortName, served, storage, fields };
};
const definition = (set, kind, storage) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
        name: `${kind.plural}.${kind.group}`,
        labels: { 'app.kubernetes.io/part-of': 'smi', 'slipway/crd-set': set }
    },
    spec: {
        group: kind.group,
        scope: 'Namespaced',
        names: {
            kind: kind.kind,
            listKind: `${kind.kind}List`,
            plural: kind.plural,
            singular: kind.singular,
            shortNames: [kind.shortName]
        },
        conversion: { strategy: 'None' },
        versions: kind.versions.map(({ name, schema }) => ({
            name,
            served: true,
            storage: name === storage,
            schema: { openAPIV3Schema: schema },
            ...(kind.columns ? { additionalPrinterColumns: kind.columns } : {})
        }))
    }
});


/***/ }),

/***/ 8992:
/***/ ((__unused_webpack_module, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   LQ: () => (/* binding */ TIME_WIDTH),
/* harmony export */   YA: () => (/* binding */ seconds),
/* harmony export */   YB: () => (/* binding */ columns),
/* harmony export */   ee: () => (/* binding */ bytes),
/* harmony export */   hD: () => (/* binding */ quote),
/* harmony export */   kp: () => (/* binding */ closest)
/* harmony export */ });
/** A value from outside, fit for one line of an error: no control or bidirectional characters, at most 80 long. */
const quote = (text) => {
    const clean = text.replace(/[\p{Cc}\p{Cf}]/gu, (c) => `<U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}>`);
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

/***/ 2613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 4434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 9896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 8611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 5692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 9278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 4589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 4317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 7540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 7598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 3053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 8474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 2467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 7075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 6466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 8500:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 7975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 3429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 5919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 8522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 857:
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

/***/ 5574:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 4756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 9023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 3106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 370:
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
/******/ 		792: 0
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
/******/ var __webpack_exports__ = __nccwpck_require__(5581);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
