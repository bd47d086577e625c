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


/**
 * Where the proof can run here, and why there; only looks. `auto`: the provider that an input names, else the first that
 * works, in the order of the list; one behind it where that can be had and only it has the Kubernetes versions that are
 * asked for, or pods that run. Rejects with a Failure when what was asked for by name cannot be had. `pinned` stands in
 * for the releases of providers.
 */
async function chooseProvider(asked, looking, pinned = {}) {
    const providers = _providers_js__WEBPACK_IMPORTED_MODULE_1__/* .PROVIDERS */ .xq.map((provider) => ({ ...provider, releases: pinned[provider.name] ?? provider.releases }));
    if (asked.cluster !== 'auto')
        return await (0,_providers_js__WEBPACK_IMPORTED_MODULE_1__/* .providerNamed */ .li)(asked.cluster, providers).choose(asked, `cluster is ${asked.cluster}`, looking);
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
            return await bestOf(choice, provider, providers.slice(i + 1), asked, looking);
        missing.push(choice.missing);
    }
    return { missing: missing.join('; ') };
}
/** What works first, or one behind it that proves more of what is asked for; what would have been better is told. */
async function bestOf(first, provider, others, asked, looking) {
    let { why } = first;
    for (const other of others) {
        const better = whyBetter(other, provider, asked);
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
/** Why a provider proves more of what is asked for than another one does, where it does. */
function whyBetter(other, first, { kubernetes, pods }) {
    if (other.auto === undefined)
        return undefined;
    const minors = kubernetes === 'auto' ? [] : kubernetes;
    if (minors.some((minor) => other.releases[minor] === undefined))
        return undefined;
    const only = minors.filter((minor) => first.releases[minor] === undefined);
    if (only.length)
        return `only ${other.name} has Kubernetes ${only.join(', ')}`;
    return pods && (0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .providerNamed */ .l)(other.name).pods === 'run' && (0,_model_cluster_providers_js__WEBPACK_IMPORTED_MODULE_0__/* .providerNamed */ .l)(first.name).pods !== 'run'
        ? 'slipway.yaml rolls programs out in pods (deployment), and only there they run'
        : undefined;
}


/***/ })

};
