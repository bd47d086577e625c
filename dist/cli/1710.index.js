export const id = 1710;
export const ids = [1710];
export const modules = {

/***/ 1710:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   L: () => (/* binding */ SYSTEMS),
/* harmony export */   P: () => (/* binding */ ARCHES)
/* harmony export */ });
const SYSTEMS = [
    ...['aix', 'android', 'darwin', 'dragonfly', 'freebsd', 'illumos', 'ios', 'js', 'linux', 'netbsd', 'openbsd'],
    ...['plan9', 'solaris', 'wasip1', 'windows']
];
const ARCHES = [
    ...['386', 'amd64', 'arm', 'arm64', 'loong64', 'mips', 'mips64', 'mips64le', 'mipsle', 'ppc64', 'ppc64le'],
    ...['riscv64', 's390x', 'sparc64', 'wasm']
];


/***/ })

};
