export const id = 5746;
export const ids = [5746];
export const modules = {

/***/ 45746:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   terminal: () => (/* binding */ terminal)
/* harmony export */ });
/* harmony import */ var log_update__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(66279);
/* harmony import */ var _line_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72091);


const BESIDE = 40;
function terminal(stream) {
    const running = new Set();
    const update = (0,log_update__WEBPACK_IMPORTED_MODULE_1__/* .createLogUpdate */ .SY)(stream, { showCursor: true });
    let timer;
    const columns = () => stream.columns || 80;
    const look = () => ({
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
        timer ??= setInterval(draw, 200).unref();
        const now = performance.now();
        const shown = [...running].slice(0, Math.max(1, (stream.rows || 24) - 2));
        const { colours, ...plain } = look();
        const lines = shown.map(({ stage, item, note, since }) => {
            const text = (0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .formatLine */ .IL)(stage, item, 'running', `${(0,_line_js__WEBPACK_IMPORTED_MODULE_0__/* .formatElapsed */ .C7)(now - since)}  ${note}`, {
                ...plain,
                colours: false
            });
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
        print(text) {
            stream.cork();
            update.clear();
            stream.write(`${text}\n`);
            draw();
            stream.uncork();
        }
    };
}


/***/ })

};
