export const id = 5548;
export const ids = [5548];
export const modules = {

/***/ 80165:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   R: () => (/* binding */ refuseOperands)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

function refuseOperands({ command, operands }) {
    if (operands.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('input', `${command} takes flags only, not ${operands.join(' ')}`, {
            hint: `slipway ${command} --help lists its flags.`
        });
}


/***/ }),

/***/ 25548:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runCrds: () => (/* binding */ runCrds)
/* harmony export */ });
/* harmony import */ var _config_parse_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(58353);
/* harmony import */ var _context_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80165);


async function runCrds(request, context) {
    (0,_context_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOperands */ .R)(request);
    const { set, storage } = (0,_config_parse_js__WEBPACK_IMPORTED_MODULE_0__.parseInputs)(request.read);
    const { makeCrdSet, formatCrdsYaml } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(7780)]).then(__webpack_require__.bind(__webpack_require__, 57780));
    context.print(formatCrdsYaml(makeCrdSet(set, { storage })).trimEnd());
}


/***/ }),

/***/ 81835:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B8: () => (/* binding */ SIGNER_INPUTS),
/* harmony export */   w0: () => (/* binding */ chooseExpectedSigner),
/* harmony export */   zP: () => (/* binding */ refuseAmbiguousSigner)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);

const SIGNER_INPUTS = ['key', 'identity', 'issuer'];
function refuseAmbiguousSigner({ key, identity, issuer }) {
    const isSound = key === '' ? (identity === '') === (issuer === '') : identity === '' && issuer === '';
    if (isSound)
        return;
    throw new Error('the expected signer is a key, or an identity with its issuer (give key alone, or identity and issuer together)');
}
function chooseExpectedSigner({ key, identity, issuer }, folder) {
    if (key !== '')
        return { key: resolveKey(folder, key) };
    return identity === '' ? undefined : { identity, issuer };
}
const resolveKey = (folder, key) => (/^[a-z0-9+]+:\/\//.test(key) ? key : (0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(folder, key));


/***/ }),

/***/ 58353:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $M: () => (/* binding */ findSuiteSettings),
/* harmony export */   Dp: () => (/* binding */ PROJECT_FILE),
/* harmony export */   P$: () => (/* binding */ parseSettings),
/* harmony export */   Xg: () => (/* binding */ readConfig),
/* harmony export */   parseInputs: () => (/* binding */ parseInputs)
/* harmony export */ });
/* unused harmony export NO_PROJECT */
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _expected_signer_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(81835);
/* harmony import */ var _suites_suites_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7196);
/* harmony import */ var _inputs_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(79178);





const PROJECT_FILE = 'slipway.yaml';
const NO_PROJECT = {
    name: undefined,
    builds: [],
    archiveFiles: [],
    accepted: [],
    acceptedStubs: [],
    steps: [],
    ..._suites_suites_js__WEBPACK_IMPORTED_MODULE_3__/* .UNSAID */ .rK
};
const findSuiteSettings = (project, { settings }) => settings && project[settings.key];
async function readConfig(files, folder, read) {
    const bytes = await files.read((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, PROJECT_FILE));
    return await parseSettings(bytes && Buffer.from(bytes).toString('utf8'), PROJECT_FILE, read);
}
async function parseSettings(text, path, read) {
    if (text === undefined)
        return { config: parseInputs(read), project: NO_PROJECT, findLine: () => undefined };
    const { parseProject } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(8815), __webpack_require__.e(6306)]).then(__webpack_require__.bind(__webpack_require__, 26306));
    const { read: own, project, findLine } = parseProject(text, path);
    return { config: parseInputs((name) => read(name) ?? own(name)), project, findLine };
}
const LONGEST = 100_000;
const SHOWN = 2000;
function parseInputs(read) {
    const parsed = {};
    const mistakes = [];
    for (const [name, input] of Object.entries(_inputs_js__WEBPACK_IMPORTED_MODULE_4__/* .INPUTS */ .m)) {
        const given = read(name);
        const text = given?.text.trim();
        try {
            if (text !== undefined && text.length > LONGEST)
                throw new Error(`is ${text.length} characters long, and no value is longer than ${LONGEST}`);
            parsed[name] = input.parse(text ? text : input.default);
        }
        catch (error) {
            mistakes.push(describeInputMistake(given?.from ?? name, error));
        }
    }
    const config = parsed;
    try {
        if (_expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNER_INPUTS */ .B8.every((name) => name in parsed))
            (0,_expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .refuseAmbiguousSigner */ .zP)(config);
    }
    catch (error) {
        const given = _expected_signer_js__WEBPACK_IMPORTED_MODULE_2__/* .SIGNER_INPUTS */ .B8.filter((name) => config[name] !== '');
        mistakes.push(describeInputMistake(given.map((name) => read(name)?.from ?? name).join(', '), error));
    }
    if (mistakes.length)
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', mistakes.join('\n'), {
            code: 'invalid-inputs',
            hint: 'See "Inputs" in the README, or --help.'
        });
    return config;
}
function describeInputMistake(from, error) {
    const { message, hint } = error;
    const said = message.length > SHOWN ? `${message.slice(0, SHOWN)}…` : message;
    return `${from}: ${said}${hint ? ` (${hint})` : ''}`;
}


/***/ })

};
