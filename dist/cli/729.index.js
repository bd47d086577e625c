export const id = 729;
export const ids = [729];
export const modules = {

/***/ 729:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   chooseProvider: () => (/* binding */ chooseProvider)
/* harmony export */ });
/* harmony import */ var _model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(37964);
/* harmony import */ var _providers_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(17032);


async function chooseProvider(asked, looking, pinned = {}) {
    const providers = _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq.map((provider) => ({ ...provider, releases: pinned[provider.name] ?? provider.releases }));
    if (asked.cluster !== 'auto')
        return await (0,_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .findProvider */ .lh)(asked.cluster, providers).choose(asked, `cluster is ${asked.cluster}`, looking);
    for (const provider of providers) {
        const why = provider.namedBy?.(asked);
        if (why !== undefined)
            return await provider.choose(asked, `auto: ${why}`, looking);
    }
    const missing = [];
    for (const [i, provider] of providers.entries()) {
        if (provider.auto === undefined)
            continue;
        const choice = await provider.choose(asked, `auto: ${missing.at(-1) ?? provider.auto}`, looking);
        if (!('missing' in choice))
            return await chooseBest(choice, provider, providers.slice(i + 1), asked, looking);
        missing.push(choice.missing);
    }
    return { missing: missing.join('; ') };
}
async function chooseBest(first, provider, others, asked, looking) {
    let { why } = first;
    for (const other of others) {
        const better = explainBetter(other, provider, asked);
        if (better === undefined)
            continue;
        const choice = await other.choose(asked, `auto: ${better}`, looking);
        const missing = 'missing' in choice ? choice.missing : await other.elsewhere?.(looking);
        if (missing === undefined && !('missing' in choice))
            return choice;
        why = `${why}; ${better}, but ${missing}`;
    }
    return { ...first, why };
}
function explainBetter(other, first, { kubernetes, pods }) {
    if (other.auto === undefined)
        return undefined;
    const minors = kubernetes === 'auto' ? [] : kubernetes;
    if (minors.some((minor) => other.releases[minor] === undefined))
        return undefined;
    const only = minors.filter((minor) => first.releases[minor] === undefined);
    if (only.length)
        return `only ${other.name} has Kubernetes ${only.join(', ')}`;
    return pods && (0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .findClusterProvider */ .L)(other.name).pods === 'run' && (0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .findClusterProvider */ .L)(first.name).pods !== 'run'
        ? 'slipway.yaml rolls programs out in pods (deployment), and only there they run'
        : undefined;
}


/***/ })

};
