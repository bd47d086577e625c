export const id = 5407;
export const ids = [5407];
export const modules = {

/***/ 72584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   dj: () => (/* binding */ inHtml),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   hd: () => (/* binding */ unmd),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   om: () => (/* binding */ block)
/* harmony export */ });
/**
 * Text from elsewhere inside Markdown: no markup, no HTML, no formula, no new cell or line; nobody is called in it, and no
 * issue, commit or address is linked. A platform looks for those after it has read the Markdown, so a backslash does not
 * keep it from them.
 */
const md = (text) => apart(visible(text)
    .replace(/[\\`*_{}[\]<>|#~$&!]/g, '\\$&')
    // What begins a list or underlines a heading.
    .replace(/^ ?(?=[-+=])|^ ?\d+(?=[.)]( |$))/, '$&\\'));
/** The text that `md` was given, as far as it is on one line. */
const unmd = (markdown) => markdown.replaceAll(NOTHING, '').replace(/\\(.)/g, '$1');
/** Text from elsewhere inside an HTML element of a Markdown text, where no Markdown is read. */
const inHtml = (text) => apart(visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`));
/** What shows nowhere, and stands between two characters that a platform would take for one reference. */
const NOTHING = '<!-- -->';
/** Signs of references (docs.github.com, "Autolinked references and URLs"; docs.gitlab.com, "GitLab-specific references"). */
const SIGNS = /(?<!&)[@#](?=\w)|[!$%~^](?=\w)|&(?:#38;)?(?=\d)|\b(?:GH|GL|GHSA)-(?=\w)|(?<=\w):(?=\/\/)|\bww(?=w\.)/gi;
/** What a commit may be called by: shorter and longer words are none. */
const HEX = /\b[0-9a-f]{7,40}\b/gi;
const apart = (text) => text.replace(SIGNS, `$&${NOTHING}`).replace(HEX, (run) => (run.match(/.{1,6}/g) ?? []).join(NOTHING));
/** Text from elsewhere as inline code, in a table or out of it. */
function code(text) {
    const shown = visible(text).replaceAll('|', '\\|');
    const fence = '`'.repeat(longest(shown) + 1);
    return /^`|`$/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
/** Lines as a block of code that nothing in them ends. */
function block(language, text) {
    const shown = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, '\ufffd');
    const fence = '`'.repeat(Math.max(3, longest(shown) + 1));
    return [`${fence}${language}`, shown, fence];
}
/** At most so much of what a check saw: the whole stands in compatibility.json. */
const short = (text, length = 600) => text.length > length ? `${text.slice(0, length)} … (${text.length - length} characters more)` : text;
const longest = (text) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
/** One line, and nothing in it that hides or turns text. */
const visible = (text) => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');


/***/ }),

/***/ 51969:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   F2: () => (/* binding */ KEY_NOTE),
/* harmony export */   Zv: () => (/* binding */ BESIDE),
/* harmony export */   aI: () => (/* binding */ COMPARE),
/* harmony export */   tQ: () => (/* binding */ statementsAmong)
/* harmony export */ });
/* harmony import */ var _release_chains_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(44119);


/** What compares every file with checksums.txt, for who has all of them. */
const COMPARE = `sha256sum -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`;
/** What is said beside the command lines, a piece of text and a command in turns. */
const BESIDE = [
    ['With only some of the files', `sha256sum --ignore-missing -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`],
    ['On macOS', `shasum -a 256 -c ${_release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .CHECKSUMS */ .vM}`]
];
/** Where `cosign.pub` comes from, for a signature by key. */
const KEY_NOTE = 'cosign.pub is the public key of the publisher. It comes from them and not with the release, and lies beside the folder.';
/** The signed statements of a release with files of these names. */
const statementsAmong = (names) => [
    { name: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .PROVENANCE */ .EK, predicateType: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .SLSA */ .yZ },
    { name: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .COMPATIBILITY */ .FZ, predicateType: _release_chains_js__WEBPACK_IMPORTED_MODULE_0__/* .TEST_RESULT */ .bo }
].filter(({ name }) => names.includes(name));


/***/ }),

/***/ 25699:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ losses)
/* harmony export */ });
/* harmony import */ var _matrix_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(53677);

/** What the checks of all trials saw being lost; what was not known before comes first. */
function losses(verdicts) {
    const seen = verdicts.flatMap((verdict) => verdict.checks.flatMap(({ loss }) => (loss ? [{ loss, verdict, key: keyOf(loss) }] : [])));
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
                ways: waysOf(same.map(({ loss }) => loss)),
                trials: [...new Set(same.map(({ verdict }) => (0,_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .trialName */ .Ko)(verdict.trial)))],
                servers: [...new Set(same.map(({ verdict }) => (0,_matrix_js__WEBPACK_IMPORTED_MODULE_0__/* .serverOf */ .FN)(verdict)))].filter((server) => server !== '')
            }
        ];
    });
    return [...all.filter(({ because }) => because === undefined), ...all.filter(({ because }) => because !== undefined)];
}
const keyOf = ({ kind, fields, because }) => JSON.stringify([kind, fields, because]);
const waysOf = (lost) => {
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
/* harmony export */   FN: () => (/* binding */ serverOf),
/* harmony export */   Ko: () => (/* binding */ trialName),
/* harmony export */   UP: () => (/* binding */ matrix),
/* harmony export */   dJ: () => (/* binding */ failuresOf)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

function matrix({ verdicts, broken }) {
    const trials = [...verdicts, ...broken].map(({ trial }) => trial);
    const columns = [...new Set(trials.map(({ kubernetes }) => kubernetes))]
        .map((kubernetes) => {
        const answered = verdicts.find((verdict) => verdict.trial.kubernetes === kubernetes && verdict.cluster);
        return { kubernetes, name: answered?.cluster?.server ?? kubernetes ?? 'no cluster' };
    })
        .sort((a, b) => Number(!a.kubernetes) - Number(!b.kubernetes) || byNumber(a.name, b.name));
    return {
        columns,
        rows: [...new Set(trials.map(trialName))].map((name) => ({
            name,
            cells: columns.map(({ kubernetes }) => {
                const here = ({ trial }) => trialName(trial) === name && trial.kubernetes === kubernetes;
                return { verdicts: verdicts.filter(here), broken: broken.filter(here) };
            })
        }))
    };
}
const byNumber = (a, b) => a.localeCompare(b, 'en', { numeric: true });
/** A trial in a few words: `workload: shares` with what it is about, or `smi, CRDs all` with the set that it installed. */
const trialName = ({ suite, subject, with: given }) => {
    const set = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)(given['set']);
    return `${suite}${subject === undefined ? '' : `: ${subject}`}${set === '' ? '' : `, CRDs ${set}`}`;
};
const serverOf = ({ cluster }) => cluster?.server ?? '';
/** How many checks did not hold. */
const failuresOf = ({ checks }) => checks.filter(({ outcome }) => outcome === 'failed').length;


/***/ }),

/***/ 91082:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C: () => (/* binding */ spokenIn)
/* harmony export */ });
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23659);

/** Which SMI versions the program speaks by its import graph, as its trials were given them; sorted. */
const spokenIn = ({ verdicts, broken }) => [...new Set([...verdicts, ...broken].flatMap(({ trial }) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .items */ .ld)(trial.with['speaks']).map(_base_json_js__WEBPACK_IMPORTED_MODULE_0__/* .text */ .Qq)))].sort();


/***/ }),

/***/ 55407:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  failure: () => (/* binding */ failure),
  z: () => (/* binding */ summary)
});

// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(82577);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
// EXTERNAL MODULE: ./src/report/trial-title.ts
var trial_title = __webpack_require__(44781);
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





/** Suite × Kubernetes; nothing where one version says no more than the table of verdicts. */
function matrixTable(proof) {
    const { columns, rows } = (0,matrix/* matrix */.UP)(proof);
    if (columns.filter(({ kubernetes }) => kubernetes !== undefined).length < 2)
        return [];
    return [
        '',
        '### Suites and Kubernetes',
        '',
        ...table(['suite', ...columns.map(({ name }) => (0,markdown.md)(name))], rows.map(({ name, cells }) => [
            (0,markdown.md)(name),
            ...cells.map(({ verdicts, broken }) => [...verdicts.map(inCell), ...broken.map(() => '**no verdict**')].join(', '))
        ]))
    ];
}
/** What the checks saw being lost between versions. */
function lossTable(verdicts) {
    const lost = (0,losses/* losses */.Y)(verdicts);
    if (lost.length === 0)
        return [];
    return [
        '',
        '### Lost between versions',
        '',
        ...table(['kind', 'fields', 'written → read', 'known'], lost.map(({ kind, fields, ways, because }) => [
            (0,markdown.md)(kind),
            fields.map(markdown/* code */.aY).join(', '),
            ways.map(({ written, stored, read }) => (0,markdown.md)(`${written} → ${read.join(', ')} (stored as ${stored})`)).join('; '),
            because === undefined ? '**no**' : `yes: ${(0,markdown.md)(because)}`
        ]))
    ];
}
/** Which SMI versions the program speaks, and who else does. */
function speaksTable(proof) {
    const spoken = (0,report_spoken/* spokenIn */.C)(proof);
    if (spoken.length === 0)
        return [];
    return [
        '',
        '### Who speaks the same SMI',
        '',
        `By its import graph the program speaks ${(0,markdown.md)((0,implementations/* shortVersions */.wv)(spoken))}. Others, as their sources and documents said in November 2026:`,
        '',
        ...table(['who', 'does', 'versions', 'in common', 'state'], (0,implementations/* meetings */.pB)(spoken).map(({ implementation: { name, does, versions, state }, shared, apart }) => [
            (0,markdown.md)(name),
            does === 'serves' ? 'serves it' : 'writes it',
            (0,markdown.md)((0,implementations/* shortVersions */.wv)(versions)),
            shared.length > 0
                ? (0,markdown.md)((0,implementations/* shortVersions */.wv)(shared))
                : apart.length > 0
                    ? '**the same API, no version**'
                    : 'other APIs',
            (0,markdown.md)(state)
        ]))
    ];
}
const inCell = (verdict) => verdict.outcome === 'passed'
    ? `${verdict.checks.length} hold`
    : `**${(0,matrix/* failuresOf */.dJ)(verdict)} of ${verdict.checks.length} failed**`;
const table = (head, rows) => [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`);

// EXTERNAL MODULE: ./src/report/verifying.ts
var verifying = __webpack_require__(61701);
// EXTERNAL MODULE: ./src/report/vulnerabilities.ts
var vulnerabilities = __webpack_require__(50628);
;// CONCATENATED MODULE: ./src/report/summary.ts









/** The job summary: one table of verdicts, one of files, the command that verifies them, and where the time went. */
function summary(story) {
    const { plan, artifacts, spans, tools, verification, url } = story;
    return [
        `## ${(0,markdown.md)(plan.name)} ${(0,markdown.md)(plan.version)}: ${plan.mode}`,
        '',
        `Commit ${(0,markdown/* code */.aY)(plan.commit.slice(0, 12))}, built with ${(0,markdown.md)(plan.go.version)}. ${[signed(plan), published(plan, url)].filter(Boolean).join(' ')}`,
        ...plan.notes.map((note) => `\n> ${(0,markdown.md)(note)}`),
        '',
        '### Proof',
        '',
        ...('skip' in plan.trials ? [`Skipped: ${(0,markdown.md)(plan.trials.skip)}.`] : proofTable(story)),
        ...plan.unproved.map(({ suite, why }) => `\nNot proved, ${suite}: ${(0,markdown.md)(why)}.`),
        ...matrixTable(story),
        ...lossTable(story.verdicts),
        ...speaksTable(story),
        '',
        ...(0,vulnerabilities/* vulnerabilityTable */.d)(story),
        '### Files',
        '',
        '| file | target | size | sha256 |',
        '| --- | --- | ---: | --- |',
        ...artifacts.map(({ name, target, size, sha256 }) => `| ${(0,markdown.md)(name)} | ${target ? (0,go_target/* formatTarget */.P4)(target) : ''} | ${(0,base_text/* bytes */.ee)(size)} | ${(0,markdown/* code */.aY)(sha256)} |`),
        '',
        ...(verification.length
            ? ['### Verify', '', 'In the folder with the files:', '', ...(0,verifying/* verifying */.M)(verification), '']
            : []),
        '### Tools',
        '',
        '| tool | version | from | checked |',
        '| --- | --- | --- | --- |',
        ...tools.map(({ name, version, source, vouched }) => `| ${(0,markdown.md)(name)} | ${(0,markdown.md)(version)} | ${source} | ${(0,markdown.md)(vouched)} |`),
        '',
        '### Time',
        '',
        ...(0,markdown/* block */.om)('mermaid', gantt(spans)),
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
        ...(0,markdown/* block */.om)('text', (0,markdown/* short */.h0)(message, 4000)),
        ...(known && error.hint ? ['', ...(0,markdown/* block */.om)('text', (0,markdown/* short */.h0)(error.hint, 4000))] : []),
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
        return `Not signed: ${(0,markdown.md)(signing.skip)}.`;
    const [how] = signing.work;
    return how?.mode === 'rehearsal' ? `Not signed: ${(0,markdown.md)(how.why)}.` : undefined;
}
function published({ publication }, url) {
    if (url !== undefined)
        return `Published: ${/^https?:\/\/[^\s<>]+$/.test(url) ? `<${url}>` : (0,markdown/* code */.aY)(url)}.`;
    return 'skip' in publication ? `Not published: ${(0,markdown.md)(publication.skip)}.` : 'Not published.';
}
/** A row a trial, below it what did not hold, and how long each cluster took to be ready. */
function proofTable({ verdicts, broken, clusters, left = [] }) {
    const failed = verdicts.flatMap(({ trial, cluster, checks }) => checks
        .filter(({ outcome }) => outcome === 'failed')
        .map(({ claim, seen }) => {
        const where = cluster ? ` on ${(0,markdown.md)(cluster.server)}` : '';
        return `- **${(0,markdown.md)((0,trial_title/* titleOf */.G)(trial))}**${where}: not true: ${(0,markdown.md)(claim)}. Seen: ${(0,markdown.md)((0,markdown/* short */.h0)(seen))}`;
    }));
    const unproved = broken.map(({ trial, failure }) => `- **${(0,markdown.md)((0,trial_title/* titleOf */.G)(trial))}** on ${(0,markdown.md)(trial.kubernetes ?? 'no cluster')}: no verdict: ${(0,markdown.md)((0,markdown/* short */.h0)(failure.message))}`);
    const remains = left.map(({ kubernetes, failure }) => `- Kubernetes **${(0,markdown.md)(kubernetes)}**: something of ours is left: ${(0,markdown.md)((0,markdown/* short */.h0)(failure.message))}`);
    return [
        '| suite | Kubernetes | cluster | checks | verdict | time |',
        '| --- | --- | --- | ---: | --- | ---: |',
        ...verdicts.map(({ trial, cluster, checks, outcome, ms }) => `| ${(0,markdown.md)((0,trial_title/* titleOf */.G)(trial))} | ${cluster ? (0,markdown.md)(cluster.server) : ''} | ${cluster ? (0,markdown.md)(cluster.provider) : 'none'}${cluster?.simulated ? ', pods simulated' : ''} | ${checks.length} | ${outcome === 'failed' ? '**failed**' : outcome} | ${(0,base_text/* seconds */.YA)(ms)} |`),
        ...broken.map(({ trial }) => `| ${(0,markdown.md)((0,trial_title/* titleOf */.G)(trial))} | ${(0,markdown.md)(trial.kubernetes ?? '')} |  |  | **none** |  |`),
        ...(failed.length + unproved.length + remains.length ? ['', ...failed, ...unproved, ...remains] : []),
        ...(clusters.length
            ? [
                '',
                `Ready: ${clusters.map(({ server, ms, logs }) => `${(0,markdown.md)(server)} after ${(0,base_text/* seconds */.YA)(ms)}${logs === null ? '' : `, its logs in ${(0,markdown/* code */.aY)(logs)}`}`).join(', ')}.`
            ]
            : []),
        ...verdicts.flatMap(rollback)
    ];
}
/** The upgrade and the way back as a picture, with what was compared, folded away. */
function rollback({ trial, compared, moments = [] }) {
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
        `<details><summary>${(0,markdown/* inHtml */.dj)((0,trial_title/* titleOf */.G)(trial))}: the upgrade and the way back</summary>`,
        '',
        ...versions.map(({ name, origin }) => `- ${(0,markdown.md)(name)}: ${(0,markdown.md)(origin)}`),
        '',
        ...(0,markdown/* block */.om)('mermaid', gantt(spans)),
        '',
        '</details>'
    ];
}


/***/ }),

/***/ 44781:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G: () => (/* binding */ titleOf)
/* harmony export */ });
/** A trial in a word or two: `smi`, `smi, CRDs linkerd`, `workload: controller`; the set `all` goes without saying. */
const titleOf = ({ suite, subject, with: { set = 'all' } }) => `${suite}${subject === undefined ? '' : `: ${subject}`}${typeof set === 'string' && set !== 'all' ? `, CRDs ${set}` : ''}`;


/***/ }),

/***/ 61701:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ verifying),
/* harmony export */   f: () => (/* binding */ needsKey)
/* harmony export */ });
/* harmony import */ var _model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51969);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(72584);


/** How a release is verified, as lines of Markdown: `commands`, and what is said beside them. */
const verifying = (commands) => [
    ...(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .block */ .om)('sh', commands.join('\n')),
    '',
    [
        ..._model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .BESIDE */ .Zv.map(([when, command]) => `${when}: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(command)}.`),
        ...(needsKey(commands) ? [(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_1__.md)(_model_verification_commands_js__WEBPACK_IMPORTED_MODULE_0__/* .KEY_NOTE */ .F2)] : [])
    ].join(' ')
];
const needsKey = (commands) => commands.some((line) => line.includes(' --key '));


/***/ }),

/***/ 50628:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ vulnerabilityReport),
/* harmony export */   d: () => (/* binding */ vulnerabilityTable)
/* harmony export */ });
/* harmony import */ var _vulnerabilities_model_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(67631);
/* harmony import */ var _vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64614);
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72584);



/** The section of the summary: what is reachable with its fix, and how many others there are; lines of Markdown. */
function vulnerabilityTable({ plan, vulnerabilities }) {
    if ('skip' in plan.vulnerabilities)
        return [];
    const title = ['### Known vulnerabilities', ''];
    if (!vulnerabilities)
        return [];
    if ('unknown' in vulnerabilities)
        return [
            ...title,
            `**Not known**: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)(vulnerabilities.database)} could not be asked: ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(vulnerabilities.unknown))}.`,
            ''
        ];
    const { found, programs, database, modified } = vulnerabilities;
    const asked = `${programs} programs, ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)(database)}${modified === null ? '' : ` of ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)(modified)}`}`;
    const open = found.filter(_vulnerabilities_model_js__WEBPACK_IMPORTED_MODULE_1__/* .isOpen */ .nT);
    const accepted = found.filter(_vulnerabilities_model_js__WEBPACK_IMPORTED_MODULE_1__/* .isAccepted */ .oB);
    const others = found.filter((item) => !(0,_vulnerabilities_model_js__WEBPACK_IMPORTED_MODULE_1__/* .isReachable */ .kj)(item));
    return [
        ...title,
        `${open.length > 0 ? `**${open.length} reachable**` : (0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .sayNothingOpen */ .Ph)(accepted.length)} (${asked}).`,
        '',
        ...(open.length === 0
            ? []
            : ['| known as | in | what | repaired | reachable |', '| --- | --- | --- | --- | --- |', ...open.map(row), '']),
        ...(accepted.length === 0
            ? []
            : [
                '| accepted | in | what | until | why |',
                '| --- | --- | --- | --- | --- |',
                ...accepted.map(acceptedRow),
                ''
            ]),
        ...(others.length === 0
            ? []
            : [
                `In modules of the programs, and not in the programs: ${others.map((item) => `${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(item))} in ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .holderOf */ .Kd)(item))} (${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .fixOf */ .BW)(item))})`).join(', ')}.`,
                ''
            ])
    ];
}
const row = (item) => `| ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(item))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .holderOf */ .Kd)(item))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(item.summary))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .fixOf */ .BW)(item))}${item.expired ? (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)(`; accepted until ${item.expired.until}, which is over`) : ''} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(item.symbols.join(', ')))} |`;
const acceptedRow = (item) => `| ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .nameOf */ .Vb)(item))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_vulnerabilities_wording_js__WEBPACK_IMPORTED_MODULE_2__/* .holderOf */ .Kd)(item))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(item.summary))} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)(item.accepted?.until ?? '')} | ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)((0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .short */ .h0)(item.accepted?.reason ?? ''))} |`;
/** `report/vulnerabilities.json`. */
const vulnerabilityReport = ({ plan, vulnerabilities }) => ({
    schema: 1,
    name: plan.name,
    version: plan.version,
    commit: plan.commit,
    /** Why nobody was asked, or why nobody answered; null where somebody did. */
    skipped: 'skip' in plan.vulnerabilities ? plan.vulnerabilities.skip : null,
    unknown: vulnerabilities && 'unknown' in vulnerabilities ? vulnerabilities.unknown : null,
    database: vulnerabilities?.database ?? null,
    modified: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.modified : null,
    programs: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.programs : 0,
    found: vulnerabilities && 'found' in vulnerabilities ? vulnerabilities.found : [],
    /** Entries of slipway.yaml that accept nothing that is reachable. */
    unused: (vulnerabilities && 'found' in vulnerabilities && vulnerabilities.unused) || []
});


/***/ }),

/***/ 5688:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   pB: () => (/* binding */ meetings),
/* harmony export */   wv: () => (/* binding */ shortVersions)
/* harmony export */ });
/* unused harmony export IMPLEMENTATIONS */
const access = (...versions) => versions.map((version) => `access.smi-spec.io/${version}`);
const specs = (...versions) => versions.map((version) => `specs.smi-spec.io/${version}`);
const split = (...versions) => versions.map((version) => `split.smi-spec.io/${version}`);
/** Who speaks what, as read in their sources and documents in November 2026. SMI is archived: this will not change much. */
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
/** Whom a program that speaks these versions meets, in the order of IMPLEMENTATIONS. */
const meetings = (speaks) => IMPLEMENTATIONS.map((implementation) => {
    const shared = speaks.filter((version) => implementation.versions.includes(version));
    const groups = new Set(speaks.map(groupOf));
    const apart = [...groups].filter((group) => implementation.versions.some((version) => groupOf(version) === group) &&
        !shared.some((version) => groupOf(version) === group));
    return { implementation, shared, apart };
});
const groupOf = (version) => version.split('/', 1)[0] ?? '';
/** `split v1alpha1–3` instead of three long names. */
const shortVersions = (versions) => {
    const byGroup = new Map();
    for (const version of versions) {
        const group = groupOf(version).replace('.smi-spec.io', '');
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
/** What should not ship: it can be reached, and nobody has accepted it. */
const isOpen = (item) => isReachable(item) && item.accepted === undefined;
const isAccepted = (item) => isReachable(item) && item.accepted !== undefined;


/***/ }),

/***/ 64614:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BW: () => (/* binding */ fixOf),
/* harmony export */   FM: () => (/* binding */ sayExpired),
/* harmony export */   Kd: () => (/* binding */ holderOf),
/* harmony export */   Ph: () => (/* binding */ sayNothingOpen),
/* harmony export */   RY: () => (/* binding */ findVulnerableLines),
/* harmony export */   Vb: () => (/* binding */ nameOf),
/* harmony export */   kJ: () => (/* binding */ findAcceptanceLines),
/* harmony export */   sG: () => (/* binding */ outcomeOf)
/* harmony export */ });
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);
/* harmony import */ var _model_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(67631);


/** `GO-2021-0113 (CVE-2021-38561)`. */
const nameOf = ({ id, aliases }) => {
    const known = aliases.find((alias) => alias.startsWith('CVE-')) ?? aliases[0];
    return known === undefined ? id : `${id} (${known})`;
};
/** What to do about one: the version to go to, or that there is none. */
const fixOf = ({ module, fixed }) => fixed === null
    ? 'no version repairs it'
    : module === 'stdlib'
        ? `repaired in Go ${fixed.replace(/^v/, '')}`
        : `repaired in ${fixed}`;
/** A module as people name it. */
const holderOf = ({ module, version }) => module === 'stdlib' ? `Go ${version.replace(/^v/, '')}` : `${module}@${version}`;
/** A line about what came of the scan. */
const outcomeOf = (scanned) => {
    if ('unknown' in scanned)
        return `not known: ${scanned.unknown}`;
    const open = scanned.found.filter(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT).length;
    const accepted = scanned.found.filter(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .isAccepted */ .oB).length;
    const others = scanned.found.filter((item) => !(0,_model_js__WEBPACK_IMPORTED_MODULE_0__/* .isReachable */ .kj)(item)).length;
    return [
        (0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .count */ .U9)(scanned.programs, 'program'),
        ...(open === 0 && accepted === 0 ? ['nothing known is reachable'] : []),
        ...(open === 0 ? [] : [`${open} REACHABLE`]),
        ...(accepted === 0 ? [] : [`${accepted} reachable and accepted`]),
        ...(others === 0 ? [] : [`${others} in modules only`])
    ].join(', ');
};
/** What a report says where nothing is reachable but what was accepted, which may be nothing. */
const sayNothingOpen = (accepted) => accepted === 0 ? 'Nothing known is reachable' : 'Nothing is reachable but what is accepted';
/** What is reachable and not accepted, on the lines of go.mod that decide it; `file` is that go.mod, relative to the repository. */
const findVulnerableLines = ({ found }, goMod, file, severity) => found.filter(_model_js__WEBPACK_IMPORTED_MODULE_0__/* .isOpen */ .nT).map((item) => {
    const line = lineOf(item, goMod.split(/\r?\n/));
    return {
        rule: RULE,
        severity,
        file,
        ...(line !== undefined && { line }),
        message: `${nameOf(item)} in ${holderOf(item)}: ${item.summary || 'no summary'}; ${fixOf(item)}; in the programs: ${item.symbols.join(', ')}`
    };
});
/** What is to be said of entries of slipway.yaml: those whose day is over, and those that can go. `file` is that file. */
const findAcceptanceLines = ({ found, unused = [] }, file, severity) => [
    ...found.flatMap((item) => item.expired
        ? [
            {
                rule: RULE,
                severity,
                file,
                line: item.expired.line,
                message: `${sayExpired(item.expired)}: ${nameOf(item)} in ${holderOf(item)}`
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
/** That an entry accepts nothing any more. */
const sayExpired = ({ id, until }) => `${id} was accepted until ${until}, which is over`;
/** Where go.mod says the version: of a module in its requirement or replacement, of Go in its toolchain or go line. */
function lineOf({ module, version }, lines) {
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
