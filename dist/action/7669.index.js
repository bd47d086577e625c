export const id = 7669;
export const ids = [7669];
export const modules = {

/***/ 77669:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitlabPublisher: () => (/* binding */ gitlabPublisher)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/patience.ts
var base_patience = __webpack_require__(40802);
// EXTERNAL MODULE: ./src/adapters/releases/finished.ts
var finished = __webpack_require__(35981);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./src/adapters/http/api-url.ts
var api_url = __webpack_require__(70013);
// EXTERNAL MODULE: ./src/adapters/http/answer-body.ts
var answer_body = __webpack_require__(97264);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/errors.ts

class Refused extends Error {
    name = 'Refused';
    status;
    said;
    after;
    host;
    reads;
    constructor(where, status, body, { after, id, cause }) {
        const said = status === 0 ? findInnermostReason(cause) : readRefusalLine(body);
        super(`${where}: ${status === 0 ? 'no answer, ' : `${status} `}${said}${id === undefined ? '' : ` (request ${id})`}`, cause === undefined ? {} : { cause });
        this.status = status;
        this.said = said;
        this.after = after;
        this.reads = where.startsWith('GET ');
        this.host = new URL(where.slice(where.indexOf(' ') + 1)).host;
    }
    get passing() {
        return this.status === 0 || this.status >= 500;
    }
}
const isRefused = (error, statuses, said = /(?:)/) => error instanceof Refused && statuses.includes(error.status) && said.test(error.said);
const isPassing = (error) => error instanceof Refused && error.passing;
const isMissing = (error) => isRefused(error, [404]) && !isRefused(error, [404], /project not found/i);
function explainError(error, doing, signal) {
    if (signal.aborted)
        return signal.reason;
    if (!(error instanceof Refused))
        return error;
    const { status, said } = error;
    const failure = (kind, message, hint) => new errors/* Failure */.H(kind, `${doing}: ${message}`, { hint, cause: error });
    const kept = error.reads ? '' : '; what is uploaded stays and is not uploaded again';
    const told = `GitLab says ${status}: ${said}`;
    if (status === 0)
        return failure('host', `no answer from ${error.host} (${said})`, 'Check the network; run again.');
    if (status === 429 || (status === 503 && error.after !== undefined)) {
        const until = error.after === undefined ? undefined : new Date(Date.now() + error.after * 1000).toISOString();
        return failure('host', `${status === 429 ? "GitLab's rate limit is used up" : told}${until ? ` until ${until.replace(/\.\d+Z$/, 'Z')}` : ''}`, `Run again ${until ? 'after that' : 'later'}${kept}.`);
    }
    const rule = RULES.find((each) => each.statuses.includes(status) && each.said.test(said));
    return rule ? failure(rule.kind, told, rule.hint) : failure('host', told, `Run again${kept}.`);
}
const RULES = [
    {
        statuses: [401],
        said: /(?:)/,
        kind: 'environment',
        hint: 'The token is wrong or has expired (a job token ends with its job): run the job again, or set a fresh GITLAB_TOKEN.'
    },
    {
        statuses: [403],
        said: /job token/i,
        kind: 'environment',
        hint: 'Put the project that runs this job on the job token allow list of the other one (Settings > CI/CD > Job token permissions), with the rights to packages and releases; or set GITLAB_TOKEN.'
    },
    {
        statuses: [403],
        said: /insufficient_scope|scope/i,
        kind: 'environment',
        hint: 'Give the access token the scope "api".'
    },
    {
        statuses: [403],
        said: /package protected/i,
        kind: 'environment',
        hint: 'A rule protects this package (Settings > Packages and registries): the user of this token needs the role that the rule asks for.'
    },
    {
        statuses: [403],
        said: /tag.*protected/i,
        kind: 'environment',
        hint: 'The tag is protected (Settings > Repository > Protected tags): the user of this token has to be one who may create it.'
    },
    {
        statuses: [403],
        said: /(?:)/,
        kind: 'environment',
        hint: 'The user of this token needs the role Developer in the project, the package registry and releases have to be switched on, and the project must not be archived.'
    },
    {
        statuses: [404],
        said: /(?:)/,
        kind: 'environment',
        hint: 'GitLab hides what a token may not see: check the project (CI_PROJECT_ID), and that the token has a role in it. Where only packages are not found, the instance has no package registry.'
    },
    {
        statuses: [400, 413],
        said: /too large/i,
        kind: 'input',
        hint: 'The instance sets a limit for files of generic packages (5 GB by default): make the file smaller, or ask its administrator.'
    },
    {
        statuses: [413],
        said: /(?:)/,
        kind: 'input',
        hint: 'The instance, or a proxy before it, takes no file of this size.'
    },
    {
        statuses: [400],
        said: /duplicate package/i,
        kind: 'environment',
        hint: 'The file is there and this token does not see it: look for a hidden package of this version in the registry.'
    },
    {
        statuses: [422],
        said: /ref is not specified/i,
        kind: 'verification',
        hint: 'The tag is not there any more. Push it again; or release the commit that you mean under a new tag.'
    },
    { statuses: [400, 409, 422], said: /(?:)/, kind: 'host', hint: 'The message above says what GitLab does not accept.' }
];
function readRefusalLine(body) {
    let text = body;
    try {
        const { message, error, error_description: more } = JSON.parse(body);
        const found = message ?? (more === undefined ? error : `${error}: ${more}`) ?? '';
        text = typeof found === 'string' ? found : JSON.stringify(found);
    }
    catch {
        if (/^\s*</.test(body))
            text = /<title>([^<]*)/i.exec(body)?.[1] ?? 'a page';
    }
    return (text
        .trim()
        .split(/[\r\n]/, 1)[0]
        ?.slice(0, 500) ?? '');
}
function findInnermostReason(error) {
    const { cause, errors, message, name } = error;
    const inner = cause ?? errors?.[0];
    if (typeof inner === 'object' && inner !== null)
        return findInnermostReason(inner);
    return readRefusalLine(message || name || 'unknown');
}

// EXTERNAL MODULE: ./src/adapters/http/token.ts
var http_token = __webpack_require__(48304);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/place.ts


function demandToken({ token }) {
    if (token !== undefined && revealToken(token) !== '')
        return;
    throw new errors/* Failure */.H('environment', 'no token for GitLab', {
        hint: 'A job has CI_JOB_TOKEN by itself; elsewhere set GITLAB_TOKEN to an access token with the scope "api". (A protected variable is seen by jobs of protected branches and tags only.)'
    });
}
const revealToken = (token) => ('job' in token ? token.job : token.access);
function demandPlace(place) {
    const { token, project, packageName } = place;
    if (token !== undefined) {
        demandToken(place);
        (0,http_token/* refuseToken */.y)(revealToken(token));
    }
    if (!/^(\d+|\w[\w.-]*(\/\w[\w.-]*)+)$/.test(project)) {
        throw new errors/* Failure */.H('input', `not a project of GitLab: ${JSON.stringify(project)}`, {
            hint: 'Write its number (CI_PROJECT_ID), or its path as group/project.'
        });
    }
    if (!/^[A-Za-z0-9._+-]{1,255}$/.test(packageName)) {
        throw new errors/* Failure */.H('input', `not a name for a generic package: ${JSON.stringify(packageName)}`, {
            hint: 'Use letters, digits, ".", "_", "+" and "-".'
        });
    }
}

// EXTERNAL MODULE: ./src/adapters/http/guarded-fetch.ts
var guarded_fetch = __webpack_require__(12368);
// EXTERNAL MODULE: ./src/adapters/releases/list-limit.ts
var list_limit = __webpack_require__(13265);
// EXTERNAL MODULE: ./src/adapters/http/next-page.ts
var next_page = __webpack_require__(40698);
// EXTERNAL MODULE: ./src/adapters/http/patiently.ts
var http_patiently = __webpack_require__(90775);
// EXTERNAL MODULE: ./src/adapters/http/pause.ts
var pause = __webpack_require__(15695);
// EXTERNAL MODULE: ./src/adapters/http/shapes.ts
var shapes = __webpack_require__(59583);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/client.ts












const NUMBERED = schemas/* object */.Ikc({ id: schemas/* number */.aig() });
const PER_PAGE = 100;
function connect(place) {
    const base = (0,api_url/* parseApiUrl */.n)(place.api, 'GitLab', 'Write it as https://gitlab.com/api/v4 or https://HOST/api/v4.');
    const api = `${base.origin}${base.pathname.replace(/\/+$/, '')}`;
    demandPlace(place);
    const isJob = place.token !== undefined && 'job' in place.token;
    const credentials = place.token
        ? { [isJob ? 'job-token' : 'private-token']: revealToken(place.token) }
        : {};
    const timing = { second: 1000, patience: 60_000, ...place.timing };
    const fetch = (0,guarded_fetch/* guardFetch */.K)(place.fetch, new Set([base.origin]), timing.patience);
    const wait = (seconds, signal) => (0,pause/* pauseFor */.Q)(seconds * timing.second, signal);
    const send = async (url, request, signal) => {
        const { method, body } = request;
        signal.throwIfAborted();
        const where = `${method} ${url.origin}${url.pathname}`;
        try {
            const response = await fetch(url, {
                method,
                headers: {
                    ...credentials,
                    'user-agent': 'slipway',
                    ...(body === undefined
                        ? {}
                        : { 'content-type': body instanceof Blob ? 'application/octet-stream' : 'application/json' }),
                    ...request.headers
                },
                ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
                signal
            });
            if (response.ok)
                return response;
            const after = readAfter(response);
            throw new Refused(where, response.status, await (0,answer_body/* readRefusalWords */.C_)(response, timing.patience), {
                after,
                id: response.headers.get('x-request-id') ?? undefined
            });
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof Refused || error instanceof errors/* Failure */.H || (0,shapes/* isBug */.X)(error))
                throw error;
            throw new Refused(where, 0, '', { cause: error });
        }
    };
    const patiently = (url, request, signal, use) => (0,http_patiently/* askPatiently */.Ev)(async () => use(await send(url, request, signal)), {
        platform: 'GitLab',
        repeatable: request.method === 'GET',
        limitPause: (attempt) => attempt ** 2,
        judge: judgeTrouble,
        wait: (seconds) => wait(seconds, signal),
        warn: place.warn ?? (() => undefined)
    }, signal);
    let received = 0;
    let id;
    const root = async (signal) => {
        id ??= /^\d+$/.test(place.project) ? Promise.resolve(place.project) : numberOf(signal);
        try {
            return `${api}/projects/${await id}`;
        }
        catch (error) {
            id = undefined;
            throw error;
        }
    };
    const numberOf = async (signal) => {
        const url = new URL(`${api}/projects/${encodeURIComponent(place.project)}`);
        try {
            const found = await patiently(url, { method: 'GET', path: '' }, signal, (response) => jsonOf(url, response));
            return String((0,shapes/* demandShape */.z)(NUMBERED, found, 'GitLab', url).id);
        }
        catch (error) {
            throw explainError(error, `cannot see the project ${place.project}`, signal);
        }
    };
    const urlOf = async ({ path, query = {} }, signal) => {
        const url = new URL(path === '' ? await root(signal) : `${await root(signal)}/${path}`);
        for (const [name, value] of Object.entries(query))
            url.searchParams.set(name, value);
        return url;
    };
    const jsonOf = async (url, response, method = 'GET') => {
        const where = `${method} ${url.origin}${url.pathname}`;
        const text = await (0,answer_body/* readAnswerText */.oh)(response, url, timing.patience).catch((cause) => {
            throw cause instanceof errors/* Failure */.H || (0,shapes/* isBug */.X)(cause) ? cause : new Refused(where, 0, '', { cause });
        });
        received += text.length;
        try {
            return JSON.parse(text);
        }
        catch {
            throw new errors/* Failure */.H('host', `${url.origin}${url.pathname} answers with something that is not JSON`, {
                hint: 'Check the API URL: a proxy or a login page may answer in the place of GitLab.'
            });
        }
    };
    return {
        packageName: place.packageName,
        patience: timing.patience,
        isJob,
        warn: place.warn ?? (() => undefined),
        address: async (path, signal) => `${await root(signal)}/${path}`,
        ask: async (request, signal) => patiently(await urlOf(request, signal), request, signal, (response) => Promise.resolve(response)),
        async tell(request, signal) {
            await patiently(await urlOf(request, signal), request, signal, (response) => (0,answer_body/* readRefusalWords */.C_)(response, timing.patience));
        },
        async json(request, shape, signal) {
            const url = await urlOf(request, signal);
            const found = await patiently(url, request, signal, (response) => jsonOf(url, response, request.method));
            return (0,shapes/* demandShape */.z)(shape, found, 'GitLab', url);
        },
        async list(path, shape, query, signal) {
            const all = [];
            const [before, limit] = [received, (0,list_limit/* makeListLimit */.O)('GitLab')];
            const own = (page) => urlOf({ method: 'GET', path, query: { ...query, per_page: String(PER_PAGE), page } }, signal);
            let page = 1;
            for (let url = await own('1'); url !== undefined; page++) {
                const asked = url;
                const { items, next, link } = await patiently(asked, { method: 'GET', path }, signal, async (response) => ({
                    items: (0,shapes/* demandShape */.z)(schemas/* array */.YOg(shape), demandList(asked, await jsonOf(asked, response)), 'GitLab', asked),
                    next: response.headers.get('x-next-page'),
                    link: response.headers.get('link')
                }));
                all.push(...items);
                limit(received - before);
                url = await findNextPage({ items, next, link }, asked, own, page + 1);
            }
            return all;
        },
        wait,
        async pause(trouble, attempt, signal) {
            const after = trouble instanceof Refused ? trouble.after : undefined;
            if (after !== undefined && after > http_patiently/* LONGEST_WAIT */.dX)
                throw trouble;
            await wait(after === undefined ? attempt ** 2 * (0.75 + Math.random() / 2) : Math.max(1, after), signal);
        }
    };
}
function judgeTrouble(error) {
    if (!(error instanceof Refused))
        return { kind: 'final' };
    const { status, passing, after } = error;
    return status === 429 ? { kind: 'limit', after } : passing ? { kind: 'passing', after } : { kind: 'final' };
}
function readAfter({ status, headers }) {
    const limited = status === 429 ? (headers.get('ratelimit-reset') ?? headers.get('ratelimit-resettime')) : undefined;
    return (0,http_patiently/* readPause */.H5)({ retryAfter: headers.get('retry-after') ?? undefined, reset: limited ?? undefined });
}
async function findNextPage({ items, next, link }, asked, own, after) {
    if (next !== null)
        return next === '' ? undefined : own(next);
    if (link !== null)
        return (0,next_page/* parseNextLink */.P)(link, asked, 'GitLab');
    return items.length >= PER_PAGE ? own(String(after)) : undefined;
}
function demandList(url, found) {
    if (Array.isArray(found))
        return found;
    throw new errors/* Failure */.H('host', `${url.origin}${url.pathname} answers with something that is not a list`, {
        hint: 'Check the API URL.'
    });
}

// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/base/limits.ts
var limits = __webpack_require__(58369);
// EXTERNAL MODULE: ./src/base/json.ts
var json = __webpack_require__(23659);
// EXTERNAL MODULE: ./src/model/file-list.ts
var file_list = __webpack_require__(70276);
// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/names.ts



const LONGEST_PATH = 128;
function refuseGitlabNames(names) {
    (0,release_names/* refuseNames */.d3)(names);
    const long = names.filter((name) => name.length + 1 > LONGEST_PATH);
    if (long.length === 0)
        return;
    throw new errors/* Failure */.H('input', `names too long for a link of GitLab: ${long.join(', ')}`, {
        hint: `Use at most ${LONGEST_PATH - 1} characters.`
    });
}
const formatDirectPath = (name) => /^[-.\w]*[0-9A-Za-z]$/.test(name) && name.length < LONGEST_PATH ? `/${name}` : undefined;
function formatPackageVersion(tag) {
    if (/^(?!.*\.\.)[A-Za-z0-9_+.-]{1,200}$/.test(tag))
        return tag;
    const plain = tag.replace(/[^A-Za-z0-9_+.-]+/g, '-').replace(/\.{2,}/g, '.');
    return `${plain.slice(0, 100)}-${(0,digest/* hashBytes */.yi)(tag).slice(0, 16)}`;
}

// EXTERNAL MODULE: ./src/adapters/http/download.ts
var download = __webpack_require__(67141);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/package.ts



const ROW = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    package_id: schemas/* number */.aig(),
    file_name: schemas/* string */.YjP(),
    size: schemas/* number */.aig(),
    file_sha256: schemas/* string */.YjP().nullable().default(null)
});
const formatGenericPath = (...parts) => `packages/generic/${parts.map(encodeURIComponent).join('/')}`;
function openShelf(client, name, version) {
    let id;
    let known = [];
    const list = async (signal) => {
        id ??= await findPackageId(client, name, version, signal);
        if (id === undefined)
            return [];
        try {
            const rows = await client.list(`packages/${id}/package_files`, ROW, {}, signal);
            return [...rows].sort((a, b) => a.id - b.id);
        }
        catch (error) {
            if (!isMissing(error))
                throw error;
            id = undefined;
            return [];
        }
    };
    return {
        version,
        pathOf: (file) => formatGenericPath(name, version, file),
        rows: () => known,
        async look(signal) {
            try {
                return (known = await list(signal));
            }
            catch (error) {
                throw explainError(error, `cannot list the files of the package ${name} ${version}`, signal);
            }
        },
        learn: (row) => void (id = row.package_id)
    };
}
const PACKAGE = schemas/* object */.Ikc({ id: schemas/* number */.aig(), name: schemas/* string */.YjP(), version: schemas/* string */.YjP().nullish(), package_type: schemas/* string */.YjP() });
async function findPackageId(client, name, version, signal) {
    const query = { package_type: 'generic', package_name: name, package_version: version };
    const all = await client.list('packages', PACKAGE, query, signal);
    return all.find((each) => each.package_type === 'generic' && each.name === name && each.version === version)?.id;
}
function listServed(rows) {
    const newest = new Map(rows.map((row) => [row.file_name, row]));
    return [...newest.values()].map(({ file_name: name, size, file_sha256 }) => ({
        name,
        size,
        sha256: file_sha256 ?? undefined
    }));
}
const streamFile = (client, path, { name, size }, signal) => (0,download/* streamResuming */.h)({
    name,
    size,
    patience: client.patience,
    ask: (from) => client.ask({ method: 'GET', path, headers: from > 0 ? { range: `bytes=${from}-` } : {} }, signal),
    wait: (seconds) => client.wait(seconds, signal),
    isPassing: isPassing,
    isMissing: isMissing,
    explained: (error, doing) => explainError(error, doing, signal)
}, signal);
async function withdrawFile(client, row, signal) {
    const path = `packages/${row.package_id}/package_files/${row.id}`;
    try {
        await client.tell({ method: 'DELETE', path }, signal);
        return true;
    }
    catch (error) {
        signal.throwIfAborted();
        if (isMissing(error))
            return true;
        if (error instanceof Refused)
            return false;
        throw error;
    }
}

// EXTERNAL MODULE: ./src/model/unseen-release.ts
var unseen_release = __webpack_require__(57069);
// EXTERNAL MODULE: ./src/model/release-marks.ts
var release_marks = __webpack_require__(41263);
// EXTERNAL MODULE: ./src/base/text.ts
var base_text = __webpack_require__(40766);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/release.ts






const LINK = schemas/* object */.Ikc({ id: schemas/* number */.aig(), name: schemas/* string */.YjP(), url: schemas/* string */.YjP() });
const RELEASE = schemas/* object */.Ikc({
    tag_name: schemas/* string */.YjP(),
    name: schemas/* string */.YjP(),
    description: schemas/* string */.YjP().nullish(),
    released_at: schemas/* string */.YjP(),
    created_at: schemas/* string */.YjP().nullish(),
    commit: schemas/* object */.Ikc({ id: schemas/* string */.YjP() }).nullish(),
    assets: schemas/* object */.Ikc({ links: schemas/* array */.YOg(LINK) }),
    _links: schemas/* object */.Ikc({ self: schemas/* string */.YjP().nullish() }).nullish()
});
const formatReleaseMark = (commit, files) => `<!-- slipway ${commit} ${files} -->`;
const MARK = /<!-- slipway ([0-9a-f]{40}) (\d+) -->\s*$/;
const parseReleaseMark = (release) => {
    const [, commit, files] = MARK.exec(release.description ?? '') ?? [];
    return commit === undefined ? undefined : { commit, files: Number(files) };
};
const stripReleaseMark = (release) => (release.description ?? '').replace(MARK, '').trimEnd();
const readYank = (release) => (0,release_marks/* parseYank */.HL)(release.description ?? '');
const formatReleasePath = (tag) => `releases/${encodeURIComponent(tag)}`;
async function readRelease(client, tag, signal) {
    try {
        return await client.json({ method: 'GET', path: formatReleasePath(tag) }, RELEASE, signal);
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw explainError(error, `cannot look for the release ${tag}`, signal);
    }
}
async function readStanding(client, release, signal) {
    const prefix = await client.address('packages/generic/', signal);
    const linked = release.assets.links.flatMap(({ url }) => parseLinked(url, prefix) ?? []);
    const files = new Map();
    const packages = new Map(linked.map(({ packageName, version }) => [`${packageName}/${version}`, { packageName, version }]));
    for (const { packageName, version } of packages.values()) {
        const there = listServed(await openShelf(client, packageName, version).look(signal));
        for (const each of linked.filter((link) => link.packageName === packageName && link.version === version)) {
            const path = formatGenericPath(packageName, version, each.name);
            files.set(each.name, { file: there.find(({ name }) => name === each.name), path });
        }
    }
    const present = [...files.values()].every(({ file }) => file !== undefined);
    const enough = files.size >= Math.max(1, parseReleaseMark(release)?.files ?? 1);
    return { release, files, whole: present && enough && readYank(release)?.half !== true };
}
function parseLinked(url, prefix) {
    if (!url.startsWith(prefix))
        return undefined;
    try {
        const [packageName, version, name, ...more] = url.slice(prefix.length).split('/').map(decodeURIComponent);
        if (!packageName || !version || !name || more.length > 0)
            return undefined;
        return { packageName, version, name };
    }
    catch {
        return undefined;
    }
}
function makePublished(client, { release, files }, url, signal) {
    return {
        tag: release.tag_name,
        url: release._links?.self ?? url,
        files: [...files.values()].flatMap(({ file }) => file ?? []),
        yanked: readYank(release)?.why,
        since: release.created_at ?? undefined,
        download(name) {
            const { file, path } = files.get(name) ?? {};
            if (!file || path === undefined) {
                throw new errors/* Failure */.H('host', `the release ${release.tag_name} has no file ${(0,base_text/* quote */.hD)(name)}`);
            }
            return streamFile(client, path, file, signal);
        }
    };
}
async function findLatest(client, signal) {
    const query = { order_by: 'released_at', sort: 'desc', per_page: '1' };
    try {
        const [found] = await client.json({ method: 'GET', path: 'releases', query }, schemas/* array */.YOg(RELEASE), signal);
        return found;
    }
    catch (error) {
        throw explainError(error, 'cannot look for the latest release', signal);
    }
}
async function listReleases(client, signal) {
    try {
        const all = await client.list('releases', RELEASE, {}, signal);
        return all.map((release) => ({
            tag: release.tag_name,
            prerelease: PRERELEASE.test(release.description ?? ''),
            yanked: readYank(release) !== undefined
        }));
    }
    catch (error) {
        throw explainError(error, 'cannot list the releases', signal);
    }
}
const PRERELEASE_LINE = '**This is a prerelease.**';
const PRERELEASE = /^\*\*This is a prerelease\.\*\*$/m;

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/links.ts








const LONGEST_NOTES = 1_000_000;
const ATTEMPTS = 4;
const ARCHIVE = /\.(tar\.gz|tgz|zip|tar|deb|rpm|apk)$/;
async function makeLinks(client, shelf, names, signal) {
    const links = [];
    for (const name of names) {
        const path = formatDirectPath(name);
        links.push({
            name,
            url: await client.address(shelf.pathOf(name), signal),
            ...(path === undefined ? {} : { direct_asset_path: path }),
            link_type: ARCHIVE.test(name) ? 'package' : 'other'
        });
    }
    return links;
}
async function createRelease(client, request, links, signal) {
    const doing = `cannot publish ${request.tag}`;
    const body = {
        tag_name: request.tag,
        name: request.title,
        description: composeDescription(request, links.length),
        ...(await chooseDate(client, request, signal)),
        assets: { links }
    };
    let trouble;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1) {
            await client.pause(trouble, attempt - 1, signal).catch((error) => {
                throw explainError(error, doing, signal);
            });
            if (await readRelease(client, request.tag, signal))
                return 'found';
        }
        try {
            await client.tell({ method: 'POST', path: 'releases', body }, signal);
            return 'made';
        }
        catch (error) {
            signal.throwIfAborted();
            if (isRefused(error, [409]))
                return 'found';
            const taken = isRefused(error, [400], /already been taken/i) && (await readRelease(client, request.tag, signal));
            if (taken)
                return 'found';
            if (!isPassing(error))
                throw explainError(error, doing, signal);
            trouble = error;
        }
    }
    if (await readRelease(client, request.tag, signal))
        return 'found';
    throw explainError(trouble, `${doing} in ${ATTEMPTS} attempts`, signal);
}
const composeDescription = (request, files) => {
    const notes = request.prerelease ? `${PRERELEASE_LINE}\n\n${request.notes}` : request.notes;
    return (0,release_names/* fitNotes */.NI)(notes, formatReleaseMark(request.commit, files), LONGEST_NOTES, 'GitLab');
};
async function chooseDate(client, request, signal) {
    const latest = await findLatest(client, signal);
    const at = Date.parse(latest?.released_at ?? '');
    if (request.latest) {
        if (latest && at > Date.now()) {
            client.warn(`${latest.tag_name} stays GitLab's latest release: its date, ${latest.released_at}, is in the future`);
        }
        return {};
    }
    if (!latest || Number.isNaN(at)) {
        client.warn(`${request.tag} is not meant as the latest release, and GitLab will call it that: it has no other`);
        return {};
    }
    const date = new Date(Math.min(Date.now(), at) - 1000).toISOString();
    client.warn(`${request.tag} gets the date ${date}, just before ${latest.tag_name}: GitLab's latest release is the one with the latest date`);
    return { released_at: date };
}
async function completeRelease(client, found, request, links, signal) {
    let release = found;
    demandCommit(release, request);
    refuseOtherLinks(release, links);
    const mark = parseReleaseMark(release);
    const doing = `cannot complete the release ${request.tag}`;
    let marked = mark !== undefined && mark.files === links.length;
    if (mark === undefined)
        client.warn(`the release ${request.tag} was there already: its title and notes are kept`);
    let trouble;
    const broken = (error, doing) => {
        const told = explainError(error, doing, signal);
        return marked && !signal.aborted ? (0,finished/* markExposed */.uQ)(told) : told;
    };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1) {
            await client.pause(trouble, attempt - 1, signal).catch((error) => {
                throw broken(error, doing);
            });
            release = (await readRelease(client, request.tag, signal)) ?? release;
            refuseOtherLinks(release, links);
        }
        try {
            if (!marked)
                await putMark(client, release, request, links.length, signal);
            marked = true;
            for (const link of links.filter(({ url }) => !release.assets.links.some((each) => each.url === url)))
                await addLink(client, request.tag, link, signal);
            await clearYank(client, request, signal);
            return;
        }
        catch (error) {
            signal.throwIfAborted();
            if (!isPassing(error))
                throw broken(error, doing);
            trouble = error;
        }
    }
    throw broken(trouble, `${doing} in ${ATTEMPTS} attempts`);
}
async function addLink(client, tag, link, signal) {
    try {
        await client.tell({ method: 'POST', path: `${formatReleasePath(tag)}/assets/links`, body: link }, signal);
    }
    catch (taken) {
        if (!isRefused(taken, [400], /already been taken/i))
            throw taken;
        const sight = await (0,base_patience/* lookPatiently */.wZ)(async () => {
            const release = await readRelease(client, tag, signal);
            if (release)
                refuseOtherLinks(release, [link]);
            const there = release?.assets.links.some(({ url }) => url === link.url);
            return there ? { seen: 'right', value: undefined } : { seen: 'missing', what: `no link ${link.name} is shown` };
        }, (seconds) => client.wait(seconds, signal), base_patience/* AFTER_A_WRITE */.x);
        if (sight.seen !== 'right')
            throw taken;
    }
}
async function clearYank(client, request, signal) {
    const release = await readRelease(client, request.tag, signal);
    if (!release || readYank(release)?.half !== true)
        return;
    const body = {
        name: (0,release_marks/* stripYankFromTitle */.M4)(release.name),
        description: (0,release_marks/* stripYank */.cl)(release.description ?? ''),
        ...(request.latest ? { released_at: new Date().toISOString() } : {})
    };
    await client.tell({ method: 'PUT', path: formatReleasePath(request.tag), body }, signal);
}
async function putMark(client, release, request, files, signal) {
    const yank = readYank(release);
    const plain = (0,release_marks/* stripYank */.cl)(release.description ?? '');
    const own = parseReleaseMark(release)
        ? composeDescription(request, files)
        : addReleaseMark(plain, request.commit, files);
    const words = yank ? (0,release_marks/* addYankToNotes */.tG)(own, yank) : own;
    await client.tell({ method: 'PUT', path: formatReleasePath(request.tag), body: { description: words } }, signal);
}
const addReleaseMark = (words, commit, files) => (0,release_names/* fitNotes */.NI)(words, formatReleaseMark(commit, files), LONGEST_NOTES, 'GitLab');
function demandCommit(release, request) {
    const theirs = release.commit?.id;
    if (theirs === undefined || theirs === request.commit)
        return;
    throw new errors/* Failure */.H('verification', `the release ${request.tag} on GitLab is of commit ${theirs}, not of ${request.commit}`, { hint: 'The tag was moved. Delete that release (and keep its tag) or choose a new tag.' });
}
function refuseOtherLinks(release, links) {
    for (const { name, url } of links) {
        const theirs = release.assets.links.find((each) => each.name === name && each.url !== url);
        if (theirs === undefined)
            continue;
        throw new errors/* Failure */.H('verification', `the release ${release.tag_name} has a link ${name} that leads elsewhere`, {
            hint: 'That link was left as it is. Remove it, or give it another name; then run again.'
        });
    }
}

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/tag.ts




const TAG = schemas/* object */.Ikc({
    commit: schemas/* object */.Ikc({ id: schemas/* string */.YjP().nullish() }).nullish(),
    protected: schemas/* boolean */.zMY().nullish()
});
const peelTag = async (client, tag, signal) => (await readTag(client, tag, signal))?.commit;
async function readTag(client, tag, signal) {
    const path = `repository/tags/${encodeURIComponent(tag)}`;
    try {
        const { commit, protected: guarded } = await client.json({ method: 'GET', path }, TAG, signal);
        if (commit?.id)
            return { commit: commit.id, guarded: guarded === true };
        throw new errors/* Failure */.H('verification', `the tag ${tag} does not mean a commit`);
    }
    catch (error) {
        if (isMissing(error))
            return undefined;
        throw explainError(error, `cannot read the tag ${JSON.stringify(tag)}`, signal);
    }
}
async function demandTag(client, tag, commit, signal) {
    const sight = await (0,base_patience/* lookPatiently */.wZ)(() => lookAtTag(client, tag, commit, signal), (seconds) => client.wait(seconds, signal), base_patience/* AT_REST */.Ps);
    if (sight.seen === 'right')
        return sight.value;
    throw sight.seen === 'wrong' ? sight.failure : makeTagFailure(tag, commit, undefined);
}
async function lookAtTag(client, tag, commit, signal) {
    const now = await readTag(client, tag, signal);
    if (now === undefined)
        return { seen: 'missing', what: `the tag ${tag} is not there` };
    if (now.commit === commit)
        return { seen: 'right', value: now };
    return { seen: 'wrong', failure: makeTagFailure(tag, commit, now.commit) };
}
const makeTagFailure = (tag, commit, now) => {
    const seen = now === undefined ? 'is not there (any more)' : `means ${now}`;
    return new errors/* Failure */.H('verification', `the tag ${tag} on GitLab ${seen}; the release is of ${commit}`, {
        hint: 'Push the tag; or, if it was moved on purpose, release the commit that it means now.'
    });
};

// EXTERNAL MODULE: ./src/adapters/http/body.ts
var http_body = __webpack_require__(78057);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/upload.ts








const upload_ATTEMPTS = 6;
async function uploadFile(client, files, shelf, file, signal) {
    const doing = `cannot upload ${file.name}`;
    let rows = shelf.rows();
    let sent = false;
    let trouble;
    for (let attempt = 1; attempt <= upload_ATTEMPTS; attempt++) {
        if (attempt > 1) {
            await client.pause(trouble, attempt - 1, signal).catch((error) => {
                throw explainError(error, doing, signal);
            });
        }
        if (attempt > 1 || pickNamed(rows, file).length === 0)
            rows = await shelf.look(signal);
        if (sent && pickNamed(rows, file).length === 0)
            rows = await awaitNamed(client, shelf, file, base_patience/* AT_REST */.Ps, signal);
        if (pickNamed(rows, file).length > 0) {
            await demandEqual(client, shelf, rows, file, signal);
            return sent ? 'added' : 'kept';
        }
        const body = await (0,http_body/* openBody */.B)(files, file);
        sent = true;
        try {
            const row = await putFile(client, shelf, file.name, body, signal);
            if (!isRow(row)) {
                rows = await awaitNamed(client, shelf, file, base_patience/* AFTER_A_WRITE */.x, signal);
                await demandEqual(client, shelf, rows, file, signal);
                if (pickNamed(rows, file).length > 0)
                    return 'added';
                throw new errors/* Failure */.H('host', `${doing}: GitLab took it, and does not list it`, {
                    hint: 'Run again in some minutes: what is uploaded stays and is not uploaded again.'
                });
            }
            shelf.learn(row);
            const theirs = await readRowDigest(client, shelf, row, signal);
            if (theirs === file.sha256)
                return await settleUpload(client, shelf, row, file, signal);
            trouble = new errors/* Failure */.H('verification', `${file.name} arrived damaged: sha256 ${theirs} there, ${file.sha256} here`, {
                hint: `Remove it in the package registry (${shelf.version}) and run again.`
            });
            if (!(await withdrawFile(client, row, signal)))
                throw trouble;
            sent = false;
        }
        catch (error) {
            signal.throwIfAborted();
            const again = isRefused(error, [400], /duplicate package/i);
            if (!isPassing(error) && !again)
                throw explainError(error, doing, signal);
            if (again)
                sent = false;
            trouble = error;
        }
    }
    throw explainError(trouble, `${doing} in ${upload_ATTEMPTS} attempts`, signal);
}
async function awaitNamed(client, shelf, file, patience, signal) {
    await (0,base_patience/* lookPatiently */.wZ)(async () => pickNamed(await shelf.look(signal), file).length > 0
        ? { seen: 'right', value: undefined }
        : { seen: 'missing', what: `${file.name} is not listed` }, (seconds) => client.wait(seconds, signal), patience);
    return shelf.rows();
}
const pickNamed = (rows, { name }) => rows.filter(({ file_name }) => file_name === name);
async function settleUpload(client, shelf, own, file, signal) {
    const older = pickNamed(await shelf.look(signal), file).filter(({ id }) => id < own.id);
    if (older.length === 0)
        return 'added';
    const gone = await withdrawFile(client, own, signal);
    if (!gone) {
        client.warn(`${file.name} lies twice in the package ${shelf.version}: another run was faster, and this token may not remove ours`);
    }
    await demandEqual(client, shelf, older, file, signal);
    await shelf.look(signal);
    return 'kept';
}
async function demandEqual(client, shelf, rows, file, signal) {
    for (const row of pickNamed(rows, file)) {
        const theirs = await readRowDigest(client, shelf, row, signal);
        if (theirs !== file.sha256 || row.size !== file.size) {
            throw (0,finished/* makeDifferenceFailure */.Q6)(`the package ${client.packageName} ${shelf.version} on GitLab`, file.name, theirs, file.sha256);
        }
    }
}
async function demandDigest(client, path, there, file, signal) {
    const theirs = there.sha256 ?? (await (0,digest/* hashStream */.LH)(streamFile(client, path, there, signal)));
    if (theirs !== file.sha256 || there.size !== file.size)
        throw (0,finished/* makeDifferenceFailure */.Q6)(`the release on GitLab`, file.name, theirs, file.sha256);
}
const readRowDigest = async (client, shelf, row, signal) => row.file_sha256 ??
    (await (0,digest/* hashStream */.LH)(streamFile(client, shelf.pathOf(row.file_name), { name: row.file_name, size: row.size, sha256: undefined }, signal)));
const putFile = (client, shelf, name, body, signal) => client.json({ method: 'PUT', path: shelf.pathOf(name), query: { select: 'package_file' }, body }, schemas/* unknown */.L5J(), signal);
const isRow = (found) => ROW.safeParse(found).success;

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/read-back.ts









async function lookAtRelease(client, tag, signal) {
    const release = await readRelease(client, tag, signal);
    return release && readStanding(client, release, signal);
}
async function awaitRelease(client, tag, signal) {
    const sight = await (0,base_patience/* lookPatiently */.wZ)(async () => {
        const value = await lookAtRelease(client, tag, signal);
        return value ? { seen: 'right', value } : { seen: 'missing', what: `GitLab shows no release ${tag}` };
    }, (seconds) => client.wait(seconds, signal), base_patience/* AFTER_A_WRITE */.x);
    return sight.seen === 'right' ? sight.value : undefined;
}
const readPublished = async (client, standing, signal) => makePublished(client, standing, await client.address(formatReleasePath(standing.release.tag_name), signal), signal);
async function demandFiles(client, shelf, expected, signal) {
    const where = `the package ${client.packageName} ${shelf.version}`;
    const sight = await (0,base_patience/* lookPatiently */.wZ)(async () => {
        const rows = await shelf.look(signal);
        const absent = expected.filter(({ name }) => !rows.some((row) => row.file_name === name));
        if (absent.length > 0)
            return { seen: 'missing', what: `${(0,finished/* formatNamesWithVerb */.p3)(absent)} not in ${where}` };
        for (const file of expected) {
            const failure = await explainCover(client, shelf, rows, file, signal);
            if (failure)
                return { seen: 'wrong', failure };
        }
        return { seen: 'right', value: rows };
    }, (seconds) => client.wait(seconds, signal), base_patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'wrong')
        throw sight.failure;
    if (sight.seen === 'missing') {
        const hint = 'GitLab does not show what was uploaded, or another run or a person removed it: run again.';
        throw (0,unseen_release/* makeUnseenFailure */.h)(sight.what, sight.asked, hint);
    }
    const others = listServed(sight.value).filter(({ name }) => !expected.some((file) => file.name === name));
    for (const { name } of others)
        client.warn(`${name} in ${where} is not from this run: kept`);
    const linkable = others.filter(({ name }) => /^[\w.+~@-]+$/.test(name));
    return [...expected, ...linkable].map(({ name }) => name);
}
async function explainCover(client, shelf, rows, file, signal) {
    const [oldest, ...younger] = rows.filter(({ file_name }) => file_name === file.name);
    if (oldest)
        await demandEqual(client, shelf, [oldest], file, signal);
    const other = younger.find(({ file_sha256: sha256 }) => sha256 !== null && sha256 !== file.sha256);
    const where = `the package ${client.packageName} ${shelf.version} on GitLab`;
    return other && (0,finished/* makeDifferenceFailure */.Q6)(where, file.name, other.file_sha256 ?? '', file.sha256);
}
async function demandPublished(client, request, expected, signal) {
    const sight = await (0,base_patience/* lookPatiently */.wZ)(() => lookAtPublished(client, request, expected, signal), (seconds) => client.wait(seconds, signal), base_patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'right')
        return sight.value;
    throw sight.seen === 'wrong' ? sight.failure : (0,unseen_release/* makeUnseenReleaseFailure */.U)(request.tag, sight.asked);
}
async function lookAtPublished(client, request, expected, signal) {
    const { tag, commit } = request;
    const standing = await lookAtRelease(client, tag, signal);
    if (!standing)
        return { seen: 'missing', what: `GitLab shows no release ${tag}` };
    try {
        demandCommit(standing.release, request);
        for (const file of expected) {
            const { file: there, path = '' } = standing.files.get(file.name) ?? {};
            if (there)
                await demandDigest(client, path, there, file, signal);
        }
    }
    catch (error) {
        if (error instanceof errors/* Failure */.H && error.kind === 'verification')
            return { seen: 'wrong', failure: error };
        throw error;
    }
    const absent = expected.filter(({ name }) => standing.files.get(name)?.file === undefined);
    if (absent.length > 0)
        return { seen: 'missing', what: `${(0,finished/* formatNamesWithVerb */.p3)(absent)} not in the release` };
    if (!standing.whole)
        return { seen: 'missing', what: `GitLab shows ${tag} without all its files` };
    const tagged = await lookAtTag(client, tag, commit, signal);
    return tagged.seen === 'right' ? { seen: 'right', value: await readPublished(client, standing, signal) } : tagged;
}

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/keep.ts












const openNotes = (client, tag) => openShelf(client, client.packageName, `${formatPackageVersion(tag)}.slipway-draft`);
const NOTE = /^draft-([0-9a-f]{16})\.json$/;
const nameNote = (text) => `draft-${(0,digest/* hashBytes */.yi)(text).slice(0, 16)}.json`;
const isNote = schemas/* object */.Ikc({
    ...{ tag: schemas/* string */.YjP(), commit: schemas/* string */.YjP(), title: schemas/* string */.YjP(), notes: schemas/* string */.YjP() },
    ...{ prerelease: schemas/* boolean */.zMY(), latest: schemas/* boolean */.zMY(), verified: schemas/* string */.YjP() }
});
const keep_ATTEMPTS = 4;
async function keepDraft(client, shelf, request, expected, signal) {
    await demandFiles(client, shelf, expected, signal);
    await demandTag(client, request.tag, request.commit, signal);
    if ((await lookAtRelease(client, request.tag, signal))?.whole)
        throw (0,finished/* makePublishedFailure */.bI)(request.tag);
    const { tag, commit, title, notes, prerelease, latest } = request;
    const note = { tag, commit, title, notes, prerelease, latest, verified: (0,file_list/* digestFileList */.r)(expected) };
    const place = openNotes(client, tag);
    const before = await readNewestNote(client, place, await place.look(signal), signal);
    const same = ['verified', 'commit', 'prerelease', 'latest'].every((key) => before?.[key] === note[key]);
    if (!same)
        await writeNote(client, place, JSON.stringify(note), signal);
    return await locate(client, shelf, signal);
}
const locate = async (client, shelf, signal) => {
    const [row] = shelf.rows();
    return await client.address(row === undefined ? 'packages' : `packages/${row.package_id}`, signal);
};
async function writeNote(client, place, text, signal) {
    const doing = 'cannot note that the draft is whole';
    const name = nameNote(text);
    let trouble;
    for (let attempt = 1; attempt <= keep_ATTEMPTS; attempt++) {
        try {
            if (attempt > 1) {
                await client.pause(trouble, attempt - 1, signal);
                if ((await place.look(signal)).some(({ file_name }) => file_name === name))
                    return;
            }
            await putFile(client, place, name, new Blob([text]), signal);
            return;
        }
        catch (error) {
            signal.throwIfAborted();
            if (isRefused(error, [400], /duplicate package/i))
                return;
            if (!isPassing(error))
                throw explainError(error, doing, signal);
            trouble = error;
        }
    }
    throw explainError(trouble, `${doing} in ${keep_ATTEMPTS} attempts`, signal);
}
async function readNewestNote(client, place, rows, signal) {
    for (const { file_name: name, size } of [...rows].reverse()) {
        if (!NOTE.test(name) || size > limits/* LIMITS */.b1.document.most)
            continue;
        const chunks = [];
        const file = { name, size, sha256: undefined };
        for await (const chunk of streamFile(client, place.pathOf(name), file, signal))
            chunks.push(chunk);
        const text = Buffer.concat(chunks).toString('utf8');
        const note = nameNote(text) === name ? isNote.safeParse((0,json/* parseJson */.qF)(text)) : undefined;
        if (note?.success)
            return note.data;
    }
    return undefined;
}
async function findKeptDraft(client, tag, signal) {
    const place = openNotes(client, tag);
    const notes = await place.look(signal);
    const note = await readNewestNote(client, place, notes, signal);
    if (note?.tag !== tag)
        return undefined;
    const { verified, ...request } = note;
    const shelf = openShelf(client, client.packageName, formatPackageVersion(tag));
    const files = listServed(await shelf.look(signal));
    return {
        request,
        verified,
        url: await locate(client, shelf, signal),
        files,
        download(name) {
            const file = files.find((each) => each.name === name);
            if (!file)
                throw new Error(`the package of ${tag} has no file ${name}`);
            return streamFile(client, shelf.pathOf(name), file, signal);
        },
        async forget(signal) {
            for (const row of notes)
                await withdrawFile(client, row, signal);
        }
    };
}

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/protected-tags.ts



const RULE = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    create_access_levels: schemas/* array */.YOg(schemas/* object */.Ikc({
        access_level: schemas/* number */.aig().nullish(),
        user_id: schemas/* number */.aig().nullish(),
        group_id: schemas/* number */.aig().nullish(),
        deploy_key_id: schemas/* number */.aig().nullish()
    }))
});
async function demandTagRights(client, tag, level, signal) {
    const unseen = [`whether the user of the token may release ${tag}: it is a protected tag`];
    if (level === undefined)
        return unseen;
    try {
        const rules = await client.list('protected_tags', RULE, {}, signal);
        const allowed = rules.filter(({ name }) => matches(name, tag)).flatMap((rule) => rule.create_access_levels);
        const roles = allowed.filter(({ user_id, group_id, deploy_key_id }) => !user_id && !group_id && !deploy_key_id);
        if (roles.some(({ access_level: least }) => least && level >= least))
            return [];
        if (allowed.length > roles.length || allowed.length === 0)
            return unseen;
    }
    catch (error) {
        if (isRefused(error, [401, 403, 404]))
            return unseen;
        throw explainError(error, 'cannot list the protected tags', signal);
    }
    throw new errors/* Failure */.H('environment', `the tag ${tag} is protected, and the role of the token's user may not release it`, {
        hint: 'Settings > Repository > Protected tags says who may: use a token of one of them, or change the rule.'
    });
}
const matches = (rule, tag) => new RegExp(`^${rule.split('*').map(escapePattern).join('.*')}$`, 's').test(tag);
const escapePattern = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/preflight.ts













const DEVELOPER = 30;
async function preflightGitlab(place, intent, signal) {
    refuseGitlabNames(intent.names);
    demandToken(place);
    const client = connect(place);
    const { level, unseen: unsaid } = client.isJob
        ? { level: undefined, unseen: ['whether the job token may write: GitLab does not say that'] }
        : await demandProject(client, signal);
    const { guarded } = await demandTag(client, intent.tag, intent.commit, signal);
    const shelf = openShelf(client, client.packageName, formatPackageVersion(intent.tag));
    const strange = listServed(await shelf.look(signal))
        .map(({ name }) => name)
        .filter((name) => !intent.names.includes(name));
    const known = strange.length > 0
        ? [`the package of ${intent.tag} holds ${strange.join(', ')}, which this release does not make: not linked`]
        : [];
    const standing = await lookAtRelease(client, intent.tag, signal);
    if (standing?.whole) {
        const published = await readPublished(client, standing, signal);
        const find = async () => {
            const seen = await lookAtRelease(client, intent.tag, signal);
            return seen && readPublished(client, seen, signal);
        };
        const wait = (seconds) => client.wait(seconds, signal);
        await (0,finished/* refuseOtherRelease */.K5)(published, intent.certain ?? [], { find, wait });
        return { published: published.url, known: [], unseen: unsaid };
    }
    const unseen = [...unsaid, ...(guarded ? await demandTagRights(client, intent.tag, level, signal) : [])];
    if (standing)
        known.push(...(await foreseeCompletion(client, shelf, intent, standing.release, signal)));
    return { published: undefined, known, unseen };
}
async function foreseeCompletion(client, shelf, intent, release, signal) {
    demandCommit(release, intent);
    refuseOtherLinks(release, await makeLinks(client, shelf, intent.names, signal));
    return parseReleaseMark(release)
        ? []
        : [`the release ${intent.tag} is there already, made by somebody else: its title, notes and links are kept`];
}
const ACCESS = schemas/* object */.Ikc({ access_level: schemas/* number */.aig() }).nullish();
const PROJECT = schemas/* object */.Ikc({
    archived: schemas/* boolean */.zMY().nullish(),
    packages_enabled: schemas/* boolean */.zMY().nullish(),
    permissions: schemas/* object */.Ikc({ project_access: ACCESS, group_access: ACCESS }).nullish()
});
async function demandProject(client, signal) {
    const project = await client.json({ method: 'GET', path: '' }, PROJECT, signal).catch((error) => {
        throw explainError(error, 'cannot see the project', signal);
    });
    if (project.archived === true) {
        throw new errors/* Failure */.H('environment', 'the project is archived: it takes no releases', { hint: 'Unarchive it first.' });
    }
    if (project.packages_enabled === false) {
        throw new errors/* Failure */.H('environment', 'the package registry of the project is switched off', {
            hint: 'Switch it on: Settings > General > Visibility, project features, permissions.'
        });
    }
    const levels = [project.permissions?.project_access, project.permissions?.group_access].flatMap((access) => access?.access_level ?? []);
    if (levels.length === 0)
        return { level: undefined, unseen: ['whether the token may write: GitLab names no role for it'] };
    const level = Math.max(...levels);
    if (level >= DEVELOPER)
        return { level, unseen: ['whether the token has the scope "api": GitLab does not say that here'] };
    throw new errors/* Failure */.H('environment', 'the user of the token has a role that may not publish', {
        hint: 'Give it the role Developer, or Maintainer where tags are protected.'
    });
}

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/yank.ts





async function yankRelease(client, order, signal) {
    const release = await readRelease(client, order.tag, signal);
    if (!release)
        return undefined;
    const url = release._links?.self ?? (await client.address(formatReleasePath(order.tag), signal));
    const isLatest = (await findLatest(client, signal))?.tag_name === order.tag;
    const successor = isLatest && order.latest !== undefined ? await readRelease(client, order.latest, signal) : undefined;
    const undone = isLatest && !successor ? [`${order.tag} stays GitLab's latest release: there is no other`] : [];
    const marked = readYank(release)?.half === order.half;
    if (marked && !successor)
        return { url, changed: false, undone };
    await updateRelease(client, release, {
        ...(marked ? {} : composeYankMarks(release, order)),
        ...(successor ? { released_at: dateBefore(successor) } : {}),
        signal
    });
    if (successor)
        await demandLatest(client, successor, signal);
    return { url, changed: true, undone };
}
async function reinstateRelease(client, order, signal) {
    const release = await readRelease(client, order.tag, signal);
    if (!release)
        return undefined;
    const url = release._links?.self ?? (await client.address(formatReleasePath(order.tag), signal));
    if (!readYank(release))
        return { url, changed: false, undone: [] };
    const own = parseReleaseMark(release);
    const mark = own ? formatReleaseMark(own.commit, own.files) : '';
    const moves = order.latest && (await findLatest(client, signal))?.tag_name !== order.tag;
    await updateRelease(client, release, {
        name: (0,release_marks/* stripYankFromTitle */.M4)(release.name),
        description: (0,release_names/* fitNotes */.NI)((0,release_marks/* stripYank */.cl)(stripReleaseMark(release)), mark, LONGEST_NOTES, 'GitLab'),
        ...(moves ? { released_at: new Date().toISOString() } : {}),
        signal
    });
    const undone = moves ? [`${order.tag} has today's date: GitLab does not keep the one that it had before`] : [];
    return { url, changed: true, undone };
}
const composeYankMarks = (release, { why, half }) => {
    const own = parseReleaseMark(release);
    const mark = own ? formatReleaseMark(own.commit, own.files) : '';
    const notes = (0,release_marks/* addYankToNotes */.tG)(stripReleaseMark(release), { why, half });
    return { name: (0,release_marks/* addYankToTitle */.WD)(release.name), description: (0,release_names/* fitNotes */.NI)(notes, mark, LONGEST_NOTES, 'GitLab') };
};
const dateBefore = ({ released_at }) => new Date(Date.parse(released_at) - 1000).toISOString();
async function demandLatest(client, release, signal) {
    const latest = await findLatest(client, signal);
    if (latest === undefined || latest.tag_name === release.tag_name)
        return;
    await updateRelease(client, release, { released_at: new Date().toISOString(), signal });
}
async function makeLatest(client, tag, signal) {
    const release = await readRelease(client, tag, signal);
    if (!release)
        return [`${tag} is not there any more`];
    const latest = await findLatest(client, signal);
    if (latest && Date.parse(latest.released_at) > Date.now())
        return [`the date of ${latest.tag_name}, ${latest.released_at}, is in the future, and the latest date counts`];
    await updateRelease(client, release, { released_at: new Date().toISOString(), signal });
    return [];
}
async function updateRelease(client, { tag_name: tag }, { signal, ...body }) {
    try {
        await client.tell({ method: 'PUT', path: formatReleasePath(tag), body }, signal);
    }
    catch (error) {
        throw explainError(error, `cannot change the release ${tag}`, signal);
    }
}

// EXTERNAL MODULE: ./src/adapters/releases/outlook.ts
var outlook = __webpack_require__(82124);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/publisher.ts


















function gitlabPublisher(place, files) {
    const client = connect(place);
    return {
        name: 'gitlab',
        foresee: async (intent, signal) => (0,outlook/* summarizeOutlook */.P)(await preflightGitlab(place, intent, signal)),
        find: (tag, signal) => findRelease(client, tag, signal),
        wait: (seconds, signal) => client.wait(seconds, signal),
        list: (signal) => listReleases(client, signal),
        commitOf: (tag, signal) => peelTag(client, tag, signal),
        async draft(request, signal) {
            demandToken(place);
            (0,finished/* refuseContradiction */.Wj)(request);
            const standing = await awaitSettled(client, request.tag, signal);
            const published = standing && (await readPublished(client, standing, signal));
            if (published && readYank(standing.release)?.half !== true)
                (0,finished/* refuseToContinueYanked */.DL)(published);
            if (published && standing.whole) {
                return (0,finished/* openFinishedRelease */.sJ)(published, {
                    find: () => findRelease(client, request.tag, signal),
                    wait: (seconds) => client.wait(seconds, signal)
                });
            }
            return openDraft(client, files, request, signal);
        },
        findKept(tag, signal) {
            demandToken(place);
            return findKeptDraft(client, tag, signal);
        },
        latest: {
            by: 'GitLab',
            now: async (signal) => (await findLatest(client, signal))?.tag_name,
            move: (tag, signal) => makeLatest(client, tag, signal)
        },
        yank(order, signal) {
            demandToken(place);
            return yankRelease(client, order, signal);
        },
        reinstate(order, signal) {
            demandToken(place);
            return reinstateRelease(client, order, signal);
        }
    };
}
async function findRelease(client, tag, signal) {
    const standing = await lookAtRelease(client, tag, signal);
    return standing?.whole ? readPublished(client, standing, signal) : undefined;
}
async function awaitSettled(client, tag, signal) {
    let standing = await lookAtRelease(client, tag, signal);
    await (0,base_patience/* lookPatiently */.wZ)(async () => {
        if (!standing || standing.whole || !parseReleaseMark(standing.release) || readYank(standing.release)?.half)
            return { seen: 'right', value: undefined };
        standing = await lookAtRelease(client, tag, signal);
        return { seen: 'missing', what: `the release ${tag} lacks files` };
    }, (seconds) => client.wait(seconds, signal), base_patience/* AT_REST */.Ps);
    return standing;
}
async function openDraft(client, files, request, signal) {
    const shelf = openShelf(client, client.packageName, formatPackageVersion(request.tag));
    const known = listServed(await shelf.look(signal));
    const added = new Map();
    const inTurn = (0,p_limit/* default */.A)(1);
    return {
        finished: false,
        files: known,
        download(name) {
            const file = known.find((each) => each.name === name);
            if (!file)
                throw new errors/* Failure */.H('host', `the package of ${request.tag} has no file ${JSON.stringify(name)}`);
            return streamFile(client, shelf.pathOf(name), file, signal);
        },
        async add(file) {
            refuseGitlabNames([...added.keys()].filter((name) => name !== file.name).concat(file.name));
            (0,release_names/* refusePackageSizes */.rW)([file]);
            added.set(file.name, file);
            return inTurn(() => uploadFile(client, files, shelf, file, signal));
        },
        publish: () => publishRelease(client, shelf, request, [...added.values()], signal),
        keep: () => keepDraft(client, shelf, request, [...added.values()], signal),
        [Symbol.asyncDispose]: () => Promise.resolve()
    };
}
async function publishRelease(client, shelf, request, expected, signal) {
    const names = await demandFiles(client, shelf, expected, signal);
    const links = await makeLinks(client, shelf, names, signal);
    await demandTag(client, request.tag, request.commit, signal);
    const before = await lookAtRelease(client, request.tag, signal);
    let ours = true;
    if (before || (await createRelease(client, request, links, signal)) === 'found') {
        const there = before ?? (await awaitRelease(client, request.tag, signal));
        ours = there !== undefined && !there.whole;
        if (there && ours)
            await completeRelease(client, there.release, request, links, signal);
    }
    try {
        return await demandPublished(client, request, expected, signal);
    }
    catch (error) {
        throw ours && error instanceof errors/* Failure */.H && error.kind === 'verification' ? (0,finished/* markExposed */.uQ)(error) : error;
    }
}


/***/ }),

/***/ 97264:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C_: () => (/* binding */ readRefusalWords),
/* harmony export */   GC: () => (/* binding */ TooMuch),
/* harmony export */   _z: () => (/* binding */ gatherBody),
/* harmony export */   mf: () => (/* binding */ readBodyText),
/* harmony export */   oh: () => (/* binding */ readAnswerText),
/* harmony export */   tY: () => (/* binding */ streamBody)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


class TooMuch extends Error {
    name = 'TooMuch';
    most;
    constructor(most) {
        super(`it holds more than ${(0,_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(most)}`);
        this.most = most;
    }
}
async function gatherBody(source, most) {
    const pieces = [];
    let size = 0;
    for await (const piece of source) {
        size += piece.length;
        if (size > most)
            throw new TooMuch(most);
        pieces.push(piece);
    }
    return Buffer.concat(pieces);
}
const readBodyText = async (response, patience, most) => (await gatherBody(streamBody(response, patience), most)).toString();
async function readAnswerText(response, { origin, pathname }, patience) {
    try {
        return await readBodyText(response, patience, _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.answer.most);
    }
    catch (cause) {
        if (!(cause instanceof TooMuch))
            throw cause;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${origin}${pathname} answers with more than ${(0,_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(cause.most)}`, {
            hint: 'No answer of the API is as long: check its URL. Something in between may answer in its place.',
            cause
        });
    }
}
async function readRefusalWords(response, patience) {
    const { most } = _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.words;
    const parts = [];
    let size = 0;
    try {
        for await (const part of streamBody(response, patience)) {
            parts.push(part);
            size += part.length;
            if (size >= most)
                break;
        }
    }
    catch {
    }
    return Buffer.concat(parts).subarray(0, most).toString();
}
async function* streamBody(response, patience) {
    const reader = response.body?.getReader();
    if (!reader)
        return;
    try {
        for (;;) {
            let timer;
            const stalled = new Promise((_, reject) => {
                const late = () => reject(new DOMException('the answer stopped half-way', 'TimeoutError'));
                timer = setTimeout(late, patience);
            });
            try {
                const { done, value } = await Promise.race([reader.read(), stalled]);
                if (done)
                    return;
                yield value;
            }
            finally {
                clearTimeout(timer);
            }
        }
    }
    finally {
        await reader.cancel().catch(() => undefined);
    }
}


/***/ }),

/***/ 78057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ openBody)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

async function openBody(files, file) {
    const found = await files.digest(file.path);
    if (found?.sha256 === file.sha256)
        return files.blob(file.path);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${file.path} changed before its upload: sha256 ${found?.sha256 ?? 'of nothing'} now, ${file.sha256} before`);
}


/***/ }),

/***/ 67141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ streamResuming)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _answer_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97264);


const RESUMES = 3;
const LATE = [2, 4, 8, 16, 30];
async function* streamResuming(source, signal) {
    const { name, size } = source;
    const doing = `cannot download ${name}`;
    let done = 0;
    let missed = 0;
    for (let attempt = 0;; attempt++) {
        let answered = false;
        try {
            const { status, body } = await source.ask(done);
            answered = true;
            let skip = status === 206 ? 0 : done;
            for await (const chunk of (0,_answer_body_js__WEBPACK_IMPORTED_MODULE_1__/* .streamBody */ .tY)({ body }, source.patience)) {
                signal.throwIfAborted();
                const fresh = chunk.subarray(Math.min(skip, chunk.length));
                skip -= chunk.length - fresh.length;
                done += fresh.length;
                if (done > size)
                    break;
                if (fresh.length > 0)
                    yield fresh;
            }
            if (done === size)
                return;
            const came = done > size ? `more than ${size}` : String(done);
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${doing}: ${came} bytes came, ${size} were announced`);
        }
        catch (error) {
            signal.throwIfAborted();
            if (error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H)
                throw error;
            if (!answered && source.isMissing(error)) {
                const pause = LATE[missed++];
                if (pause === undefined)
                    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${doing}: it is listed, and was asked for ${missed} times and not found`, {
                        hint: 'Storage may be behind: run again in some minutes.',
                        cause: source.explained(error, doing)
                    });
                attempt--;
                await source.wait(pause);
                continue;
            }
            if (attempt < RESUMES && (answered || source.isPassing(error)))
                await source.wait(attempt + 1);
            else if (answered) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${doing}: the connection broke after ${done} of ${size} bytes`, {
                    hint: 'Check the network; run again.',
                    cause: error
                });
            }
            else
                throw source.explained(error, doing);
        }
    }
}


/***/ }),

/***/ 12368:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   K: () => (/* binding */ guardFetch)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const HOPS = 5;
const SLOWEST = 64;
const CREDENTIALS = ['authorization', 'job-token', 'private-token'];
function guardFetch(fetch, origins, patience) {
    return async (input, init = {}) => {
        let url = new URL(input instanceof Request ? input.url : input);
        const headers = new Headers(init.headers);
        for (let hop = 0; hop <= HOPS; hop++) {
            if (CREDENTIALS.some((name) => headers.has(name)) && !origins.has(url.origin)) {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `refused to send the token to ${url.origin}`, {
                    hint: `It belongs to ${[...origins].join(' and ')}. Check the API URL, and the server that named this one.`
                });
            }
            const response = await fetchHead(fetch, url, { ...init, headers, redirect: chooseRedirect(init.body) }, patience);
            const location = response.headers.get('location');
            if (![301, 302, 303, 307, 308].includes(response.status) || location === null)
                return response;
            await response.body?.cancel();
            if (!URL.canParse(location, url.href))
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${url.origin}${url.pathname} moved to what is no address`);
            const next = new URL(location, url);
            if ((init.method ?? 'GET') !== 'GET') {
                throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${url.origin}${url.pathname} moved to ${next.origin}${next.pathname}`, {
                    hint: 'The repository was renamed or moved: use its new name.'
                });
            }
            if (next.origin !== url.origin)
                for (const name of CREDENTIALS)
                    headers.delete(name);
            url = next;
        }
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `too many redirects at ${url.origin}${url.pathname}`);
    };
}
const chooseRedirect = (body) => (body instanceof Blob ? 'error' : 'manual');
const measureBody = (body) => (body instanceof Blob ? body.size : 0);
async function fetchHead(fetch, url, init, patience) {
    const slow = new AbortController();
    const limit = patience + measureBody(init.body) / SLOWEST;
    const timer = setTimeout(() => {
        slow.abort(new DOMException(`no answer from ${url.host} in ${Math.round(limit / 1000)} s`, 'TimeoutError'));
    }, limit);
    try {
        return await fetch(url, { ...init, signal: AbortSignal.any([slow.signal, ...(init.signal ? [init.signal] : [])]) });
    }
    catch (error) {
        if (/unexpected redirect/i.test(String(error.cause))) {
            throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${url.origin}${url.pathname} redirects an upload`, {
                hint: 'The repository was renamed or moved: use its new name.',
                cause: error
            });
        }
        throw error;
    }
    finally {
        clearTimeout(timer);
    }
}


/***/ }),

/***/ 40698:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ parseNextLink)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);


const LINKS = /<([^<>]*)>((?:\s*;\s*[\w-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g;
const NEXT = /;\s*rel\s*=\s*(?:"(?:[^"]*\s)?next(?:\s[^"]*)?"|next(?=\s|;|$))/i;
function parseNextLink(link, asked, platform) {
    for (const [, address = '', parameters = ''] of (link ?? '').matchAll(LINKS)) {
        if (!NEXT.test(parameters))
            continue;
        const next = URL.canParse(address, asked.href) ? new URL(address, asked) : undefined;
        if (next?.origin === asked.origin)
            return next;
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${platform} continues the list at ${asked.origin}${asked.pathname} elsewhere: ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(next ? `${next.origin}${next.pathname}` : address)}`, { hint: 'Check the API URL: the server has to be known by the address that it gives in its links.' });
    }
    return undefined;
}


/***/ }),

/***/ 90775:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ev: () => (/* binding */ askPatiently),
/* harmony export */   H5: () => (/* binding */ readPause),
/* harmony export */   Zs: () => (/* binding */ RETRIES),
/* harmony export */   dX: () => (/* binding */ LONGEST_WAIT)
/* harmony export */ });
/* harmony import */ var _pause_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(15695);

const LONGEST_WAIT = 120;
const RETRIES = 3;
async function askPatiently(ask, asking, signal) {
    for (let attempt = 1;; attempt++) {
        signal.throwIfAborted();
        try {
            return await ask();
        }
        catch (error) {
            signal.throwIfAborted();
            const trouble = asking.judge(error);
            const again = trouble.kind === 'limit' || (trouble.kind === 'passing' && asking.repeatable);
            if (!again || attempt > RETRIES)
                throw error;
            const seconds = choosePause(trouble, attempt, asking);
            if (seconds > LONGEST_WAIT)
                throw error;
            if (trouble.kind === 'limit' || trouble.after !== undefined)
                asking.warn(`${asking.platform} asks for a pause of ${seconds} s`);
            await asking.wait(seconds);
        }
    }
}
const choosePause = (trouble, attempt, asking) => trouble.after !== undefined
    ? Math.max(1, trouble.after)
    : trouble.kind === 'limit'
        ? asking.limitPause(attempt)
        : attempt ** 2;
function readPause({ retryAfter, reset }, now = Date.now()) {
    const asked = retryAfter === undefined ? undefined : (0,_pause_js__WEBPACK_IMPORTED_MODULE_0__/* .parseRetryAfter */ .m)(retryAfter, now);
    if (asked !== undefined)
        return Math.max(1, asked);
    if (reset === undefined)
        return undefined;
    const end = /^\d+$/.test(reset.trim()) ? Number(reset) * 1000 : Date.parse(reset);
    return Number.isNaN(end) ? undefined : Math.max(1, Math.ceil((end - now) / 1000));
}


/***/ }),

/***/ 15695:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Q: () => (/* binding */ pauseFor),
/* harmony export */   m: () => (/* binding */ parseRetryAfter)
/* harmony export */ });
async function pauseFor(ms, signal) {
    signal.throwIfAborted();
    await new Promise((resolve, reject) => {
        const stop = () => {
            clearTimeout(timer);
            reject(signal.reason);
        };
        const timer = setTimeout(() => {
            signal.removeEventListener('abort', stop);
            resolve();
        }, ms);
        signal.addEventListener('abort', stop, { once: true });
    });
}
function parseRetryAfter(retryAfter, now = Date.now()) {
    if (/^\d+$/.test(retryAfter.trim()))
        return Number(retryAfter);
    const date = Date.parse(retryAfter);
    return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000));
}


/***/ }),

/***/ 59583:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ isBug),
/* harmony export */   z: () => (/* binding */ demandShape)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(40766);



function demandShape(shape, found, platform, { origin, pathname }) {
    const result = shape.safeParse(found);
    if (result.success)
        return result.data;
    const [issue] = result.error.issues;
    const where = issue?.path.join('.') || 'its top';
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${platform} answers in another way than its API does: ${origin}${pathname} at ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_1__/* .quote */ .hD)(where)}: ${issue?.message ?? ''}`, { hint: 'Is this the address of the API? Something in between may answer in its place.' });
}
const isBug = (error) => (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) &&
    error.cause === undefined &&
    error.message !== 'fetch failed';


/***/ }),

/***/ 48304:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ refuseToken)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

function refuseToken(token) {
    if (/^[\x21-\x7e]+$/.test(token))
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('environment', 'the token has characters that no token has', {
        hint: 'Look for a line end or a space in the variable that holds it.'
    });
}


/***/ }),

/***/ 35981:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DL: () => (/* binding */ refuseToContinueYanked),
/* harmony export */   I1: () => (/* binding */ makeLackingFailure),
/* harmony export */   K5: () => (/* binding */ refuseOtherRelease),
/* harmony export */   Q6: () => (/* binding */ makeDifferenceFailure),
/* harmony export */   Wj: () => (/* binding */ refuseContradiction),
/* harmony export */   bI: () => (/* binding */ makePublishedFailure),
/* harmony export */   p3: () => (/* binding */ formatNamesWithVerb),
/* harmony export */   sJ: () => (/* binding */ openFinishedRelease),
/* harmony export */   uQ: () => (/* binding */ markExposed)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(34758);
/* harmony import */ var _base_text_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(40766);
/* harmony import */ var _base_patience_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(40802);




const makeDifferenceFailure = (where, name, theirs, ours) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `${name} in ${where} has other bytes: sha256 ${theirs} there, ${ours} here`, {
    hint: 'That file was left as it is. Find out which of the two is right; the same tag must give the same bytes.'
});
const YOUNG = 600_000;
const openFinishedRelease = (published, again) => {
    let seen = published;
    return {
        finished: true,
        files: published.files,
        download: (name) => seen.download(name),
        async add(file) {
            seen = await awaitFiles(seen, [file.name], again);
            const there = seen.files.find(({ name }) => name === file.name);
            if (!there)
                throw makeLackingFailure(seen, file.name);
            const theirs = await readPublishedDigest(seen, there);
            if (theirs !== file.sha256)
                throw makeDifferenceFailure(`the published release ${seen.tag}`, file.name, theirs, file.sha256);
            return 'kept';
        },
        publish: () => Promise.resolve(seen),
        keep: () => Promise.reject(makePublishedFailure(seen.tag)),
        [Symbol.asyncDispose]: () => Promise.resolve()
    };
};
async function awaitFiles(published, names, again) {
    let [seen, looked] = [published, false];
    const young = Date.now() - Date.parse(seen.since ?? '') < YOUNG;
    await (0,_base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .lookPatiently */ .wZ)(async () => {
        if (looked)
            seen = (await again.find()) ?? seen;
        looked = true;
        const absent = listAbsent(seen, names);
        return absent.length === 0
            ? { seen: 'right', value: undefined }
            : { seen: 'missing', what: `${seen.tag} is shown without ${absent.join(', ')}` };
    }, (seconds) => again.wait(seconds), young ? _base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .AFTER_A_WRITE */ .x : _base_patience_js__WEBPACK_IMPORTED_MODULE_2__/* .AT_REST */ .Ps);
    return seen;
}
const listAbsent = ({ files }, names) => names.filter((name) => !files.some((file) => file.name === name));
async function refuseOtherRelease(published, certain, again) {
    refuseToContinueYanked(published);
    const seen = await awaitFiles(published, certain, again);
    const absent = listAbsent(seen, certain);
    if (absent.length === 0)
        return;
    const lacking = makeLackingFailure(seen, absent.join(', '));
    throw absent.length < certain.length
        ? lacking
        : new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(lacking, `the release ${seen.tag} is published already, with no file of this one: ${seen.url}`, {});
}
const readPublishedDigest = async (published, file) => file.sha256 ?? (await (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashStream */ .LH)(published.download(file.name)));
const makePublishedFailure = (tag) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('host', `${tag} was published while its draft was filled`, {
    hint: 'Somebody published it, or another run did. Run again: what is published is compared with what is here.'
});
const makeLackingFailure = (published, name) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `the release ${published.tag} is published without ${name}`, {
    hint: hintAtLacking(published)
});
function hintAtLacking({ url, frozen, pathOf }) {
    if (frozen)
        return `${url} is immutable: neither it nor its tag can be used again. Release under a new version.`;
    const never = `A published release is never written to: ${url}.`;
    return pathOf
        ? `${never} Remove that folder, or choose a new tag.`
        : `${never} Where its page lacks the file too, delete the release (and keep its tag), or choose a new tag.`;
}
const formatNamesWithVerb = (files) => {
    const [first, ...others] = files;
    return `${first?.name}${others.length > 0 ? ` and ${(0,_base_text_js__WEBPACK_IMPORTED_MODULE_3__/* .formatCount */ .B4)(others.length, 'other file')} are` : ' is'}`;
};
function refuseContradiction({ tag, prerelease, latest }) {
    if (!prerelease || !latest)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('input', `${tag} is a prerelease and cannot be the latest release`, {
        hint: 'Leave out --latest, or --prerelease.'
    });
}
function refuseToContinueYanked({ tag, url, yanked }) {
    if (yanked === undefined)
        return;
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H('verification', `the release ${tag} was taken back (${url}): ${yanked}`, {
        hint: 'Release the commit that is right under a new version.'
    });
}
const markExposed = (error) => {
    if (!(error instanceof _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H))
        return error;
    const { message, cause = error } = error;
    return new _base_errors_js__WEBPACK_IMPORTED_MODULE_1__/* .Failure */ .H(error, message, { cause, exposed: true });
};


/***/ }),

/***/ 13265:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ makeListLimit)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _base_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(58369);


function makeListLimit(platform) {
    let pages = 0;
    return (size) => {
        pages += 1;
        if (pages <= _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.pages.most && size <= _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.list.most)
            return;
        const seen = pages > _base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.pages.most ? `${_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.pages.most} pages` : (0,_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .formatSize */ .Xq)(_base_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .LIMITS */ .b1.list.most);
        throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${platform} answers with a list of more than ${seen}`, {
            hint: 'Check the API URL: something in between may answer in its place.'
        });
    };
}


/***/ }),

/***/ 82124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ summarizeOutlook)
/* harmony export */ });
const summarizeOutlook = ({ published, known, unseen }) => ({
    published,
    told: [...known, ...unseen.map((line) => `not seen from here: ${line}`)]
});


/***/ }),

/***/ 72584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $4: () => (/* binding */ formatBlock),
/* harmony export */   FV: () => (/* binding */ escapeMarkdown),
/* harmony export */   G2: () => (/* binding */ escapeInHtml),
/* harmony export */   P_: () => (/* binding */ formatCode),
/* harmony export */   e8: () => (/* binding */ unescapeMarkdown),
/* harmony export */   tm: () => (/* binding */ shortenSeen)
/* harmony export */ });
const escapeMarkdown = (text) => breakMarkup(makeVisible(text)
    .replace(/[\\`*_{}[\]<>|#~$&!]/g, '\\$&')
    .replace(/^ ?(?=[-+=])|^ ?\d+(?=[.)]( |$))/, '$&\\'));
const unescapeMarkdown = (markdown) => markdown.replaceAll(NOTHING, '').replace(/\\(.)/g, '$1');
const escapeInHtml = (text) => breakMarkup(makeVisible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`));
const NOTHING = '<!-- -->';
const SIGNS = /(?<!&)[@#](?=\w)|[!$%~^](?=\w)|&(?:#38;)?(?=\d)|\b(?:GH|GL|GHSA)-(?=\w)|(?<=\w):(?=\/\/)|\bww(?=w\.)/gi;
const HEX = /\b[0-9a-f]{7,40}\b/gi;
const breakMarkup = (text) => text.replace(SIGNS, `$&${NOTHING}`).replace(HEX, (run) => (run.match(/.{1,6}/g) ?? []).join(NOTHING));
function formatCode(text) {
    const shown = makeVisible(text).replaceAll('|', '\\|');
    const fence = '`'.repeat(measureBackticks(shown) + 1);
    return /^`|`$/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
function formatBlock(language, text) {
    const shown = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, '\ufffd');
    const fence = '`'.repeat(Math.max(3, measureBackticks(shown) + 1));
    return [`${fence}${language}`, shown, fence];
}
const shortenSeen = (text, length = 600) => text.length > length ? `${text.slice(0, length)} … (${text.length - length} characters more)` : text;
const measureBackticks = (text) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
const makeVisible = (text) => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');


/***/ }),

/***/ 40802:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ps: () => (/* binding */ AT_REST),
/* harmony export */   wZ: () => (/* binding */ lookPatiently),
/* harmony export */   x: () => (/* binding */ AFTER_A_WRITE)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const AFTER_A_WRITE = { missing: [2, 4, 8, 16, 30, 60, 60, 60, 60], wrong: 15 };
const AT_REST = { missing: [1, 2, 4, 8, 15], wrong: 5 };
const AGREEING = 3;
async function lookPatiently(look, wait, patience) {
    const asked = [];
    const wrong = new Map();
    const longest = patience.missing.reduce((sum, pause) => sum + pause, 0);
    let waited = 0;
    for (let missed = 0;;) {
        const shown = await lookOrMiss(look);
        if (shown.seen === 'right')
            return shown;
        const what = shown.seen === 'wrong' ? shown.failure.message : shown.what;
        asked.push(`${new Date().toISOString().replace(/\.\d+Z$/, 'Z')} ${what}`);
        if (shown.seen === 'wrong') {
            const agreeing = (wrong.get(what) ?? 0) + 1;
            if (agreeing === AGREEING)
                return shown;
            wrong.set(what, agreeing);
        }
        const pause = shown.seen === 'wrong' ? patience.wrong : patience.missing[missed++];
        if (pause === undefined || waited + pause > longest)
            return { seen: 'missing', asked, what };
        waited += pause;
        await wait(pause);
    }
}
const lookOrMiss = async (look) => {
    try {
        return await look();
    }
    catch (error) {
        if (error instanceof _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H && error.kind === 'host')
            return { seen: 'missing', what: error.message };
        throw error;
    }
};


/***/ }),

/***/ 70276:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   r: () => (/* binding */ digestFileList)
/* harmony export */ });
/* harmony import */ var _base_digest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(42857);

const digestFileList = (files) => (0,_base_digest_js__WEBPACK_IMPORTED_MODULE_0__/* .hashBytes */ .yi)(files
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
    .sort()
    .join(''));


/***/ }),

/***/ 41263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HL: () => (/* binding */ parseYank),
/* harmony export */   M4: () => (/* binding */ stripYankFromTitle),
/* harmony export */   WD: () => (/* binding */ addYankToTitle),
/* harmony export */   cl: () => (/* binding */ stripYank),
/* harmony export */   tG: () => (/* binding */ addYankToNotes)
/* harmony export */ });
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72584);

const BLOCK = /^<!-- slipway (yanked|unfinished)( prerelease)? -->\n> \*\*[^\n]*?\*\* ([^\n]*)\n<!-- \/slipway -->\n*/;
const TITLE = 'YANKED: ';
function parseYank(notes) {
    const [, kind, before, why = ''] = BLOCK.exec(notes.replaceAll('\r\n', '\n')) ?? [];
    if (kind === undefined)
        return undefined;
    return { why: (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .unescapeMarkdown */ .e8)(why), half: kind === 'unfinished', ...(before !== undefined && { prerelease: true }) };
}
const stripYank = (notes) => parseYank(notes) ? notes.replaceAll('\r\n', '\n').replace(BLOCK, '') : notes;
const addYankToNotes = (notes, { why, half, prerelease }) => [
    `<!-- slipway ${half ? 'unfinished' : 'yanked'}${prerelease ? ' prerelease' : ''} -->`,
    `> **${half ? 'This release is not complete: do not use it yet.' : 'This release was taken back: do not use it.'}** ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(why)}`,
    '<!-- /slipway -->',
    '',
    stripYank(notes)
].join('\n');
const addYankToTitle = (title) => (title.startsWith(TITLE) ? title : TITLE + title);
const stripYankFromTitle = (title) => title.startsWith(TITLE) ? title.slice(TITLE.length) : title;


/***/ }),

/***/ 57069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ makeUnseenReleaseFailure),
/* harmony export */   h: () => (/* binding */ makeUnseenFailure)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

const makeUnseenFailure = (what, asked, hint) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${what}. Asked ${asked.length} times:\n${asked.join('\n')}`, { code: 'not-seen', hint });
const makeUnseenReleaseFailure = (tag, asked) => makeUnseenFailure(`${tag} was published, and not all of it is to be seen yet`, asked, 'Nothing was taken back. Run again in some minutes: the next run looks again.');


/***/ })

};
