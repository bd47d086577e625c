export const id = 5407;
export const ids = [5407];
export const modules = {

/***/ 72584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ formatBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   G2: () => (/* binding */ escapeInHtml),
/* harmony export */   P_: () => (/* binding */ formatCode),
/* harmony export */   e8: () => (/* binding */ unescapeMarkdown),
/* harmony export */   tm: () => (/* binding */ shortenSeen)
/* harmony export */ });
const escapeMarkdown = (text) => breakMarkup(makeVisible(text)
    .replace(/[\\`*_{}[\]<>|#~$&!]/g, '\\$&')
    .replace(/^ ?(?=[-+=])|^ ?\d+(?=[.)]( |$))/, '$&\\'));
const unescapeMarkdown = (markdown) => markdown.replaceAll(NOTHING, '').replace(/\\(.)/g, '$1');
const escapeInHtml = (text) => breakMarkup(makeVisible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`));
const NOTHING = '<!-- -->';
const SIGNS = /(?<!&)[@#](?=\w)|[!$%~^](?=\w)|&(?:#38;)?(?=\d)|\b(?:GH|GL|GHSA)-(?=\w)|(?<=\w):(?=\/\/)|\bww(?=w\.)/gi;
const HEX = /\b[0-9a-f]{7,40}\b/gi;
const breakMarkup = (text) => text.replace(SIGNS, `$&${NOTHING}`).replace(HEX, (run) => (run.match(/.{1,6}/g) ?? []).join(NOTHING));
function formatCode(text) {
    const shown = makeVisible(text).replaceAll('|', '\\|');
    const fence = '`'.repeat(measureBackticks(shown) + 1);
    return /^`|`$/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
function formatBlock(language, text) {
    const shown = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, '\ufffd');
    const fence = '`'.repeat(Math.max(3, measureBackticks(shown) + 1));
    return [`${fence}${language}`, shown, fence];
}
const shortenSeen = (text, length = 600) => text.length > length ? `${text.slice(0, length)} … (${text.length - length} characters more)` : text;
const measureBackticks = (text) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
const makeVisible = (text) => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');


/***/ }),

/***/ 51969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ KEY_NOTE),
/* harmony export */   Zv: () => (/* binding */ BESIDE),
/* harmony export */   aI: () => (/* binding */ COMPARE),
/* harmony export */   l9: () => (/* binding */ listStatements)
/* harmony export */ });
/* harmony import */ var _release_chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44119);


const COMPARE = `sha256sum -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`;
const BESIDE = [
    ['With only some of the files', `sha256sum --ignore-missing -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`],
    ['On macOS', `shasum -a 256 -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`]
];
const KEY_NOTE = 'cosign.pub is the public key of the publisher. It comes from them and not with the release, and lies beside the folder.';
const listStatements = (names) => [
    { name: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVENANCE */ .EK, predicateType: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .SLSA */ .yZ },
    { name: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .COMPATIBILITY */ .FZ, predicateType: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .TEST_RESULT */ .bo }
].filter(({ name }) => names.includes(name));


/***/ }),

/***/ 26121:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ describeBuildCache)
/* harmony export */ });
const describeBuildCache = (kind) => kind === 'own' ? 'an empty build cache of this run' : "the user's build cache";


/***/ }),

/***/ 58963:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   n: () => (/* binding */ describeDrill)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(40766);

function describeDrill({ checks, cluster, outcome }) {
    const failed = checks.filter((check) => check.outcome === 'failed').length;
    const held = outcome === 'passed' ? 'all hold' : `${failed} do not hold`;
    const where = cluster ? ` on Kubernetes ${cluster.server}${cluster.simulated ? ', with simulated pods' : ''}` : '';
    return `A drill, not a proof: a Deployment of an image that nobody has went there and back${where} (${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_0__/* .formatCount */ .B4)(checks.length, 'check')}, ${held}). Nothing of this project ran in it.`;
}


/***/ }),

/***/ 25699:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ listLosses)
/* harmony export */ });
/* harmony import */ var _matrix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53677);

function listLosses(verdicts) {
    const seen = verdicts.flatMap((verdict) => verdict.checks.flatMap(({ loss }) => (loss ? [{ loss, verdict, key: identifyLoss(loss) }] : [])));
    const all = [...new Set(seen.map(({ key }) => key))].flatMap((key) => {
        const same = seen.filter((each) => each.key === key);
        const [first] = same;
        if (!first)
            return [];
        const { kind, fields, because } = first.loss;
        return [
            {
                kind,
                fields,
                ...(because !== undefined && { because }),
                ways: listWays(same.map(({ loss }) => loss)),
                trials: [...new Set(same.map(({ verdict }) => (0,_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .formatTrialName */ .zz)(verdict.trial)))],
                servers: [...new Set(same.map(({ verdict }) => (0,_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .formatServer */ .xu)(verdict)))].filter((server) => server !== '')
            }
        ];
    });
    return [...all.filter(({ because }) => because === undefined), ...all.filter(({ because }) => because !== undefined)];
}
const identifyLoss = ({ kind, fields, because }) => JSON.stringify([kind, fields, because]);
const listWays = (lost) => {
    const from = (a, b) => a.written === b.written && a.stored === b.stored;
    return lost
        .filter((loss, i) => lost.findIndex((other) => from(loss, other)) === i)
        .map(({ written, stored }) => ({
        written,
        stored,
        read: [...new Set(lost.filter((loss) => from(loss, { ...loss, written, stored })).map(({ read }) => read))]
    }));
};


/***/ }),

/***/ 53677:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ES: () => (/* binding */ makeMatrix),
/* harmony export */   xL: () => (/* binding */ countFailures),
/* harmony export */   xu: () => (/* binding */ formatServer),
/* harmony export */   zz: () => (/* binding */ formatTrialName)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

function makeMatrix({ verdicts, broken }) {
    const trials = [...verdicts, ...broken].map(({ trial }) => trial);
    const columns = [...new Set(trials.map(({ kubernetes }) => kubernetes))]
        .map((kubernetes) => {
        const answered = verdicts.find((verdict) => verdict.trial.kubernetes === kubernetes && verdict.cluster);
        return { kubernetes, name: answered?.cluster?.server ?? kubernetes ?? 'no cluster' };
    })
        .sort((a, b) => Number(!a.kubernetes) - Number(!b.kubernetes) || compareByNumber(a.name, b.name));
    return {
        columns,
        rows: [...new Set(trials.map(formatTrialName))].map((name) => ({
            name,
            cells: columns.map(({ kubernetes }) => {
                const here = ({ trial }) => formatTrialName(trial) === name && trial.kubernetes === kubernetes;
                return { verdicts: verdicts.filter(here), broken: broken.filter(here) };
            })
        }))
    };
}
const compareByNumber = (a, b) => a.localeCompare(b, 'en', { numeric: true });
const formatTrialName = ({ suite, subject, with: given }) => {
    const set = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)(given['set']);
    return `${suite}${subject === undefined ? '' : `: ${subject}`}${set === '' ? '' : `, CRDs ${set}`}`;
};
const formatServer = ({ cluster }) => cluster?.server ?? '';
const countFailures = ({ checks }) => checks.filter(({ outcome }) => outcome === 'failed').length;


/***/ }),

/***/ 91082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ listSpoken)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

const listSpoken = ({ verdicts, broken }) => [...new Set([...verdicts, ...broken].flatMap(({ trial }) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readItems */ .F1)(trial.with['speaks']).map(_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .readText */ .yR)))].sort();


/***/ }),

/***/ 55407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  composeFailure: () => (/* binding */ composeFailure),
  l: () => (/* binding */ composeSummary)
});

// EXTERNAL MODULE: ./src/model/accepted-break.ts
var accepted_break = __webpack_require__(88322);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/model/sample.ts
var sample = __webpack_require__(72219);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: ./src/report/build-cache-text.ts
var build_cache_text = __webpack_require__(26121);
// EXTERNAL MODULE: ./src/model/reported.ts
var reported = __webpack_require__(32018);
// EXTERNAL MODULE: ./src/report/isolation-text.ts
var isolation_text = __webpack_require__(93764);
// EXTERNAL MODULE: ./src/report/drill-text.ts
var drill_text = __webpack_require__(58963);
// EXTERNAL MODULE: ./src/report/trial-title.ts
var trial_title = __webpack_require__(44781);
;// CONCATENATED MODULE: ./src/report/gantt.ts
const ROWS = 200;
const NAME = 60;
function drawGantt(spans) {
    const worked = spans.filter(({ outcome }) => outcome !== 'skipped');
    const longest = new Set([...worked].sort((a, b) => b.end - b.start - (a.end - a.start)).slice(0, ROWS));
    const shown = worked.filter((span) => longest.has(span));
    const hours = shown.some(({ end }) => end >= 3_600_000);
    const lines = [...new Set(shown.map(({ stage }) => stage))].flatMap((stage) => [
        `  section ${formatGanttName(stage)}`,
        ...shown
            .filter((span) => span.stage === stage)
            .map((span) => `  ${formatGanttName(span.item || stage)} :${chooseGanttTag(span)}${formatClock(span.start)}, ${formatClock(Math.max(span.end, span.start + 1))}`)
    ]);
    return [
        'gantt',
        '  dateFormat HH:mm:ss.SSS',
        `  axisFormat ${hours ? '%H:%M:%S' : '%M:%S'}`,
        '  todayMarker off',
        ...lines
    ].join('\n');
}
const chooseGanttTag = ({ outcome }) => outcome === 'failed' ? 'crit, ' : outcome === 'reused' ? 'done, ' : '';
const formatClock = (ms) => new Date(Math.round(ms)).toISOString().slice(11, 23);
const RESERVED = /^(gantt|title|section|\w*format|inclusive|topaxis|tickinterval|includes|excludes|todaymarker|week|click|call|href|acc|displaymode|end|\d{4}-\d\d-\d\d|%%)/i;
function formatGanttName(text) {
    const name = text
        .replace(/[^\p{L}\p{N} ._/+()=-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim();
    const cut = name.length > NAME ? `${name.slice(0, NAME - 1)}…` : name;
    return cut === '' ? '-' : RESERVED.test(cut) ? `- ${cut}` : cut;
}

// EXTERNAL MODULE: ./src/smi/implementations.ts
var implementations = __webpack_require__(5688);
// EXTERNAL MODULE: ./src/report/losses.ts
var losses = __webpack_require__(25699);
// EXTERNAL MODULE: ./src/base/markdown.ts
var markdown = __webpack_require__(72584);
// EXTERNAL MODULE: ./src/report/matrix.ts
var matrix = __webpack_require__(53677);
// EXTERNAL MODULE: ./src/report/spoken.ts
var report_spoken = __webpack_require__(91082);
;// CONCATENATED MODULE: ./src/report/markdown-tables.ts






function formatMatrixTable(proof) {
    const { columns, rows } = (0,matrix/* makeMatrix */.ES)(proof);
    if (columns.filter(({ kubernetes }) => kubernetes !== undefined).length < 2)
        return [];
    return [
        '',
        '### Suites and Kubernetes',
        '',
        ...formatTable(['suite', ...columns.map(({ name }) => (0,markdown/* escapeMarkdown */.FV)(name))], rows.map(({ name, cells }) => [
            (0,markdown/* escapeMarkdown */.FV)(name),
            ...cells.map(({ verdicts, broken }) => [...verdicts.map(formatVerdictCell), ...broken.map(() => '**no verdict**')].join(', '))
        ]))
    ];
}
function formatLossTable(verdicts) {
    const lost = (0,losses/* listLosses */.S)(verdicts);
    if (lost.length === 0)
        return [];
    return [
        '',
        '### Lost between versions',
        '',
        ...formatTable(['kind', 'fields', 'written → read', 'known'], lost.map(({ kind, fields, ways, because }) => [
            (0,markdown/* escapeMarkdown */.FV)(kind),
            fields.map(markdown/* formatCode */.P_).join(', '),
            ways
                .map(({ written, stored, read }) => (0,markdown/* escapeMarkdown */.FV)(`${written} → ${read.join(', ')} (stored as ${stored})`))
                .join('; '),
            because === undefined ? '**no**' : `yes: ${(0,markdown/* escapeMarkdown */.FV)(because)}`
        ]))
    ];
}
function formatSpeaksTable(proof) {
    const spoken = (0,report_spoken/* listSpoken */.t)(proof);
    if (spoken.length === 0)
        return [];
    return [
        '',
        '### Who speaks the same SMI',
        '',
        `By its import graph the program speaks ${(0,markdown/* escapeMarkdown */.FV)((0,implementations/* shortenVersions */.tx)(spoken))}. Others, as their sources and documents said in November 2026:`,
        '',
        ...formatTable(['who', 'does', 'versions', 'in common', 'state'], (0,implementations/* listMeetings */.Dm)(spoken).map(({ implementation: { name, does, versions, state }, shared, apart }) => [
            (0,markdown/* escapeMarkdown */.FV)(name),
            does === 'serves' ? 'serves it' : 'writes it',
            (0,markdown/* escapeMarkdown */.FV)((0,implementations/* shortenVersions */.tx)(versions)),
            shared.length > 0
                ? (0,markdown/* escapeMarkdown */.FV)((0,implementations/* shortenVersions */.tx)(shared))
                : apart.length > 0
                    ? '**the same API, no version**'
                    : 'other APIs',
            (0,markdown/* escapeMarkdown */.FV)(state)
        ]))
    ];
}
const formatVerdictCell = (verdict) => verdict.outcome === 'passed'
    ? `${verdict.checks.length - (0,accepted_break/* listAccepted */.Oc)(verdict).length} hold${(0,accepted_break/* listAccepted */.Oc)(verdict).length ? `, ${(0,accepted_break/* listAccepted */.Oc)(verdict).length} accepted` : ''}`
    : `**${(0,matrix/* countFailures */.xL)(verdict)} of ${verdict.checks.length} failed**`;
const formatTable = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);

// EXTERNAL MODULE: ./src/report/verifying.ts
var verifying = __webpack_require__(61701);
// EXTERNAL MODULE: ./src/report/vulnerabilities.ts
var vulnerabilities = __webpack_require__(50628);
;// CONCATENATED MODULE: ./src/report/summary.ts















function composeSummary(story) {
    const { plan, artifacts, spans, tools, verification, url, kept } = story;
    return [
        `## ${(0,markdown/* escapeMarkdown */.FV)(plan.name)} ${(0,markdown/* escapeMarkdown */.FV)(plan.version)}: ${plan.mode}`,
        '',
        `Commit ${(0,markdown/* formatCode */.P_)(plan.commit.slice(0, 12))}, built with ${(0,markdown/* escapeMarkdown */.FV)(plan.go.version)} in ${(0,build_cache_text/* describeBuildCache */.C)(plan.buildCache.kind)}. ${[describeRebuild(plan), describeMissingSignature(plan), describePublication(plan, url, kept)].filter(Boolean).join(' ')}`,
        ...plan.notes.map((note) => `\n> ${(0,markdown/* escapeMarkdown */.FV)(note)}`),
        '',
        '### Proof',
        '',
        ...('skip' in plan.trials ? [`Skipped: ${(0,markdown/* escapeMarkdown */.FV)(plan.trials.skip)}.`] : formatProofTable(story)),
        ...plan.unproved.map(({ suite, why }) => `\nNot proved, ${suite}: ${(0,markdown/* escapeMarkdown */.FV)(why)}.`),
        ...(plan.reported
            ? [
                `\nProved in ${(0,markdown/* escapeMarkdown */.FV)((0,reported/* describeReporter */.h)(plan.reported.by))}, which this run repeats as a report: it compiled the same bytes again, and ran no program of the project.`
            ]
            : []),
        ...(plan.isolation ? [`\nIsolation: ${(0,markdown/* escapeMarkdown */.FV)((0,isolation_text/* describeIsolation */.o)(plan.isolation))}.`] : []),
        ...formatMatrixTable(story),
        ...formatLossTable(story.verdicts),
        ...formatSpeaksTable(story),
        '',
        ...(0,vulnerabilities/* formatVulnerabilityTable */.k)(story),
        '### Files',
        '',
        '| file | target | size | sha256 |',
        '| --- | --- | ---: | --- |',
        ...artifacts.map(({ name, target, size, sha256 }) => `| ${(0,markdown/* escapeMarkdown */.FV)(name)} | ${target ? (0,go_target/* formatTarget */.P4)(target) : ''} | ${(0,base_text/* formatBytes */.z3)(size)} | ${(0,markdown/* formatCode */.P_)(sha256)} |`),
        '',
        ...(verification.length
            ? ['### Verify', '', 'In the folder with the files:', '', ...(0,verifying/* composeVerifying */.c)(verification), '']
            : []),
        '### Tools',
        '',
        '| tool | version | from | checked |',
        '| --- | --- | --- | --- |',
        ...tools.map(({ name, version, source, vouched }) => `| ${(0,markdown/* escapeMarkdown */.FV)(name)} | ${(0,markdown/* escapeMarkdown */.FV)(version)} | ${source} | ${(0,markdown/* escapeMarkdown */.FV)(vouched)} |`),
        '',
        '### Time',
        '',
        ...(0,markdown/* formatBlock */.$4)('mermaid', drawGantt(spans)),
        ''
    ].join('\n');
}
const describeRebuild = ({ rebuilds, archives }) => 'skip' in rebuilds
    ? ''
    : `Rebuilt ${(0,sample/* describeSample */.g)(rebuilds.work.length, archives.length)}: ${rebuilds.work.map(go_target/* formatTarget */.P4).join(', ')}.`;
function composeFailure(error) {
    const known = error instanceof errors/* Failure */.H;
    const message = known ? error.message : 'this is a bug in Slipway: the log has its stack';
    return [
        `## Stopped${known ? `: ${TITLES[error.kind]}` : ''}`,
        '',
        ...(0,markdown/* formatBlock */.$4)('text', (0,markdown/* shortenSeen */.tm)(message, 4000)),
        ...(known && error.hint ? ['', ...(0,markdown/* formatBlock */.$4)('text', (0,markdown/* shortenSeen */.tm)(error.hint, 4000))] : []),
        ''
    ].join('\n');
}
const TITLES = {
    input: 'what was asked for cannot be done',
    environment: 'something is missing here',
    command: 'a tool failed',
    verification: 'a check said no',
    host: 'the platform did not do what it was asked for'
};
function describeMissingSignature({ signing }) {
    if ('skip' in signing)
        return `Not signed: ${(0,markdown/* escapeMarkdown */.FV)(signing.skip)}.`;
    const [how] = signing.work;
    return how?.mode === 'rehearsal' ? `Not signed: ${(0,markdown/* escapeMarkdown */.FV)(how.why)}.` : undefined;
}
const formatAddress = (url) => (/^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : (0,markdown/* formatCode */.P_)(url));
function describePublication({ publication, tag }, url, kept) {
    if (url !== undefined)
        return `Published: ${formatAddress(url)}.`;
    if (kept !== undefined)
        return `A draft, not public yet: ${formatAddress(kept)}. ${(0,markdown/* formatCode */.P_)(`slipway publish --finish ${tag}`)} makes it public.`;
    return 'skip' in publication ? `Not published: ${(0,markdown/* escapeMarkdown */.FV)(publication.skip)}.` : 'Not published.';
}
function formatProofTable({ verdicts, drills = [], broken, clusters, left = [] }) {
    const failed = verdicts.flatMap(({ trial, cluster, checks }) => checks
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ claim, seen }) => {
        const where = cluster ? ` on ${(0,markdown/* escapeMarkdown */.FV)(cluster.server)}` : '';
        return `- **${(0,markdown/* escapeMarkdown */.FV)((0,trial_title/* formatTrialTitle */.y)(trial))}**${where}: not true: ${(0,markdown/* escapeMarkdown */.FV)(claim)}. Seen: ${(0,markdown/* escapeMarkdown */.FV)((0,markdown/* shortenSeen */.tm)(seen))}`;
    }));
    const accepted = verdicts.flatMap((verdict) => (0,accepted_break/* listAccepted */.Oc)(verdict).map(({ claim, accepted = '' }) => `- **${(0,markdown/* escapeMarkdown */.FV)((0,trial_title/* formatTrialTitle */.y)(verdict.trial))}**: a known break, accepted in slipway.yaml: ${(0,markdown/* escapeMarkdown */.FV)(claim)}. Why: ${(0,markdown/* escapeMarkdown */.FV)(accepted)}`));
    const unproved = broken.map(({ trial, failure }) => `- **${(0,markdown/* escapeMarkdown */.FV)((0,trial_title/* formatTrialTitle */.y)(trial))}** on ${(0,markdown/* escapeMarkdown */.FV)(trial.kubernetes ?? 'no cluster')}: no verdict: ${(0,markdown/* escapeMarkdown */.FV)((0,markdown/* shortenSeen */.tm)(failure.message))}`);
    const remains = left.map(({ kubernetes, failure }) => `- Kubernetes **${(0,markdown/* escapeMarkdown */.FV)(kubernetes)}**: something of ours is left: ${(0,markdown/* escapeMarkdown */.FV)((0,markdown/* shortenSeen */.tm)(failure.message))}`);
    const proved = verdicts.length + broken.length > 0;
    return [
        ...(proved
            ? ['| suite | Kubernetes | cluster | checks | verdict | time |', '| --- | --- | --- | ---: | --- | ---: |']
            : ['Nothing was proved.']),
        ...verdicts.map(({ trial, cluster, checks, outcome, ms }) => `| ${(0,markdown/* escapeMarkdown */.FV)((0,trial_title/* formatTrialTitle */.y)(trial))} | ${cluster ? (0,markdown/* escapeMarkdown */.FV)(cluster.server) : ''} | ${cluster ? (0,markdown/* escapeMarkdown */.FV)(cluster.provider) : 'none'}${cluster?.simulated ? ', pods simulated' : ''} | ${checks.length} | ${outcome === 'failed' ? '**failed**' : outcome} | ${(0,base_text/* formatDuration */.a3)(ms)} |`),
        ...broken.map(({ trial }) => `| ${(0,markdown/* escapeMarkdown */.FV)((0,trial_title/* formatTrialTitle */.y)(trial))} | ${(0,markdown/* escapeMarkdown */.FV)(trial.kubernetes ?? '')} |  |  | **none** |  |`),
        ...(failed.length + accepted.length + unproved.length + remains.length
            ? ['', ...failed, ...accepted, ...unproved, ...remains]
            : []),
        ...(clusters.length
            ? [
                '',
                `Ready: ${clusters.map(({ server, ms, logs }) => `${(0,markdown/* escapeMarkdown */.FV)(server)} after ${(0,base_text/* formatDuration */.a3)(ms)}${logs === null ? '' : `, its logs in ${(0,markdown/* formatCode */.P_)(logs)}`}`).join(', ')}.`
            ]
            : []),
        ...drills.flatMap((drill) => ['', (0,markdown/* escapeMarkdown */.FV)((0,drill_text/* describeDrill */.n)(drill))]),
        ...verdicts.flatMap(formatRollback)
    ];
}
function formatRollback({ trial, compared, moments = [] }) {
    if (moments.length === 0)
        return [];
    const spans = moments.map(({ step, what, at, ms, outcome }) => ({
        stage: step,
        item: what,
        start: at,
        end: at + ms,
        outcome: outcome === 'failed' ? 'failed' : 'done'
    }));
    const versions = [compared?.baseline, compared?.candidate].filter((each) => each !== null && each !== undefined);
    return [
        '',
        `<details><summary>${(0,markdown/* escapeInHtml */.G2)((0,trial_title/* formatTrialTitle */.y)(trial))}: the upgrade and the way back</summary>`,
        '',
        ...versions.map(({ name, origin }) => `- ${(0,markdown/* escapeMarkdown */.FV)(name)}: ${(0,markdown/* escapeMarkdown */.FV)(origin)}`),
        '',
        ...(0,markdown/* formatBlock */.$4)('mermaid', drawGantt(spans)),
        '',
        '</details>'
    ];
}


/***/ }),

/***/ 44781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ formatTrialTitle)
/* harmony export */ });
const formatTrialTitle = ({ suite, subject, drill, with: { set = 'all' } }) => `${suite}${drill ? ' drill' : ''}${subject === undefined ? '' : `: ${subject}`}${typeof set === 'string' && set !== 'all' ? `, CRDs ${set}` : ''}`;


/***/ }),

/***/ 61701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ composeVerifying),
/* harmony export */   f: () => (/* binding */ needsKey)
/* harmony export */ });
/* harmony import */ var _model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51969);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72584);


const composeVerifying = (commands) => [
    ...(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .formatBlock */ .$4)('sh', commands.join('\n')),
    '',
    [
        ..._model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .BESIDE */ .Zv.map(([when, command]) => `${when}: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCode */ .P_)(command)}.`),
        ...(needsKey(commands) ? [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeMarkdown */ .FV)(_model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_NOTE */ .F2)] : [])
    ].join(' ')
];
const needsKey = (commands) => commands.some((line) => line.includes(' --key '));


/***/ }),

/***/ 50628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ makeVulnerabilityReport),
/* harmony export */   k: () => (/* binding */ formatVulnerabilityTable)
/* harmony export */ });
/* harmony import */ var _vulnerabilities_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67631);
/* harmony import */ var _vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64614);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72584);



function formatVulnerabilityTable({ plan, vulnerabilities }) {
    if ('skip' in plan.vulnerabilities)
        return [];
    const title = ['### Known vulnerabilities', ''];
    if (!vulnerabilities)
        return [];
    if ('unknown' in vulnerabilities)
        return [
            ...title,
            `**Not known**: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(vulnerabilities.database)} could not be asked: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .shortenSeen */ .tm)(vulnerabilities.unknown))}.`,
            ''
        ];
    const { found, programs, database, modified } = vulnerabilities;
    const asked = `${programs} programs, ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(database)}${modified === null ? '' : ` of ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(modified)}`}`;
    const open = found.filter(_vulnerabilities_model_js__WEBPACK_IMPORTED_MODULE_1__/* .isOpen */ .nT);
    const accepted = found.filter(_vulnerabilities_model_js__WEBPACK_IMPORTED_MODULE_1__/* .isAccepted */ .oB);
    const others = found.filter((item) => !(0,_vulnerabilities_model_js__WEBPACK_IMPORTED_MODULE_1__/* .isReachable */ .kj)(item));
    return [
        ...title,
        `${open.length > 0 ? `**${open.length} reachable**` : (0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .sayNothingOpen */ .Ph)(accepted.length)} (${asked}).`,
        '',
        ...(open.length === 0
            ? []
            : [
                '| known as | in | what | repaired | reachable |',
                '| --- | --- | --- | --- | --- |',
                ...open.map(formatVulnerabilityRow),
                ''
            ]),
        ...(accepted.length === 0
            ? []
            : [
                '| accepted | in | what | until | why |',
                '| --- | --- | --- | --- | --- |',
                ...accepted.map(formatAcceptedRow),
                ''
            ]),
        ...(others.length === 0
            ? []
            : [
                `In modules of the programs, and not in the programs: ${others.map((item) => `${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .formatVulnerabilityName */ .TI)(item))} in ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .formatHolder */ .aS)(item))} (${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFix */ .D6)(item))})`).join(', ')}.`,
                ''
            ])
    ];
}
const formatVulnerabilityRow = (item) => `| ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .formatVulnerabilityName */ .TI)(item))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .formatHolder */ .aS)(item))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .shortenSeen */ .tm)(item.summary))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .describeFix */ .D6)(item))}${item.expired ? (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(`; accepted until ${item.expired.until}, which is over`) : ''} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .shortenSeen */ .tm)(item.symbols.join(', ')))} |`;
const formatAcceptedRow = (item) => `| ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .formatVulnerabilityName */ .TI)(item))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .formatHolder */ .aS)(item))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .shortenSeen */ .tm)(item.summary))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(item.accepted?.until ?? '')} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .shortenSeen */ .tm)(item.accepted?.reason ?? ''))} |`;
const makeVulnerabilityReport = ({ plan, vulnerabilities }) => ({
    schema: 1,
    name: plan.name,
    version: plan.version,
    commit: plan.commit,
    skipped: 'skip' in plan.vulnerabilities ? plan.vulnerabilities.skip : null,
    unknown: vulnerabilities && 'unknown' in vulnerabilities ? vulnerabilities.unknown : null,
    database: vulnerabilities?.database ?? null,
    modified: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.modified : null,
    programs: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.programs : 0,
    found: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.found : [],
    unused: (vulnerabilities && 'found' in vulnerabilities && vulnerabilities.unused) || []
});


/***/ }),

/***/ 5688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dm: () => (/* binding */ listMeetings),
/* harmony export */   tx: () => (/* binding */ shortenVersions)
/* harmony export */ });
/* unused harmony export IMPLEMENTATIONS */
const access = (...versions) => versions.map((version) => `access.smi-spec.io/${version}`);
const specs = (...versions) => versions.map((version) => `specs.smi-spec.io/${version}`);
const split = (...versions) => versions.map((version) => `split.smi-spec.io/${version}`);
const IMPLEMENTATIONS = [
    {
        name: 'Linkerd (SMI extension)',
        does: 'serves',
        versions: split('v1alpha1', 'v1alpha2'),
        state: 'deprecated',
        source: 'linkerd-smi c0c39b1, CRD'
    },
    {
        name: 'Open Service Mesh',
        does: 'serves',
        versions: [...access('v1alpha3'), ...specs('v1alpha4'), ...split('v1alpha2')],
        state: 'archived; read-only since 2023-07-11',
        source: 'osm, CRDs; the banner of its repository'
    },
    {
        name: 'SMI controller SDK',
        does: 'serves',
        versions: [
            ...access('v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'),
            ...specs('v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'),
            ...split('v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4')
        ],
        state: 'archived',
        source: 'smi-controller-sdk 6a7dfd7, CRDs'
    },
    {
        name: 'smi-sdk-go, main',
        does: 'serves',
        versions: [...access('v1alpha3'), ...specs('v1alpha4'), ...split('v1alpha4')],
        state: 'archived',
        source: 'smi-sdk-go a143f8b, CRDs'
    },
    {
        name: 'Traefik Mesh',
        does: 'serves',
        versions: [...access('v1alpha2'), ...specs('v1alpha3'), ...split('v1alpha3')],
        state: 'dormant',
        source: 'v1.4.8, imports'
    },
    {
        name: 'Consul smi-controller',
        does: 'serves',
        versions: [...access('v1alpha1'), ...specs('v1alpha1')],
        state: 'dormant',
        source: 'its documents'
    },
    {
        name: 'NGINX Service Mesh',
        does: 'serves',
        versions: [...access('v1alpha2'), ...specs('v1alpha3'), ...split('v1alpha3')],
        state: 'end of sale 2023-07-01',
        source: 'nginx-service-mesh 00862b9, docs/content/about/tech-specs.md: v1.2.0 and later'
    },
    {
        name: 'Istio (smi-adapter-istio)',
        does: 'serves',
        versions: [...access('v1alpha1'), ...specs('v1alpha1'), ...split('v1alpha1')],
        state: 'archived; its CRDs are v1beta1, which no Kubernetes since 1.22 takes',
        source: 'smi-adapter-istio 6acf05a, deploy/crds/crds.yaml'
    },
    {
        name: 'Flomesh FSM',
        does: 'serves',
        versions: [...access('v1alpha3'), ...specs('v1alpha4'), ...split('v1alpha2', 'v1alpha4')],
        state: 'active; left SMI for kinds of its own at the end of 2024',
        source: 'fsm 9966a2b, cmd/fsm-bootstrap/crds; pull request 511'
    },
    {
        name: 'Flagger',
        does: 'writes',
        versions: split('v1alpha1', 'v1alpha2', 'v1alpha3'),
        state: 'active; one version a provider: linkerd v1alpha1, osm v1alpha2, smi:VERSION',
        source: 'v1.44.0, pkg/router/factory.go'
    },
    {
        name: 'Argo Rollouts',
        does: 'writes',
        versions: split('v1alpha1', 'v1alpha2', 'v1alpha3'),
        state: 'active; v1alpha1 unless --traffic-split-api-version says otherwise',
        source: 'utils/defaults/defaults.go'
    },
    {
        name: 'Azure/k8s-deploy',
        does: 'writes',
        versions: split('v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'),
        state: 'active; the first split version that kubectl api-versions prints',
        source: 'v7, trafficSplitUtils.ts'
    },
    {
        name: 'Harness',
        does: 'writes',
        versions: split('v1alpha3', 'v1alpha4'),
        state: 'active',
        source: 'its documents'
    }
];
const listMeetings = (speaks) => IMPLEMENTATIONS.map((implementation) => {
    const shared = speaks.filter((version) => implementation.versions.includes(version));
    const groups = new Set(speaks.map(cutGroup));
    const apart = [...groups].filter((group) => implementation.versions.some((version) => cutGroup(version) === group) &&
        !shared.some((version) => cutGroup(version) === group));
    return { implementation, shared, apart };
});
const cutGroup = (version) => version.split('/', 1)[0] ?? '';
const shortenVersions = (versions) => {
    const byGroup = new Map();
    for (const version of versions) {
        const group = cutGroup(version).replace('.smi-spec.io', '');
        byGroup.set(group, [...(byGroup.get(group) ?? []), version.slice(version.indexOf('/') + 1)]);
    }
    return [...byGroup].map(([group, list]) => `${group} ${list.join(', ')}`).join('; ');
};


/***/ }),

/***/ 67631:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   kj: () => (/* binding */ isReachable),
/* harmony export */   nT: () => (/* binding */ isOpen),
/* harmony export */   oB: () => (/* binding */ isAccepted)
/* harmony export */ });
const isReachable = ({ reach }) => reach === 'linked';
const isOpen = (item) => isReachable(item) && item.accepted === undefined;
const isAccepted = (item) => isReachable(item) && item.accepted !== undefined;


/***/ }),

/***/ 64614:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D6: () => (/* binding */ describeFix),
/* harmony export */   FM: () => (/* binding */ sayExpired),
/* harmony export */   Ph: () => (/* binding */ sayNothingOpen),
/* harmony export */   RY: () => (/* binding */ findVulnerableLines),
/* harmony export */   TI: () => (/* binding */ formatVulnerabilityName),
/* harmony export */   aS: () => (/* binding */ formatHolder),
/* harmony export */   kJ: () => (/* binding */ findAcceptanceLines),
/* harmony export */   pM: () => (/* binding */ describeScan)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67631);


const formatVulnerabilityName = ({ id, aliases }) => {
    const known = aliases.find((alias) => alias.startsWith('CVE-')) ?? aliases[0];
    return known === undefined ? id : `${id} (${known})`;
};
const describeFix = ({ module, fixed }) => fixed === null
    ? 'no version repairs it'
    : module === 'stdlib'
        ? `repaired in Go ${fixed.replace(/^v/, '')}`
        : `repaired in ${fixed}`;
const formatHolder = ({ module, version }) => module === 'stdlib' ? `Go ${version.replace(/^v/, '')}` : `${module}@${version}`;
const describeScan = (scanned) => {
    if ('unknown' in scanned)
        return `not known: ${scanned.unknown}`;
    const open = scanned.found.filter(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT).length;
    const accepted = scanned.found.filter(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccepted */ .oB).length;
    const others = scanned.found.filter((item) => !(0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .isReachable */ .kj)(item)).length;
    return [
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .formatCount */ .B4)(scanned.programs, 'program'),
        ...(open === 0 && accepted === 0 ? ['nothing known is reachable'] : []),
        ...(open === 0 ? [] : [`${open} REACHABLE`]),
        ...(accepted === 0 ? [] : [`${accepted} reachable and accepted`]),
        ...(others === 0 ? [] : [`${others} in modules only`])
    ].join(', ');
};
const sayNothingOpen = (accepted) => accepted === 0 ? 'Nothing known is reachable' : 'Nothing is reachable but what is accepted';
const findVulnerableLines = ({ found }, goMod, file, severity) => found.filter(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT).map((item) => {
    const line = findRequirementLine(item, goMod.split(/\r?\n/));
    return {
        rule: RULE,
        severity,
        file,
        ...(line !== undefined && { line }),
        message: `${formatVulnerabilityName(item)} in ${formatHolder(item)}: ${item.summary || 'no summary'}; ${describeFix(item)}; in the programs: ${item.symbols.join(', ')}`
    };
});
const findAcceptanceLines = ({ found, unused = [] }, file, severity) => [
    ...found.flatMap((item) => item.expired
        ? [
            {
                rule: RULE,
                severity,
                file,
                line: item.expired.line,
                message: `${sayExpired(item.expired)}: ${formatVulnerabilityName(item)} in ${formatHolder(item)}`
            }
        ]
        : []),
    ...unused.map(({ id, line }) => ({
        rule: RULE,
        severity: 'warning',
        file,
        line,
        message: `${id} is not reachable in any program: this entry can go`
    }))
];
const RULE = 'govulncheck';
const sayExpired = ({ id, until }) => `${id} was accepted until ${until}, which is over`;
function findRequirementLine({ module, version }, lines) {
    const words = lines.map((line) => line.replace(/\/\/.*/, '').split(/[\s"`]+/));
    const first = (fits) => {
        const index = words.findIndex(fits);
        return index < 0 ? undefined : index + 1;
    };
    if (module === 'stdlib')
        return first(([word]) => word === 'toolchain') ?? first(([word]) => word === 'go');
    return (first((line) => line.some((word, i) => word === module && line[i + 1] === version)) ??
        first((line) => line.includes(module) && !line.includes('module')));
}


/***/ })

};
