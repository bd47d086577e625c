export const id = 9070;
export const ids = [9070];
export const modules = {

/***/ 79070:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   crdify: () => (/* binding */ crdify),
/* harmony export */   summarizeCrdify: () => (/* binding */ summarizeCrdify)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0___default = /*#__PURE__*/__webpack_require__.n(node_path__WEBPACK_IMPORTED_MODULE_0__);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_json_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(23659);
/* harmony import */ var _base_limits_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(58369);
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




const PATIENCE_MS = 60_000;
const crdify = ({ processes, files, env }) => async (before, after, signal) => {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const scratch = __addDisposableResource(env_1, await files.scratch('crdify'), true);
        const [old, now] = [(0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch.path, 'old.json'), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch.path, 'new.json')];
        await files.write(old, JSON.stringify(before));
        await files.write(now, JSON.stringify(after));
        const log = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(scratch.path, 'said');
        let how;
        try {
            const env_2 = { stack: [], error: void 0, hasError: false };
            try {
                const running = __addDisposableResource(env_2, await processes.start(['crdify', '--output', 'json', `file://${old}`, `file://${now}`], {
                    cwd: scratch.path,
                    env: { PATH: env['PATH'] ?? '', HOME: scratch.path },
                    log
                }), true);
                const patience = AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]);
                const end = await Promise.race([running.exit, awaitAbort(patience)]);
                signal.throwIfAborted();
                if (!end)
                    return `crdify did not end within ${PATIENCE_MS / 1000} s`;
                how = end.by ? `ended by ${end.by}` : `exit status ${end.status}`;
            }
            catch (e_1) {
                env_2.error = e_1;
                env_2.hasError = true;
            }
            finally {
                const result_1 = __disposeResources(env_2);
                if (result_1)
                    await result_1;
            }
        }
        catch (error) {
            if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H && error.kind === 'environment')
                return undefined;
            throw error;
        }
        const said = await files.tail(log, _base_limits_js__WEBPACK_IMPORTED_MODULE_2__/* .LIMITS */ .b1.document.most);
        return summarizeCrdify(Buffer.from(said?.bytes ?? []).toString('utf8'), how);
    }
    catch (e_2) {
        env_1.error = e_2;
        env_1.hasError = true;
    }
    finally {
        const result_2 = __disposeResources(env_1);
        if (result_2)
            await result_2;
    }
};
const awaitAbort = (signal) => new Promise((resolve) => {
    if (signal.aborted)
        resolve(undefined);
    else
        signal.addEventListener('abort', () => resolve(undefined), { once: true });
});
function summarizeCrdify(output, how) {
    const said = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .parseJson */ .qF)(output);
    if (said === undefined)
        return `crdify, ${how}: ${output.trim().slice(0, 300) || 'it says nothing'}`;
    const { crdValidation, sameVersionValidation, servedVersionValidation } = (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(said);
    const results = [
        ...(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readItems */ .F1)(crdValidation).map((result) => ({ where: '', result })),
        ...[sameVersionValidation, servedVersionValidation].flatMap((versions) => Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(versions)).flatMap(([version, paths]) => Object.entries((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(paths)).flatMap(([path, list]) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readItems */ .F1)(list).map((result) => ({ where: `${version} ${path}: `, result })))))
    ];
    const told = (key) => results.flatMap(({ where, result }) => (0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readItems */ .F1)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(result)[key]).map((one) => `${where}${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)((0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readFields */ .qU)(result)['name'])}: ${(0,_base_json_js__WEBPACK_IMPORTED_MODULE_3__/* .readText */ .yR)(one)}`));
    const list = (all, what) => all.length ? [`${all.length} ${what}${all.length > 1 ? 's' : ''}: ${all.slice(0, 10).join('; ')}`] : [];
    return [...list(told('errors'), 'error'), ...list(told('warnings'), 'warning')].join('. ') || 'it finds nothing';
}


/***/ })

};
