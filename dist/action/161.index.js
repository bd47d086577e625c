export const id = 161;
export const ids = [161];
export const modules = {

/***/ 161:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   spdx: () => (/* binding */ spdx)
/* harmony export */ });
/* harmony import */ var _formats_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(13496);
/* harmony import */ var _parts_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(23306);


const DOCUMENT = 'SPDXRef-DOCUMENT';
const PROGRAM = 'SPDXRef-program';
const NOT_SAID = 'NOASSERTION';
function spdx(subject) {
    const parts = (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .listLinkedParts */ .Ec)(subject).map((part, i) => ({ id: `SPDXRef-part-${i}`, part }));
    const program = (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .describeProgram */ ._e)(subject);
    const document = {
        spdxVersion: 'SPDX-2.3',
        dataLicense: 'CC0-1.0',
        SPDXID: DOCUMENT,
        name: `${subject.name} ${subject.version} ${program.properties['target'] ?? ''}`,
        documentNamespace: (0,_parts_js__WEBPACK_IMPORTED_MODULE_0__/* .computeSerialNumber */ .Hi)(_formats_js__WEBPACK_IMPORTED_MODULE_1__/* .SPDX_FORMAT */ .gl, subject),
        creationInfo: {
            created: new Date(subject.committedAt).toISOString().replace(/\.\d+Z$/, 'Z'),
            creators: ['Tool: slipway']
        },
        packages: [
            {
                ...makePackage(PROGRAM, program),
                primaryPackagePurpose: 'APPLICATION',
                checksums: [{ algorithm: 'SHA256', checksumValue: subject.sha256 }]
            },
            ...parts.map(({ id, part }) => ({ ...makePackage(id, part), primaryPackagePurpose: 'LIBRARY' }))
        ],
        relationships: [
            { spdxElementId: DOCUMENT, relationshipType: 'DESCRIBES', relatedSpdxElement: PROGRAM },
            ...parts.map(({ id }) => ({ spdxElementId: PROGRAM, relationshipType: 'STATIC_LINK', relatedSpdxElement: id }))
        ]
    };
    return `${JSON.stringify(document, null, 2)}\n`;
}
function makePackage(id, { name, version, purl, licensed, properties }) {
    const { ids, unknown } = licensed;
    const told = Object.entries(properties)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .flatMap(([name, value]) => (value ? [`${name} ${value}`] : []));
    return {
        name,
        SPDXID: id,
        ...(version !== undefined && { versionInfo: version }),
        downloadLocation: NOT_SAID,
        filesAnalyzed: false,
        licenseConcluded: NOT_SAID,
        licenseDeclared: [...ids].sort().join(' AND ') || NOT_SAID,
        ...(unknown !== undefined && { licenseComments: unknown }),
        copyrightText: NOT_SAID,
        ...(told.length && { sourceInfo: told.join('; ') }),
        ...(purl !== undefined && {
            externalRefs: [{ referenceCategory: 'PACKAGE-MANAGER', referenceType: 'purl', referenceLocator: purl }]
        })
    };
}


/***/ })

};
