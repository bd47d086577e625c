export const id = 7780;
export const ids = [7780];
export const modules = {

/***/ 57780:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  KINDS: () => (/* binding */ KINDS),
  buildCrdSet: () => (/* binding */ buildCrdSet),
  chooseStorage: () => (/* binding */ chooseStorage),
  formatCrdsYaml: () => (/* binding */ formatCrdsYaml),
  makeCrdSet: () => (/* binding */ makeCrdSet)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
;// CONCATENATED MODULE: ./src/smi/schema.ts
const object = (properties, required = []) => ({
    type: 'object',
    ...(required.length > 0 ? { required } : {}),
    ...(Object.keys(properties).length > 0 ? { properties } : {})
});
const list = (items, limits = {}) => ({
    type: 'array',
    ...limits,
    items
});
const schema_text = { type: 'string' };
const enumOf = (...values) => ({ type: 'string', enum: values });
const port = { type: 'integer', minimum: 1, maximum: 65535 };
const described = (schema, description) => ({ description, ...schema });

;// CONCATENATED MODULE: ./src/smi/http-route-group.ts

const METHODS = ['*', 'GET', 'HEAD', 'PUT', 'POST', 'DELETE', 'CONNECT', 'OPTIONS', 'TRACE', 'PATCH'];
const http_route_group_name = described(schema_text, 'What a TrafficTarget calls this match by.');
const pathRegex = described(schema_text, 'A regular expression, anchored at the start of the path.');
const methods = list(enumOf(...METHODS));
const headers = described(list({ type: 'object', maxProperties: 1, additionalProperties: { type: 'string' } }), 'Header names with a regular expression each; all must match.');
const plainMatch = object({ name: http_route_group_name, methods, pathRegex }, ['name']);
const match = object({ name: http_route_group_name, methods, pathRegex, headers }, ['name']);
const httpRouteGroup = {
    kind: 'HTTPRouteGroup',
    group: 'specs.smi-spec.io',
    plural: 'httproutegroups',
    singular: 'httproutegroup',
    shortName: 'htr',
    versions: [
        { name: 'v1alpha1', schema: object({ matches: list(plainMatch) }, ['matches']) },
        { name: 'v1alpha2', schema: object({ matches: list(match) }, ['matches']) },
        { name: 'v1alpha3', schema: object({ spec: object({ matches: list(match) }, ['matches']) }, ['spec']) },
        { name: 'v1alpha4', schema: object({ spec: object({ matches: list(match) }, ['matches']) }, ['spec']) }
    ],
    fields: [
        { path: 'matches', versions: ['v1alpha1', 'v1alpha2'], because: 'v1alpha3 moved it into `spec`' },
        { path: 'matches[].headers', versions: ['v1alpha2'], because: 'header filters are new in v1alpha2' },
        {
            path: 'spec',
            versions: ['v1alpha3', 'v1alpha4'],
            because: 'v1alpha1 and v1alpha2 have `matches` at the top level'
        }
    ]
};

// EXTERNAL MODULE: ./src/smi/objects.ts + 1 modules
var objects = __webpack_require__(50026);
;// CONCATENATED MODULE: ./src/smi/port-routes.ts

const matches = object({ name: schema_text, ports: described(list(port), 'None means every port.') });
const routed = object({ spec: object({ matches }) });
const tcpRoute = {
    kind: 'TCPRoute',
    group: 'specs.smi-spec.io',
    plural: 'tcproutes',
    singular: 'tcproute',
    shortName: 'tr',
    versions: [
        { name: 'v1alpha1', schema: object({}) },
        { name: 'v1alpha2', schema: object({}) },
        { name: 'v1alpha3', schema: object({ spec: object({}) }) },
        { name: 'v1alpha4', schema: routed }
    ],
    fields: [
        { path: 'spec', versions: ['v1alpha3', 'v1alpha4'], because: 'v1alpha1 and v1alpha2 have no fields at all' },
        {
            path: 'spec.matches',
            versions: ['v1alpha4'],
            because: 'ports are new in v1alpha4: without them the route matches every port'
        }
    ]
};
const udpRoute = {
    kind: 'UDPRoute',
    group: 'specs.smi-spec.io',
    plural: 'udproutes',
    singular: 'udproute',
    shortName: 'ur',
    versions: [{ name: 'v1alpha4', schema: routed }],
    fields: []
};

;// CONCATENATED MODULE: ./src/smi/traffic-split.ts

const QUANTITY = {
    anyOf: [{ type: 'integer' }, { type: 'string' }],
    'x-kubernetes-int-or-string': true,
    pattern: '^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$'
};
const whole = { type: 'integer', minimum: 0 };
const service = described(schema_text, 'The service that clients call.');
const quantityBackends = list(object({ service: schema_text, weight: QUANTITY }, ['service']));
const backends = list(object({ service: schema_text, weight: whole }, ['service', 'weight']));
const traffic_split_matches = described(list(object({ apiGroup: schema_text, kind: enumOf('HTTPRouteGroup'), name: schema_text }, ['kind', 'name'])), 'Route groups that pick the requests to split; all requests when there are none.');
const SERVICE_COLUMN = {
    name: 'Service',
    type: 'string',
    description: 'The apex service of this split.',
    jsonPath: '.spec.service'
};
const required = ['service', 'backends'];
const trafficSplit = {
    kind: 'TrafficSplit',
    group: 'split.smi-spec.io',
    plural: 'trafficsplits',
    singular: 'trafficsplit',
    shortName: 'ts',
    columns: [SERVICE_COLUMN],
    versions: [
        { name: 'v1alpha1', schema: object({ spec: object({ service, backends: quantityBackends }, required) }, ['spec']) },
        { name: 'v1alpha2', schema: object({ spec: object({ service, backends }, required) }, ['spec']) },
        { name: 'v1alpha3', schema: object({ spec: object({ service, backends, matches: traffic_split_matches }, required) }, ['spec']) },
        { name: 'v1alpha4', schema: object({ spec: object({ service, backends, matches: traffic_split_matches }, required) }, ['spec']) }
    ],
    fields: [
        {
            path: 'spec.matches',
            versions: ['v1alpha3', 'v1alpha4'],
            because: 'new in v1alpha3: without it an A/B test is a split of all traffic'
        },
        {
            path: 'spec.backends[].weight',
            versions: ['v1alpha1'],
            form: 'a quantity such as "500m"',
            because: 'whole numbers since v1alpha2, and nothing scales the value: integer clients cannot decode it'
        }
    ]
};

;// CONCATENATED MODULE: ./src/smi/traffic-target.ts

const subject = object({ kind: schema_text, name: schema_text, namespace: schema_text }, ['kind', 'name']);
const subjectWithPort = object({ kind: schema_text, name: schema_text, namespace: schema_text, port: port }, ['kind', 'name']);
const rule = (...kinds) => object({ kind: enumOf(...kinds), name: schema_text, matches: list(schema_text) }, ['kind', 'name']);
const identity = object({ kind: enumOf('ServiceAccount', 'IdentityBinding'), group: schema_text, name: schema_text, namespace: schema_text }, ['kind', 'name']);
const destination = 'The workloads that may be called, by their service account.';
const sources = 'The workloads that may call.';
const rules = 'The traffic that is allowed, by route.';
const trafficTarget = {
    kind: 'TrafficTarget',
    group: 'access.smi-spec.io',
    plural: 'traffictargets',
    singular: 'traffictarget',
    shortName: 'tt',
    storage: 'v1alpha3',
    versions: [
        {
            name: 'v1alpha1',
            schema: object({
                destination: described(subjectWithPort, destination),
                sources: described(list(subject), sources),
                specs: described(list(rule('HTTPRouteGroup', 'TCPRoute')), rules)
            }, ['destination', 'sources', 'specs'])
        },
        {
            name: 'v1alpha2',
            schema: object({
                spec: object({
                    destination: described(subjectWithPort, destination),
                    sources: described(list(subject), sources),
                    rules: described(list(rule('HTTPRouteGroup', 'TCPRoute')), rules)
                }, ['destination'])
            }, ['spec'])
        },
        {
            name: 'v1alpha3',
            schema: object({
                spec: object({
                    destination: described(subject, destination),
                    sources: described(list(subject, { minItems: 1 }), sources),
                    rules: described(list(rule('HTTPRouteGroup', 'TCPRoute', 'UDPRoute'), { minItems: 1 }), rules)
                }, ['destination', 'rules', 'sources'])
            }, ['spec'])
        },
        {
            name: 'v1alpha4',
            schema: object({
                spec: object({
                    destination: described(identity, destination),
                    sources: described(list(identity, { minItems: 1 }), sources),
                    rules: described(list(rule('HTTPRouteGroup', 'TCPRoute', 'UDPRoute'), { minItems: 1 }), rules)
                }, ['destination', 'rules', 'sources'])
            }, ['spec'])
        }
    ],
    fields: [
        ...['destination', 'sources', 'specs'].map((path) => ({
            path,
            versions: ['v1alpha1'],
            because: 'v1alpha2 moved it into `spec`'
        })),
        {
            path: 'spec',
            versions: ['v1alpha2', 'v1alpha3', 'v1alpha4'],
            because: 'v1alpha1 has its fields at the top level'
        },
        {
            path: 'spec.destination.port',
            versions: ['v1alpha2'],
            because: 'v1alpha3 leaves ports to TCPRoute and UDPRoute: without it the target is open on every port'
        },
        ...['spec.destination.group', 'spec.sources[].group'].map((path) => ({
            path,
            versions: ['v1alpha4'],
            because: 'new in the draft v1alpha4, for IdentityBindings'
        })),
        {
            path: 'spec.rules[].kind',
            versions: ['v1alpha3', 'v1alpha4'],
            form: 'UDPRoute',
            because: 'UDPRoute is new in v1alpha3'
        }
    ]
};

;// CONCATENATED MODULE: ./src/smi/sets/controller-sdk.ts






const integer = { type: 'integer' };
const controller_sdk_whole = object({});
const controller_sdk_status = { status: controller_sdk_whole };
const names = { name: schema_text, namespace: schema_text };
const controller_sdk_subject = object({ kind: schema_text, ...names }, ['kind', 'name']);
const withPort = object({ kind: schema_text, ...names, port: integer }, ['kind', 'name']);
const controller_sdk_identity = object({ kind: enumOf('ServiceAccount', 'IdentityBinding'), ...names }, ['kind', 'name']);
const controller_sdk_rule = object({ kind: schema_text, name: schema_text, matches: list(schema_text) }, ['kind', 'name']);
const oldRule = object({ kind: schema_text, name: schema_text, matches: list(schema_text), ...controller_sdk_status }, ['kind', 'name']);
const target = (destination, source) => object({ destination, rules: list(controller_sdk_rule), sources: list(source) }, ['destination']);
const controller_sdk_plainMatch = object({ name: schema_text, methods: list(schema_text), pathRegex: schema_text });
const controller_sdk_match = object({
    name: schema_text,
    methods: list(schema_text),
    pathRegex: schema_text,
    headers: { type: 'object', additionalProperties: { type: 'string' } }
});
const groupSpec = object({ matches: list(controller_sdk_match) });
const ports = object({ spec: object({ matches: object({ name: schema_text, ports: list(integer) }) }), ...controller_sdk_status });
const controller_sdk_backends = list(object({ service: schema_text, weight: integer }, ['service', 'weight']));
const controller_sdk_matches = list(object({ apiGroup: schema_text, kind: schema_text, name: schema_text }, ['kind', 'name']));
const matchedSplit = object({
    spec: object({ service: schema_text, backends: controller_sdk_backends, matches: controller_sdk_matches }, ['backends', 'service']),
    ...controller_sdk_status
});
const accepts = (versions, because, ...whats) => whats.map((what) => ({ what, versions, answer: 'accepted', because }));
const NO_ENUM = 'the CRD does not say which values there are';
const NO_REQUIRED = 'the CRD does not demand it';
const SPEC = '`spec` is not required: what stands beside it is pruned, and an empty object is stored';
const HEADERS = 'headers are one map, as the text of v1alpha4 said after the last release; clients built on smi-sdk-go send a list';
const mapped = (version) => {
    const items = [
        { name: 'metrics', pathRegex: '/metrics', methods: ['GET', 'HEAD'] },
        { name: 'insiders', headers: { 'user-agent': '.*Android.*', cookie: '^(.*?;)?(type=insider)(;.*)?$' } }
    ];
    return version === 'v1alpha2' ? { matches: items } : { spec: { matches: items } };
};
const draftTarget = (0,objects/* findFullObject */.cP)(trafficTarget, 'v1alpha3') ?? {};
const targets = {
    ...trafficTarget,
    status: true,
    storage: 'v1alpha4',
    versions: [
        {
            name: 'v1alpha1',
            schema: object({ destination: withPort, sources: list(withPort), specs: list(oldRule) }, [
                'destination',
                'sources',
                'specs'
            ])
        },
        { name: 'v1alpha2', schema: object({ spec: target(withPort, withPort), ...controller_sdk_status }, ['spec']) },
        { name: 'v1alpha3', schema: object({ spec: target(controller_sdk_subject, controller_sdk_subject) }, ['spec']) },
        { name: 'v1alpha4', schema: object({ spec: target(controller_sdk_identity, controller_sdk_identity) }, ['spec']) }
    ],
    fields: trafficTarget.fields.filter(({ form, path }) => form === undefined && !path.endsWith('.group')),
    dialect: { v1alpha4: draftTarget },
    exceptions: [
        ...accepts(['v1alpha2', 'v1alpha3'], NO_ENUM, 'a rule of another kind'),
        ...accepts(['v1alpha3', 'v1alpha4'], 'empty lists pass', 'no source'),
        {
            what: 'every field',
            versions: ['v1alpha4'],
            answer: { status: 400, says: 'unknown field "spec.destination.group"' },
            because: 'the CRD has no `group`'
        }
    ]
};
const groups = {
    ...httpRouteGroup,
    status: true,
    versions: [
        { name: 'v1alpha1', schema: object({ matches: list(controller_sdk_plainMatch), ...controller_sdk_status }) },
        { name: 'v1alpha2', schema: object({ matches: list(controller_sdk_match), ...controller_sdk_status }) },
        { name: 'v1alpha3', schema: object({ spec: groupSpec, ...controller_sdk_status }, ['spec']) },
        { name: 'v1alpha4', schema: object({ spec: groupSpec, ...controller_sdk_status }) }
    ],
    dialect: { v1alpha2: mapped('v1alpha2'), v1alpha3: mapped('v1alpha3'), v1alpha4: mapped('v1alpha4') },
    exceptions: [
        {
            what: 'every field',
            versions: ['v1alpha2'],
            answer: { status: 400, says: 'unknown field "matches[2].headers[0].user-agent"' },
            because: HEADERS
        },
        {
            what: 'every field',
            versions: ['v1alpha3', 'v1alpha4'],
            answer: { status: 400, says: 'unknown field "spec.matches[2].headers[0].user-agent"' },
            because: HEADERS
        },
        {
            what: 'two headers in one item',
            versions: ['v1alpha3', 'v1alpha4'],
            answer: { status: 400, says: 'unknown field "spec.matches[0].headers[0].a"' },
            because: HEADERS
        },
        ...accepts(['v1alpha2'], HEADERS, 'headers as one map'),
        ...accepts(['v1alpha3', 'v1alpha4'], HEADERS, 'headers as one map', 'headers as one map and no strict validation'),
        ...accepts(['v1alpha3', 'v1alpha4'], NO_ENUM, 'a method that HTTP does not have'),
        ...accepts(['v1alpha3', 'v1alpha4'], NO_REQUIRED, 'a match without a name'),
        ...accepts(['v1alpha4'], SPEC, 'matches at the top level').map((each) => ({ ...each, left: {} }))
    ]
};
const portExceptions = accepts(['v1alpha4'], 'ports have no limits', 'a port that no host has');
const tcp = {
    ...tcpRoute,
    status: true,
    versions: [
        { name: 'v1alpha1', schema: object(controller_sdk_status) },
        { name: 'v1alpha2', schema: object(controller_sdk_status) },
        { name: 'v1alpha3', schema: object({ spec: controller_sdk_whole, ...controller_sdk_status }) },
        { name: 'v1alpha4', schema: ports }
    ],
    exceptions: portExceptions
};
const splits = {
    ...trafficSplit,
    shortName: undefined,
    status: true,
    columns: undefined,
    versions: [
        {
            name: 'v1alpha1',
            schema: object({
                spec: object({ service: schema_text, backends: list(object({ service: schema_text, weight: QUANTITY })) }),
                ...controller_sdk_status
            })
        },
        { name: 'v1alpha2', schema: object({ spec: object({ service: schema_text, backends: controller_sdk_backends }), ...controller_sdk_status }) },
        { name: 'v1alpha3', schema: matchedSplit },
        { name: 'v1alpha4', schema: matchedSplit }
    ],
    exceptions: [
        ...accepts(['v1alpha2', 'v1alpha3', 'v1alpha4'], 'the CRD has no least weight', 'weight -1'),
        ...accepts(['v1alpha2'], NO_REQUIRED, 'no service'),
        ...accepts(['v1alpha3', 'v1alpha4'], NO_ENUM, 'matches of another kind')
    ]
};
const bindings = {
    kind: 'IdentityBinding',
    group: 'access.smi-spec.io',
    plural: 'identitybindings',
    singular: 'identitybinding',
    shortName: 'ib',
    status: true,
    versions: [
        {
            name: 'v1alpha4',
            schema: object({
                spec: object({
                    schemes: {
                        minProperties: 1,
                        ...object({
                            podLabelSelector: {
                                nullable: true,
                                ...object({
                                    matchLabels: {
                                        type: 'object',
                                        nullable: true,
                                        minProperties: 1,
                                        additionalProperties: { type: 'string' }
                                    }
                                }, ['matchLabels'])
                            },
                            serviceAccount: { nullable: true, ...schema_text },
                            spiffeIdentities: { nullable: true, ...list(schema_text, { minItems: 1 }) }
                        })
                    }
                }, ['schemes']),
                ...controller_sdk_status
            })
        }
    ],
    fields: [],
    exceptions: [
        {
            what: 'every field',
            versions: ['v1alpha4'],
            answer: { status: 400, says: 'unknown field "spec.schemes.podLabelSelectors"' },
            because: 'the CRD has one selector, `podLabelSelector`'
        }
    ],
    dialect: {
        v1alpha4: {
            spec: {
                schemes: {
                    serviceAccount: 'service-a',
                    podLabelSelector: { matchLabels: { app: 'service-a' } },
                    spiffeIdentities: ['spiffe://cluster.local/ns/default/sa/service-a']
                }
            }
        }
    }
};
const controllerSdk = [
    targets,
    bindings,
    groups,
    tcp,
    { ...udpRoute, status: true, versions: [{ name: 'v1alpha4', schema: ports }], exceptions: portExceptions },
    splits
];

;// CONCATENATED MODULE: ./src/smi/sets/sdk-main.ts





const numeric = { type: 'number' };
const sdk_main_subject = object({ kind: schema_text, name: schema_text, namespace: schema_text }, ['name', 'kind']);
const subjectWith = (required) => object({ kind: schema_text, name: schema_text, namespace: schema_text, port: numeric }, required);
const sdk_main_rule = (...kinds) => list(object({ kind: enumOf(...kinds), name: schema_text, matches: list(schema_text) }, ['name', 'kind']));
const sdk_main_targets = {
    v1alpha1: object({
        destination: subjectWith(['name', 'kind', 'port']),
        specs: sdk_main_rule('HTTPRouteGroup', 'TCPRoute'),
        sources: list(sdk_main_subject)
    }, ['destination']),
    v1alpha2: object({
        spec: object({ destination: subjectWith(['name', 'kind']), rules: sdk_main_rule('HTTPRouteGroup', 'TCPRoute'), sources: list(sdk_main_subject) }, ['destination'])
    }),
    v1alpha3: object({
        spec: object({ destination: sdk_main_subject, rules: sdk_main_rule('HTTPRouteGroup', 'TCPRoute', 'UDPRoute'), sources: list(sdk_main_subject) }, ['destination', 'rules', 'sources'])
    })
};
const routes = list(object({
    name: schema_text,
    pathRegex: schema_text,
    methods: list(enumOf(...METHODS)),
    headers: list({ type: 'object', additionalProperties: { type: 'string' } })
}, ['name']));
const sdk_main_groups = {
    v1alpha1: object({ matches: routes }, ['matches']),
    v1alpha2: object({ matches: routes }, ['matches']),
    v1alpha3: object({ spec: object({ matches: routes }, ['matches']) }),
    v1alpha4: object({ spec: object({ matches: routes }, ['matches']) })
};
const sdk_main_ports = object({
    spec: object({ matches: object({ ports: list({ type: 'integer' }) }, ['ports']) }, ['matches'])
});
const sdk_main_backends = list(object({ service: schema_text, weight: numeric }, ['service', 'weight']));
const sdk_main_matches = list(object({ kind: enumOf('HTTPRouteGroup'), name: schema_text }, ['kind', 'name']));
const plainSplit = object({ spec: object({ service: schema_text, backends: sdk_main_backends }, ['service', 'backends']) });
const sdk_main_matchedSplit = object({ spec: object({ service: schema_text, matches: sdk_main_matches, backends: sdk_main_backends }, ['service', 'backends']) });
const sdk_main_splits = { v1alpha2: plainSplit, v1alpha3: sdk_main_matchedSplit, v1alpha4: sdk_main_matchedSplit };
const serving = (schemas, served) => Object.entries(schemas).map(([name, schema]) => ({ name, schema, ...(name === served ? {} : { served: false }) }));
const sdk_main_SPEC = '`spec` is not required: what stands beside it is pruned, and an empty object is stored';
const targetExceptions = [
    {
        what: 'the fields of v1alpha1 and no strict validation',
        versions: ['v1alpha3'],
        answer: 'accepted',
        left: {},
        because: sdk_main_SPEC
    },
    { what: 'no source', versions: ['v1alpha3'], answer: 'accepted', because: 'empty lists pass' }
];
const groupExceptions = [
    { what: 'matches at the top level', versions: ['v1alpha4'], answer: 'accepted', left: {}, because: sdk_main_SPEC },
    {
        what: 'two headers in one item',
        versions: ['v1alpha4'],
        answer: 'accepted',
        because: 'an item may have any number of entries; clients built on the SDK cannot decode it'
    }
];
const sdk_main_portExceptions = [
    {
        what: 'every field',
        versions: ['v1alpha4'],
        answer: { status: 400, says: 'unknown field "spec.matches.name"' },
        because: 'the CRD has no `name`'
    },
    ...['no matches', 'matches without ports'].map((what) => ({
        what,
        versions: ['v1alpha4'],
        answer: { status: 422, says: 'Required value' },
        because: 'the CRD demands `ports`, which may be left out for every port; the Go client does leave an empty list out'
    })),
    { what: 'a port that no host has', versions: ['v1alpha4'], answer: 'accepted', because: 'ports have no limits' }
];
const NUMBER = 'the CRD says number; clients built on the SDK have an int, and cannot decode a fraction';
const exceptNumberWeights = (versions) => ['weight 0.5', 'weight -1'].map((what) => ({ what, versions, answer: 'accepted', because: NUMBER }));
const splitExceptions = (versions) => [
    {
        what: 'every field',
        versions: versions.filter((version) => version > 'v1alpha2'),
        answer: { status: 400, says: 'unknown field "spec.matches[0].apiGroup"' },
        because: 'the CRD has no `apiGroup`'
    },
    ...exceptNumberWeights(versions)
];
const sdkTarget = {
    ...trafficTarget,
    versions: serving(sdk_main_targets, 'v1alpha3'),
    exceptions: targetExceptions
};
const sdkGroup = {
    ...httpRouteGroup,
    versions: serving(sdk_main_groups, 'v1alpha4'),
    exceptions: groupExceptions
};
const portRoute = (kind) => ({
    ...kind,
    versions: [{ name: 'v1alpha4', schema: sdk_main_ports }],
    fields: [
        { path: 'spec.matches.name', versions: ['v1alpha4'], kept: [], because: 'the CRD has no `name`, and prunes it' }
    ],
    exceptions: sdk_main_portExceptions
});
const sdkTcpRoute = portRoute(tcpRoute);
const makeSdkSplit = (served) => ({
    ...trafficSplit,
    columns: [SERVICE_COLUMN],
    versions: serving(sdk_main_splits, served),
    fields: [
        ...trafficSplit.fields,
        {
            path: 'spec.matches[].apiGroup',
            versions: ['v1alpha3', 'v1alpha4'],
            kept: [],
            because: 'the CRD has no `apiGroup`, and prunes it'
        }
    ],
    exceptions: splitExceptions([served])
});
const sdkMain = [
    sdkTarget,
    sdkGroup,
    sdkTcpRoute,
    portRoute(udpRoute),
    makeSdkSplit('v1alpha4')
];

;// CONCATENATED MODULE: ./src/smi/sets/linkerd.ts



const split = (weight) => object({
    spec: object({ service: schema_text, backends: list(object({ service: schema_text, weight }, ['service', 'weight'])) }, [
        'service',
        'backends'
    ])
});
const linkerd = [
    {
        ...trafficSplit,
        columns: [SERVICE_COLUMN],
        storage: 'v1alpha1',
        versions: [
            { name: 'v1alpha1', schema: split({ 'x-kubernetes-int-or-string': true }) },
            { name: 'v1alpha2', schema: split({ type: 'number' }) }
        ],
        exceptions: [
            {
                what: 'weight "lots"',
                versions: ['v1alpha1'],
                answer: 'accepted',
                because: 'any text is a weight; clients built on the SDK cannot decode it'
            },
            {
                what: 'no weight',
                versions: ['v1alpha1'],
                answer: { status: 422, says: 'spec.backends[0].weight: Required value' },
                because: 'the CRD demands it, the Go type does not'
            },
            ...exceptNumberWeights(['v1alpha2'])
        ]
    }
];

;// CONCATENATED MODULE: ./src/smi/sets/osm.ts

const osm = [sdkTarget, sdkGroup, sdkTcpRoute, makeSdkSplit('v1alpha2')];

// EXTERNAL MODULE: ./src/model/crd-sets.ts
var crd_sets = __webpack_require__(47038);
;// CONCATENATED MODULE: ./src/smi/identity-binding.ts

const labels = { type: 'object', additionalProperties: { type: 'string' } };
const selectors = list(object({ name: schema_text, matchLabels: labels }, ['name', 'matchLabels']));
const identityBinding = {
    kind: 'IdentityBinding',
    group: 'access.smi-spec.io',
    plural: 'identitybindings',
    singular: 'identitybinding',
    shortName: 'ib',
    versions: [
        {
            name: 'v1alpha4',
            schema: object({
                spec: object({
                    schemes: described({
                        ...object({ podLabelSelectors: selectors, spiffeIdentities: list(schema_text), serviceAccount: schema_text }),
                        minProperties: 1
                    }, 'The ways in which the workload is known; any of them is enough.')
                }, ['schemes'])
            }, ['spec'])
        }
    ],
    fields: []
};

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./src/smi/crds.ts












const KINDS = [
    trafficTarget,
    httpRouteGroup,
    tcpRoute,
    udpRoute,
    trafficSplit,
    identityBinding
];
const SETS = {
    all: {
        origin: 'written by Slipway from smi-spec v0.6.0 and the wire format of smi-sdk-go v0.5.0; every version is served, the drafts of access v1alpha4 too',
        kinds: KINDS
    },
    'sdk-main': {
        origin: 'the shapes of smi-sdk-go a143f8b (2021-04-29, the end of main; no tag has them); one version of each kind is served',
        kinds: sdkMain
    },
    'controller-sdk': {
        origin: 'the shapes of smi-controller-sdk 6a7dfd7 (2023-03-08), drafts too; upstream converts by a webhook, here nothing does',
        kinds: controllerSdk
    },
    linkerd: {
        origin: 'the shape of linkerd-smi c0c39b1 (2024-02-08): TrafficSplit alone, v1alpha1 stored',
        kinds: linkerd
    },
    osm: {
        origin: 'the shapes of Open Service Mesh at its end (2023): those of smi-sdk-go, TrafficSplit v1alpha2 served',
        kinds: osm
    }
};
const makeCrdSet = (name, options = {}) => {
    if (!isSetName(name)) {
        throw new errors/* Failure */.H('input', `there is no SMI CRD set "${name}"`, { hint: `Take one of: ${crd_sets/* CRD_SETS */.G.join(', ')}.` });
    }
    return buildCrdSet(name, SETS[name], options);
};
const buildCrdSet = (name, { origin, kinds }, options = {}) => {
    const storage = options.storage ?? {};
    for (const kind of Object.keys(storage)) {
        if (!kinds.some((each) => each.kind === kind)) {
            throw new errors/* Failure */.H('input', `the CRD set ${name} has no kind "${kind}" to choose a storage version for`, {
                hint: `Take one of: ${kinds.map((each) => each.kind).join(', ')}.`
            });
        }
    }
    const served = kinds.map((kind) => promiseKind(kind, storage[kind.kind]));
    return { name, origin, kinds: served, crds: kinds.map((kind, i) => makeDefinition(name, kind, served[i]?.storage)) };
};
const chooseStorage = (name, speaks) => Object.fromEntries(makeCrdSet(name).kinds.flatMap(({ kind, group, served }) => {
    const newest = served.findLast((version) => speaks.includes(`${group}/${version}`));
    return newest === undefined ? [] : [[kind, newest]];
}));
const isSetName = (name) => Object.hasOwn(SETS, name);
const promiseKind = (kind, asked) => {
    const { versions, storage: usual, ...rest } = kind;
    const served = versions.filter((version) => version.served !== false).map((version) => version.name);
    const storage = asked ?? usual ?? served.at(-1);
    if (storage === undefined || !versions.some((version) => version.name === storage)) {
        throw new errors/* Failure */.H('input', `${kind.kind} has no version "${storage}" to store`, {
            hint: `Take one of: ${versions.map((version) => version.name).join(', ')}.`
        });
    }
    return { ...rest, served, storage };
};
const makeDefinition = (set, kind, storage) => ({
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
        name: `${kind.plural}.${kind.group}`,
        labels: { 'app.kubernetes.io/part-of': 'smi', 'slipway/crd-set': set }
    },
    spec: {
        group: kind.group,
        scope: 'Namespaced',
        names: {
            kind: kind.kind,
            listKind: `${kind.kind}List`,
            plural: kind.plural,
            singular: kind.singular,
            ...(kind.shortName === undefined ? {} : { shortNames: [kind.shortName] })
        },
        conversion: { strategy: 'None' },
        versions: kind.versions.map(({ name, served = true, schema }) => ({
            name,
            served,
            storage: name === storage,
            schema: { openAPIV3Schema: schema },
            ...(kind.status ? { subresources: { status: {} } } : {}),
            ...(kind.columns ? { additionalPrinterColumns: kind.columns } : {})
        }))
    }
});
const formatCrdsYaml = (set) => `# SMI CRD set "${set.name}": ${set.origin}.\n` +
    set.crds.map((crd) => `---\n${(0,dist/* stringify */.As)(crd, { lineWidth: 0, aliasDuplicateObjects: false })}`).join('');


/***/ }),

/***/ 58773:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ UNSERVED)
/* harmony export */ });
const UNSERVED = { status: 404, says: '404 page not found' };


/***/ }),

/***/ 50026:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  r4: () => (/* binding */ GOOD_OBJECTS),
  cP: () => (/* binding */ findFullObject),
  kk: () => (/* binding */ listProbes)
});

// UNUSED EXPORTS: FULL, LEAST

// EXTERNAL MODULE: ./src/smi/kind.ts
var smi_kind = __webpack_require__(58773);
;// CONCATENATED MODULE: ./src/smi/probes.ts

const subject = { kind: 'ServiceAccount', name: 'service-a' };
const route = { kind: 'TCPRoute', name: 'the-ports' };
const target = { destination: subject, sources: [subject], rules: [route] };
const oldTarget = { destination: { ...subject, port: 8080 }, sources: [subject], specs: [route] };
const backend = { service: 'website-v1', weight: 1 };
const split = (...backends) => ({ spec: { service: 'website', backends } });
const routes = (match) => ({ spec: { matches: [match] } });
const refused = (kind, versions, ...all) => versions.flatMap((version) => all.map(([what, body, status, says, validation = 'Strict']) => ({
    kind,
    version,
    what,
    body,
    validation,
    answer: { status, says }
})));
const unserved = (kind, version, what, body) => ({
    ...{ kind, version, what, body },
    ...{ validation: 'Strict', answer: smi_kind/* UNSERVED */.D }
});
const accepted = (kind, versions, ...all) => versions.flatMap((version) => all.map(([what, body]) => ({ kind, version, what, body, validation: 'Strict', answer: 'accepted' })));
const PROBES = [
    ...refused('TrafficTarget', ['v1alpha2', 'v1alpha3'], ['the fields of v1alpha1', oldTarget, 400, 'unknown field "destination"'], ['the fields of v1alpha1 and no strict validation', oldTarget, 422, 'spec: Required value', 'Ignore'], ['no destination', { spec: { sources: [subject], rules: [route] } }, 422, 'spec.destination: Required value'], [
        'a rule of another kind',
        { spec: { ...target, rules: [{ kind: 'GRPCRoute', name: 'r' }] } },
        422,
        'spec.rules[0].kind'
    ], ['an unknown field', { spec: { ...target, colour: 'red' } }, 400, 'unknown field "spec.colour"']),
    ...refused('TrafficTarget', ['v1alpha1'], ['the fields of v1alpha3', { spec: target }, 400, 'unknown field "spec"']),
    ...refused('TrafficTarget', ['v1alpha3'], [
        'a port',
        { spec: { ...target, destination: { ...subject, port: 8080 } } },
        400,
        'unknown field "spec.destination.port"'
    ], ['no source', { spec: { ...target, sources: [] } }, 422, 'spec.sources']),
    ...refused('TrafficTarget', ['v1alpha4'], ['the fields of v1alpha1 and no strict validation', oldTarget, 422, 'spec: Required value', 'Ignore'], [
        'a subject of another kind',
        { spec: { ...target, destination: { kind: 'Pod', name: 'service-a' } } },
        422,
        'spec.destination.kind'
    ], ['no source', { spec: { ...target, sources: [] } }, 422, 'spec.sources']),
    unserved('TrafficTarget', 'v1beta1', 'a version that does not exist', { spec: target }),
    ...refused('IdentityBinding', ['v1alpha4'], ['no schemes', { spec: {} }, 422, 'spec.schemes: Required value'], ['an empty scheme', { spec: { schemes: {} } }, 422, 'spec.schemes'], [
        'an unknown field',
        { spec: { schemes: { serviceAccount: 'a' }, colour: 'red' } },
        400,
        'unknown field "spec.colour"'
    ]),
    ...refused('HTTPRouteGroup', ['v1alpha1'], ['headers', { matches: [{ name: 'm', headers: [{ a: 'b' }] }] }, 400, 'headers']),
    ...refused('HTTPRouteGroup', ['v1alpha2'], [
        'headers as one map',
        { matches: [{ name: 'm', headers: { a: 'b' } }] },
        400,
        'unknown field "matches[0].headers.a"'
    ]),
    ...refused('HTTPRouteGroup', ['v1alpha3', 'v1alpha4'], ['a method that HTTP does not have', routes({ name: 'm', methods: ['FETCH'] }), 422, 'spec.matches[0].methods[0]'], ['a match without a name', routes({ pathRegex: '/' }), 422, 'spec.matches[0].name: Required value'], [
        'headers as one map',
        routes({ name: 'm', headers: { a: 'b' } }),
        400,
        'unknown field "spec.matches[0].headers.a"'
    ], [
        'headers as one map and no strict validation',
        routes({ name: 'm', headers: { a: 'b' } }),
        422,
        'spec.matches[0].headers',
        'Ignore'
    ], [
        'two headers in one item',
        routes({ name: 'm', headers: [{ a: 'b', c: 'd' }] }),
        422,
        'spec.matches[0].headers[0]'
    ], ['matches at the top level', { matches: [{ name: 'm' }] }, 422, 'spec: Required value', 'Ignore']),
    ...['TCPRoute', 'UDPRoute'].flatMap((kind) => refused(kind, ['v1alpha4'], ['matches as a list', { spec: { matches: [{ ports: [80] }] } }, 400, 'unknown field "spec.matches[0].ports"'], [
        'matches as a list and no strict validation',
        { spec: { matches: [{ ports: [80] }] } },
        422,
        'spec.matches',
        'Ignore'
    ], ['a port that is a string', { spec: { matches: { ports: ['80'] } } }, 422, 'spec.matches.ports[0]'], ['a port that no host has', { spec: { matches: { ports: [70000] } } }, 422, 'spec.matches.ports[0]'])),
    ...refused('TCPRoute', ['v1alpha3'], ['ports', { spec: { matches: { ports: [80] } } }, 400, 'unknown field "spec.matches"']),
    ...['TCPRoute', 'UDPRoute'].flatMap((kind) => accepted(kind, ['v1alpha4'], ['no matches', { spec: {} }], ['matches without ports', { spec: { matches: {} } }], ['an empty list of ports', { spec: { matches: { ports: [] } } }])),
    unserved('UDPRoute', 'v1alpha3', 'a version before there was UDPRoute', { spec: {} }),
    ...refused('TrafficSplit', ['v1alpha2', 'v1alpha3', 'v1alpha4'], ['weight "500m"', split({ ...backend, weight: '500m' }), 422, 'spec.backends[0].weight'], ['weight 0.5', split({ ...backend, weight: 0.5 }), 422, 'spec.backends[0].weight'], ['weight -1', split({ ...backend, weight: -1 }), 422, 'spec.backends[0].weight'], ['weight "1"', split({ ...backend, weight: '1' }), 422, 'spec.backends[0].weight'], ['no weight', split({ service: 'website-v1' }), 422, 'spec.backends[0].weight: Required value'], ['no service', { spec: { backends: [backend] } }, 422, 'spec.service: Required value'], [
        'an unknown field',
        { spec: { service: 'website', backends: [backend], colour: 'red' } },
        400,
        'unknown field "spec.colour"'
    ]),
    ...refused('TrafficSplit', ['v1alpha1'], ['weight "lots"', split({ ...backend, weight: 'lots' }), 422, 'spec.backends[0].weight'], ['weight 0.5', split({ ...backend, weight: 0.5 }), 422, 'spec.backends[0].weight']),
    ...accepted('TrafficSplit', ['v1alpha1'], ['weight "500m"', split({ ...backend, weight: '500m' })], ['weight "1"', split({ ...backend, weight: '1' })], ['weight "0.5"', split({ ...backend, weight: '0.5' })], ['weight -1', split({ ...backend, weight: -1 })], ['no weight', split({ service: 'website-v1' })]),
    ...accepted('TrafficSplit', ['v1alpha1', 'v1alpha2', 'v1alpha3', 'v1alpha4'], ['weight 0', split({ ...backend, weight: 0 })], ['weight 1', split(backend)]),
    ...accepted('TrafficSplit', ['v1alpha3', 'v1alpha4'], [
        'matches without an API group',
        { spec: { service: 'w', backends: [backend], matches: [{ kind: 'HTTPRouteGroup', name: 'r' }] } }
    ], ['an empty list of matches', { spec: { service: 'w', backends: [backend], matches: [] } }]),
    ...refused('TrafficSplit', ['v1alpha1', 'v1alpha2'], ['matches', { spec: { service: 'w', backends: [backend], matches: [] } }, 400, 'unknown field "spec.matches"']),
    ...refused('TrafficSplit', ['v1alpha3', 'v1alpha4'], [
        'matches of another kind',
        { spec: { service: 'w', backends: [backend], matches: [{ kind: 'TCPRoute', name: 'r' }] } },
        422,
        'spec.matches[0].kind'
    ]),
    unserved('TrafficSplit', 'v1beta1', 'a version that does not exist', split(backend))
];

;// CONCATENATED MODULE: ./src/smi/objects.ts

const makeAccount = (name) => ({ kind: 'ServiceAccount', name });
const makeBinding = (name) => ({ kind: 'IdentityBinding', group: 'access.smi-spec.io', name });
const sources = [{ ...makeAccount('prometheus'), namespace: 'monitoring' }, makeAccount('website')];
const rules = [
    { kind: 'HTTPRouteGroup', name: 'the-routes', matches: ['metrics'] },
    { kind: 'TCPRoute', name: 'the-ports' }
];
const destination = { ...makeAccount('service-a'), namespace: 'default' };
const leastTarget = { destination: makeAccount('service-a'), sources: [makeAccount('website')] };
const leastRules = [{ kind: 'TCPRoute', name: 'the-ports' }];
const plainMatches = [
    { name: 'metrics', pathRegex: '/metrics', methods: ['GET', 'HEAD'] },
    { name: 'everything', pathRegex: '.*', methods: ['*'] }
];
const matches = [
    ...plainMatches,
    { name: 'insiders', headers: [{ 'user-agent': '.*Android.*' }, { cookie: '^(.*?;)?(type=insider)(;.*)?$' }] }
];
const leastMatches = [{ name: 'everything' }];
const ports = { matches: { name: 'the-ports', ports: [8080, 8443] } };
const objects_split = {
    service: 'website',
    backends: [
        { service: 'website-v1', weight: 90 },
        { service: 'website-v2', weight: 0 }
    ]
};
const quantities = {
    service: 'website',
    backends: [
        { service: 'website-v1', weight: '500m' },
        { service: 'website-v2', weight: 1 }
    ]
};
const test = { ...objects_split, matches: [{ apiGroup: 'specs.smi-spec.io', kind: 'HTTPRouteGroup', name: 'the-routes' }] };
const leastSplit = { service: 'website', backends: [] };
const GOOD_OBJECTS = [
    {
        kind: 'TrafficTarget',
        version: 'v1alpha1',
        full: { destination: { ...destination, port: 8080 }, sources, specs: rules },
        least: { ...leastTarget, specs: leastRules }
    },
    {
        kind: 'TrafficTarget',
        version: 'v1alpha2',
        full: { spec: { destination: { ...destination, port: 8080 }, sources, rules } },
        least: { spec: { destination: makeAccount('service-a') } }
    },
    {
        kind: 'TrafficTarget',
        version: 'v1alpha3',
        full: { spec: { destination, sources, rules: [...rules, { kind: 'UDPRoute', name: 'the-ports' }] } },
        least: { spec: { ...leastTarget, rules: leastRules } }
    },
    {
        kind: 'TrafficTarget',
        version: 'v1alpha4',
        full: {
            spec: {
                destination: { ...makeBinding('service-a'), namespace: 'default' },
                sources: [{ ...makeBinding('prometheus'), namespace: 'monitoring' }, makeAccount('website')],
                rules: [...rules, { kind: 'UDPRoute', name: 'the-ports' }]
            }
        },
        least: { spec: { ...leastTarget, rules: leastRules } }
    },
    {
        kind: 'IdentityBinding',
        version: 'v1alpha4',
        full: {
            spec: {
                schemes: {
                    podLabelSelectors: [{ name: 'pods', matchLabels: { app: 'service-a' } }],
                    spiffeIdentities: ['cluster.local/ns/default/sa/service-a']
                }
            }
        },
        least: { spec: { schemes: { serviceAccount: 'service-a' } } }
    },
    { kind: 'HTTPRouteGroup', version: 'v1alpha1', full: { matches: plainMatches }, least: { matches: leastMatches } },
    { kind: 'HTTPRouteGroup', version: 'v1alpha2', full: { matches }, least: { matches: leastMatches } },
    ...['v1alpha3', 'v1alpha4'].map((version) => ({
        kind: 'HTTPRouteGroup',
        version,
        full: { spec: { matches } },
        least: { spec: { matches: leastMatches } }
    })),
    ...['v1alpha1', 'v1alpha2'].map((version) => ({ kind: 'TCPRoute', version, full: {}, least: {} })),
    { kind: 'TCPRoute', version: 'v1alpha3', full: { spec: {} }, least: {} },
    ...['TCPRoute', 'UDPRoute'].map((kind) => ({
        kind,
        version: 'v1alpha4',
        full: { spec: ports },
        least: {}
    })),
    { kind: 'TrafficSplit', version: 'v1alpha1', full: { spec: quantities }, least: { spec: leastSplit } },
    { kind: 'TrafficSplit', version: 'v1alpha2', full: { spec: objects_split }, least: { spec: leastSplit } },
    ...['v1alpha3', 'v1alpha4'].map((version) => ({
        kind: 'TrafficSplit',
        version,
        full: { spec: test },
        least: { spec: leastSplit }
    }))
];
const FULL = 'every field';
const LEAST = 'no more than it needs';
const listProbes = (kind) => [
    ...GOOD_OBJECTS.filter((good) => good.kind === kind).flatMap(({ version, full, least }) => [
        [LEAST, least],
        [FULL, full]
    ].map(([what, body]) => ({ kind, version, what, body, validation: 'Strict', answer: 'accepted' }))),
    ...PROBES.filter((probe) => probe.kind === kind)
];
const findFullObject = ({ kind, dialect }, version) => dialect?.[version] ?? GOOD_OBJECTS.find((good) => good.kind === kind && good.version === version)?.full;


/***/ })

};
