export const id = 665;
export const ids = [665];
export const modules = {

/***/ 7665:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  sbom: () => (/* binding */ sbom)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/enums/index.js
var enums = __webpack_require__(6820);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/models/index.js
var models = __webpack_require__(320);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/serialize/index.node.js
var index_node = __webpack_require__(1248);
// EXTERNAL MODULE: ./node_modules/@cyclonedx/cyclonedx-library/dist.node/spec/index.js
var spec = __webpack_require__(4321);
// EXTERNAL MODULE: ./src/go/target.ts
var go_target = __webpack_require__(2577);
// EXTERNAL MODULE: ./src/package/formats.ts
var formats = __webpack_require__(3496);
;// CONCATENATED MODULE: ./src/package/purl.ts
/**
 * A package URL of type golang (github.com/package-url/purl-spec). The path keeps its case, as Go module paths have one
 * and scanners match it.
 */
function golangPurl(path, version, qualifiers = {}, subpath = '') {
    const segments = (text) => text.split('/').map(encodeURIComponent).join('/');
    const pairs = Object.entries(qualifiers)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
    return [
        `pkg:golang/${segments(path)}`,
        version === undefined ? '' : `@${encodeURIComponent(version)}`,
        pairs.length === 0 ? '' : `?${pairs.join('&')}`,
        subpath === '' ? '' : `#${segments(subpath)}`
    ].join('');
}

;// CONCATENATED MODULE: ./src/package/sbom.ts









/**
 * CycloneDX 1.6 JSON of what is linked into a binary, by its own build info: the modules, with those that replace others
 * in their place, and Go's standard library. The same bytes for the same binary: no clock, no random number.
 */
function sbom(subject) {
    const parts = [standardLibrary(subject.buildInfo.goVersion), ...subject.buildInfo.deps.map(library)].sort(byReference);
    const program = application(subject);
    for (const { bomRef } of parts)
        program.dependencies.add(bomRef);
    const bom = new models.Bom({
        serialNumber: serialNumber(subject),
        metadata: new models.Metadata({
            timestamp: new Date(subject.committedAt),
            tools: new models.Tools({ components: new models.ComponentRepository([new models.Component(enums.ComponentType.Application, 'slipway')]) }),
            component: program
        }),
        components: new models.ComponentRepository(parts)
    });
    const serializer = new index_node.JsonSerializer(new index_node.JSON.Normalize.Factory(spec.Spec1dot6));
    // Not `sortLists`: the library sorts as the host's language does, and that is not the same everywhere.
    return `${serializer.serialize(bom, { space: 2 })}\n`;
}
function byReference(a, b) {
    return (a.bomRef.value ?? '') < (b.bomRef.value ?? '') ? -1 : 1;
}
function application({ name, version, target, sha256, buildInfo }) {
    const { path, main, settings } = buildInfo;
    const purl = main &&
        golangPurl(main.path, released(main.version), { goos: target.os, goarch: target.arch }, below(main.path, path));
    return new models.Component(enums.ComponentType.Application, name, {
        bomRef: 'program',
        version,
        ...(purl === undefined ? {} : { purl }),
        hashes: new models.HashDictionary([[enums.HashAlgorithm['SHA-256'], sha256]]),
        properties: properties({
            target: (0,go_target/* formatTarget */.P4)(target),
            'go:package': path,
            'go:tags': settings.get('-tags'),
            'vcs:revision': settings.get('vcs.revision')
        })
    });
}
function standardLibrary(goVersion) {
    const version = /^go(\d[\w.]*)/.exec(goVersion)?.[1];
    return new models.Component(enums.ComponentType.Library, 'stdlib', {
        bomRef: 'stdlib',
        version: goVersion,
        ...(version === undefined ? {} : { purl: golangPurl('stdlib', version) }),
        scope: enums.ComponentScope.Required
    });
}
/**
 * One module. go.sum's `h1:` hash is of a list of file hashes and of no file that anyone can fetch, so it is a property
 * and not among the hashes.
 */
function library(module) {
    const { path, version, sum } = module.replace ?? module;
    const original = `${module.path}@${module.version}`;
    // A folder has no version; what it holds is known only by the path that it stands for.
    const folder = released(version) === undefined;
    return new models.Component(enums.ComponentType.Library, folder ? module.path : path, {
        bomRef: original,
        ...(folder ? {} : { version, purl: golangPurl(path, version) }),
        scope: enums.ComponentScope.Required,
        properties: properties({
            'go:sum': sum === '' ? undefined : sum,
            'go:replaces': module.replace && original,
            'go:folder': folder ? path : undefined
        })
    });
}
function properties(values) {
    return new models.PropertyRepository(Object.entries(values)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([name, value]) => (value ? [new models.Property(`slipway:${name}`, value)] : [])));
}
/** A module's version, unless it is a folder's, which has none. */
function released(version) {
    return version === '(devel)' || version === '' ? undefined : version;
}
function below(module, path) {
    return path.startsWith(`${module}/`) ? path.slice(module.length + 1) : '';
}
/** A UUID of version 8 (RFC 9562, appendix B.2): SHA-256 of what the SBOM is about. */
function serialNumber({ name, version, target, sha256 }) {
    const digest = (0,external_node_crypto_.createHash)('sha256')
        .update([formats/* SBOM_FORMAT */.e, name, version, (0,go_target/* formatTarget */.P4)(target), sha256].join('\0'))
        .digest();
    digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
    digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
    const hex = digest.toString('hex');
    return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}`;
}


/***/ })

};
