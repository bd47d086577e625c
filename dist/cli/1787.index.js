export const id = 1787;
export const ids = [1787];
export const modules = {

/***/ 31787:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   clustersOf: () => (/* binding */ clustersOf)
/* harmony export */ });
/* harmony import */ var _go_environment_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(29083);

/** The provider that the plan names. Each is loaded when it is needed: the client for Kubernetes is heavy. */
async function clustersOf(plan, parts) {
    switch (plan.provider) {
        case 'control-plane': {
            const { controlPlane } = await __webpack_require__.e(/* import() */ 6726).then(__webpack_require__.bind(__webpack_require__, 56726));
            return controlPlane({ ...parts, env: (0,_go_environment_js__WEBPACK_IMPORTED_MODULE_0__/* .goEnvironment */ .I$)({ PATH: parts.env['PATH'] }) });
        }
        case 'kind': {
            const { kindClusters } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(134), __webpack_require__.e(6143)]).then(__webpack_require__.bind(__webpack_require__, 26143));
            return kindClusters(plan, parts);
        }
        case 'kubeconfig': {
            const { running } = await Promise.all(/* import() */[__webpack_require__.e(8815), __webpack_require__.e(6921), __webpack_require__.e(134), __webpack_require__.e(6073)]).then(__webpack_require__.bind(__webpack_require__, 86073));
            return running(plan, parts);
        }
    }
}


/***/ })

};
