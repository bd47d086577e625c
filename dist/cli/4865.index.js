export const id = 4865;
export const ids = [4865];
export const modules = {

/***/ 64865:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   data: () => (/* binding */ data),
/* harmony export */   fixtures: () => (/* binding */ fixtures)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(26921);
/* harmony import */ var _settings_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98556);


const calling = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP())
    .min(1)
    .refine((args) => args.some((arg) => arg.includes('{fixture}')), { message: 'one of the arguments holds {fixture}' });
const data = zod__WEBPACK_IMPORTED_MODULE_1__/* .strictObject */ .rej({
    name: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().regex(/^[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?$/),
    program: zod__WEBPACK_IMPORTED_MODULE_1__/* .string */ .YjP().optional().describe('Which program of the module; left out: the only one.'),
    files: zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(_settings_js__WEBPACK_IMPORTED_MODULE_0__/* .file */ .N)
        .default([])
        .describe('Fixtures: files, or folders with all that is in them; left out: SMI objects, when the program speaks SMI.'),
    read: calling.describe('Arguments by which the program reads {fixture}, and ends.'),
    write: calling
        .optional()
        .describe('Arguments by which the program writes {fixture} anew; what one version wrote the other must read.'),
    stdout: zod__WEBPACK_IMPORTED_MODULE_1__/* ["enum"] */ .k5n(['auto', 'ignore', 'json', 'equal'])
        .default('auto')
        .describe('What both must say of one fixture. json: every value that the older gives, the newer gives too. auto: json where it is JSON.'),
    backward: zod__WEBPACK_IMPORTED_MODULE_1__/* .boolean */ .zMY()
        .default(true)
        .describe('Whether the baseline must read what the candidate has or writes; false is a way back that you give up.'),
    within: zod__WEBPACK_IMPORTED_MODULE_1__/* .number */ .aig().min(1).max(600).default(20).describe('Seconds for each call.')
})
    .describe('Files that the program reads: fixtures of both versions, read by both.');
const fixtures = zod__WEBPACK_IMPORTED_MODULE_1__/* .array */ .YOg(data).default([]).describe('Files that suite data has both versions read.');


/***/ }),

/***/ 98556:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   N: () => (/* binding */ file),
/* harmony export */   a: () => (/* binding */ files)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(26921);

const part = (not) => String.raw `([^${not}/\\.][^/\\]*|\.([^/\\.][^/\\]*)?|\.\.[^/\\]+)`;
const file = zod__WEBPACK_IMPORTED_MODULE_0__/* .string */ .YjP()
    .regex(new RegExp(`^${part('-')}(/${part('')})*/?$`), 'must be a path below the module, with /');
const files = zod__WEBPACK_IMPORTED_MODULE_0__/* .array */ .YOg(file.describe('A file or folder, relative to the module, with /.'));


/***/ })

};
