export const id = 3595;
export const ids = [3595];
export const modules = {

/***/ 53595:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gitlab: () => (/* binding */ gitlab)
});

// EXTERNAL MODULE: ./node_modules/p-limit/index.js + 1 modules
var p_limit = __webpack_require__(70370);
// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/patience.ts
var base_patience = __webpack_require__(40802);
// EXTERNAL MODULE: ./src/adapters/releases/finished.ts
var finished = __webpack_require__(35981);
// EXTERNAL MODULE: ./src/adapters/gitlab/releases/client.ts
var releases_client = __webpack_require__(32222);
// EXTERNAL MODULE: ./src/adapters/gitlab/releases/errors.ts
var releases_errors = __webpack_require__(45406);
// EXTERNAL MODULE: ./src/base/digest.ts
var digest = __webpack_require__(42857);
// EXTERNAL MODULE: ./src/model/release-names.ts
var release_names = __webpack_require__(79121);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/names.ts



/** Characters of a `direct_asset_path`, which is a slash and the name. */
const LONGEST_PATH = 128;
/** What gitlab.com takes, and every instance that nobody changed; the instance has the last word. */
const LARGEST = 5 * 1024 ** 3;
/** Rejects ('input') names that GitLab, or another place, would refuse or change, before anything is written. */
function refuseGitlabNames(names) {
    (0,release_names/* refuseNames */.d3)(names);
    const long = names.filter((name) => name.length + 1 > LONGEST_PATH);
    if (long.length === 0)
        return;
    throw new errors/* Failure */.H('input', `names too long for a link of GitLab: ${long.join(', ')}`, {
        hint: `Use at most ${LONGEST_PATH - 1} characters.`
    });
}
/** Rejects ('input') an empty file, and one that is larger than GitLab takes. */
function refuseGitlabSize({ name, size }) {
    if (size > 0 && size <= LARGEST)
        return;
    throw new errors/* Failure */.H('input', `${name} has ${size} bytes`, {
        hint: 'A file of a generic package has at least 1 byte and at most 5 GiB.'
    });
}
/**
 * The path of a file's permanent link, `/NAME`; undefined for a name that GitLab takes for a file and not for such a
 * path: one with a `+`, or that does not end in a letter or digit (`Releases::Link::FILEPATH_REGEX`).
 */
const directPath = (name) => /^[-.\w]*[0-9A-Za-z]$/.test(name) && name.length < LONGEST_PATH ? `/${name}` : undefined;
/**
 * The version under which the files of a tag lie in the package registry: the tag itself where GitLab takes it as a
 * version, else its plain characters and a part of its sha256.
 */
function packageVersion(tag) {
    if (/^(?!.*\.\.)[A-Za-z0-9_+.-]{1,200}$/.test(tag))
        return tag;
    const plain = tag.replace(/[^A-Za-z0-9_+.-]+/g, '-').replace(/\.{2,}/g, '.');
    return `${plain.slice(0, 100)}-${(0,digest/* sha256 */.sc)(tag).slice(0, 16)}`;
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 6 modules
var schemas = __webpack_require__(26921);
// EXTERNAL MODULE: ./src/model/release-marks.ts
var release_marks = __webpack_require__(41263);
// EXTERNAL MODULE: ./src/adapters/http/download.ts
var download = __webpack_require__(67141);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/package.ts



/** A file of a package, as GitLab lists it. There may be several of one name: GitLab serves the newest. */
const ROW = schemas/* object */.Ikc({
    id: schemas/* number */.aig(),
    package_id: schemas/* number */.aig(),
    file_name: schemas/* string */.YjP(),
    size: schemas/* number */.aig(),
    /** Null for files from before GitLab kept it. */
    file_sha256: schemas/* string */.YjP().nullable().default(null)
});
const genericPath = (...parts) => `packages/generic/${parts.map(encodeURIComponent).join('/')}`;
function shelfOf(client, name, version) {
    let id;
    let known = [];
    const list = async (signal) => {
        id ??= await idOf(client, name, version, signal);
        if (id === undefined)
            return [];
        try {
            const rows = await client.list(`packages/${id}/package_files`, ROW, {}, signal);
            return [...rows].sort((a, b) => a.id - b.id);
        }
        catch (error) {
            if (!(0,releases_errors/* isMissing */.b2)(error))
                throw error;
            // Deleted since, or not known everywhere yet.
            id = undefined;
            return [];
        }
    };
    return {
        version,
        pathOf: (file) => genericPath(name, version, file),
        rows: () => known,
        async look(signal) {
            try {
                return (known = await list(signal));
            }
            catch (error) {
                throw (0,releases_errors/* explained */.to)(error, `cannot list the files of the package ${name} ${version}`, signal);
            }
        },
        learn: (row) => void (id = row.package_id)
    };
}
const PACKAGE = schemas/* object */.Ikc({ id: schemas/* number */.aig(), name: schemas/* string */.YjP(), version: schemas/* string */.YjP().nullish(), package_type: schemas/* string */.YjP() });
async function idOf(client, name, version, signal) {
    // GitLab looks for parts of the name, and an older one does not know `package_version`.
    const query = { package_type: 'generic', package_name: name, package_version: version };
    const all = await client.list('packages', PACKAGE, query, signal);
    return all.find((each) => each.package_type === 'generic' && each.name === name && each.version === version)?.id;
}
/** The files that a download gets: the newest of each name. */
function served(rows) {
    const newest = new Map(rows.map((row) => [row.file_name, row]));
    return [...newest.values()].map(({ file_name: name, size, file_sha256 }) => ({
        name,
        size,
        sha256: file_sha256 ?? undefined
    }));
}
/** The bytes of a package's file through the API, streamed; storage behind a redirect does not see the token. */
const bytesOf = (client, path, { name, size }, signal) => (0,download/* resumed */.u)({
    name,
    size,
    patience: client.patience,
    ask: (from) => client.ask({ method: 'GET', path, headers: from > 0 ? { range: `bytes=${from}-` } : {} }, signal),
    wait: (seconds) => client.wait(seconds, signal),
    isPassing: releases_errors/* isPassing */.WG,
    isMissing: releases_errors/* isMissing */.b2,
    explained: (error, doing) => (0,releases_errors/* explained */.to)(error, doing, signal)
}, signal);
/** Removes a file that this run has just made, when the token may; says whether it is gone. */
async function withdraw(client, row, signal) {
    const path = `packages/${row.package_id}/package_files/${row.id}`;
    try {
        await client.tell({ method: 'DELETE', path }, signal);
        return true;
    }
    catch (error) {
        signal.throwIfAborted();
        if ((0,releases_errors/* isMissing */.b2)(error))
            return true;
        // Deleting asks for the role Maintainer, which the user of a job need not have.
        if (error instanceof releases_errors/* Refused */.Lw)
            return false;
        throw error;
    }
}

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
    /** Absent for who may not read the code. */
    commit: schemas/* object */.Ikc({ id: schemas/* string */.YjP() }).nullish(),
    assets: schemas/* object */.Ikc({ links: schemas/* array */.YOg(LINK) }),
    _links: schemas/* object */.Ikc({ self: schemas/* string */.YjP().nullish() }).nullish()
});
/** Ends the description of our releases, unseen in rendered Markdown: the commit, and how many files belong to it. */
const markOf = (commit, files) => `<!-- slipway ${commit} ${files} -->`;
const MARK = /<!-- slipway ([0-9a-f]{40}) (\d+) -->\s*$/;
const markIn = (release) => {
    const [, commit, files] = MARK.exec(release.description ?? '') ?? [];
    return commit === undefined ? undefined : { commit, files: Number(files) };
};
/** The description without that comment. */
const withoutMark = (release) => (release.description ?? '').replace(MARK, '').trimEnd();
/** How a release was taken back, if it was. */
const yankOf = (release) => (0,release_marks/* yankIn */.nm)(release.description ?? '');
const pathOfRelease = (tag) => `releases/${encodeURIComponent(tag)}`;
/** The release of a tag as GitLab has it, whole or not; undefined when there is none. */
async function releaseOf(client, tag, signal) {
    try {
        return await client.json({ method: 'GET', path: pathOfRelease(tag) }, RELEASE, signal);
    }
    catch (error) {
        if ((0,releases_errors/* isMissing */.b2)(error))
            return undefined;
        throw (0,releases_errors/* explained */.to)(error, `cannot look for the release ${tag}`, signal);
    }
}
/**
 * Looks up what a release links. One of ours says how many files belong to it; one that somebody else wrote is whole
 * when it links any of our package files, and all that it links are there.
 */
async function standingOf(client, release, signal) {
    const prefix = await client.address('packages/generic/', signal);
    const linked = release.assets.links.flatMap(({ url }) => linkedBy(url, prefix) ?? []);
    const files = new Map();
    const packages = new Map(linked.map(({ packageName, version }) => [`${packageName}/${version}`, { packageName, version }]));
    for (const { packageName, version } of packages.values()) {
        const there = served(await shelfOf(client, packageName, version).look(signal));
        for (const each of linked.filter((link) => link.packageName === packageName && link.version === version)) {
            const path = genericPath(packageName, version, each.name);
            files.set(each.name, { file: there.find(({ name }) => name === each.name), path });
        }
    }
    const present = [...files.values()].every(({ file }) => file !== undefined);
    const enough = files.size >= Math.max(1, markIn(release)?.files ?? 1);
    return { release, files, whole: present && enough && yankOf(release)?.half !== true };
}
function linkedBy(url, prefix) {
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
/** A release with its files as the port shows it. */
function asPublished(client, { release, files }, url, signal) {
    return {
        tag: release.tag_name,
        url: release._links?.self ?? url,
        files: [...files.values()].flatMap(({ file }) => file ?? []),
        yanked: yankOf(release)?.why,
        since: release.created_at ?? undefined,
        download(name) {
            const { file, path } = files.get(name) ?? {};
            if (!file || path === undefined) {
                throw new errors/* Failure */.H('host', `the release ${release.tag_name} has no file ${(0,base_text/* quote */.hD)(name)}`);
            }
            return bytesOf(client, path, file, signal);
        }
    };
}
/** The release that GitLab calls the latest: that with the latest date, whatever its version. */
async function latestOf(client, signal) {
    const query = { order_by: 'released_at', sort: 'desc', per_page: '1' };
    try {
        const [found] = await client.json({ method: 'GET', path: 'releases', query }, schemas/* array */.YOg(RELEASE), signal);
        return found;
    }
    catch (error) {
        throw (0,releases_errors/* explained */.to)(error, 'cannot look for the latest release', signal);
    }
}
/** Every release that people can see. */
async function listed(client, signal) {
    try {
        const all = await client.list('releases', RELEASE, {}, signal);
        return all.map((release) => ({
            tag: release.tag_name,
            prerelease: PRERELEASE.test(release.description ?? ''),
            yanked: yankOf(release) !== undefined
        }));
    }
    catch (error) {
        throw (0,releases_errors/* explained */.to)(error, 'cannot list the releases', signal);
    }
}
/** GitLab has no flag for it: the first line of the notes says so. */
const PRERELEASE_LINE = '**This is a prerelease.**';
const PRERELEASE = /^\*\*This is a prerelease\.\*\*$/m;

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/links.ts








/** Most characters that GitLab takes for a description (`MAX_TEXT_SIZE_LIMIT`). */
const LONGEST_NOTES = 1_000_000;
const ATTEMPTS = 4;
const ARCHIVE = /\.(tar\.gz|tgz|zip|tar|deb|rpm|apk)$/;
/** One link for each file. The URL is the API's: the one in GitLab's answer to an upload expires. */
async function linksTo(client, shelf, names, signal) {
    const links = [];
    for (const name of names) {
        const path = directPath(name);
        links.push({
            name,
            url: await client.address(shelf.pathOf(name), signal),
            ...(path === undefined ? {} : { direct_asset_path: path }),
            link_type: ARCHIVE.test(name) ? 'package' : 'other'
        });
    }
    return links;
}
/**
 * Makes the release with all its links in one request: everybody sees it whole, or nobody does. Resolves also when the
 * release turns out to be there, whoever made it ('found'): then the caller has to look what it is.
 */
async function create(client, request, links, signal) {
    const doing = `cannot publish ${request.tag}`;
    const body = {
        tag_name: request.tag,
        // No `ref`: with one, GitLab would make a tag that is not there (any more).
        name: request.title,
        description: descriptionOf(request, links.length),
        ...(await dateOf(client, request, signal)),
        assets: { links }
    };
    let trouble;
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1) {
            await client.pause(trouble, attempt - 1, signal).catch((error) => {
                throw (0,releases_errors/* explained */.to)(error, doing, signal);
            });
            // The answer may be lost and the release made all the same.
            if (await releaseOf(client, request.tag, signal))
                return 'found';
        }
        try {
            await client.tell({ method: 'POST', path: 'releases', body }, signal);
            return 'made';
        }
        catch (error) {
            signal.throwIfAborted();
            if ((0,releases_errors/* isRefused */.H0)(error, [409]))
                return 'found';
            // Two at the same moment: the second one is stopped by the database. (Or the links are at fault.)
            const taken = (0,releases_errors/* isRefused */.H0)(error, [400], /already been taken/i) && (await releaseOf(client, request.tag, signal));
            if (taken)
                return 'found';
            if (!(0,releases_errors/* isPassing */.WG)(error))
                throw (0,releases_errors/* explained */.to)(error, doing, signal);
            trouble = error;
        }
    }
    if (await releaseOf(client, request.tag, signal))
        return 'found';
    throw (0,releases_errors/* explained */.to)(trouble, `${doing} in ${ATTEMPTS} attempts`, signal);
}
const descriptionOf = (request, files) => {
    const notes = request.prerelease ? `${PRERELEASE_LINE}\n\n${request.notes}` : request.notes;
    return (0,release_names/* fittedNotes */.aR)(notes, markOf(request.commit, files), LONGEST_NOTES, 'GitLab');
};
/** GitLab's latest release is the one with the latest date: what is not to be it gets a date just before that one's. */
async function dateOf(client, request, signal) {
    const latest = await latestOf(client, signal);
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
/**
 * Completes a release that is there and not whole: one that somebody made for the tag, or whose links were taken away.
 * What others wrote and linked stays. The mark comes first, so that a run that is cut off leaves a release that says
 * how many files it lacks; what says that it is unfinished goes away last. Rejects with a Failure that is `exposed`
 * when it broke half-way.
 */
async function complete(client, found, request, links, signal) {
    let release = found;
    demandCommit(release, request);
    refuseOthers(release, links);
    const mark = markIn(release);
    const doing = `cannot complete the release ${request.tag}`;
    let marked = mark !== undefined && mark.files === links.length;
    if (mark === undefined)
        client.warn(`the release ${request.tag} was there already: its title and notes are kept`);
    let trouble;
    // From the mark on, what people see is ours and lacks something.
    const broken = (error, doing) => {
        const told = (0,releases_errors/* explained */.to)(error, doing, signal);
        return marked && !signal.aborted ? (0,finished/* exposed */.fE)(told) : told;
    };
    for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
        if (attempt > 1) {
            await client.pause(trouble, attempt - 1, signal).catch((error) => {
                throw broken(error, doing);
            });
            release = (await releaseOf(client, request.tag, signal)) ?? release;
            refuseOthers(release, links);
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
            if (!(0,releases_errors/* isPassing */.WG)(error))
                throw broken(error, doing);
            trouble = error;
        }
    }
    throw broken(trouble, `${doing} in ${ATTEMPTS} attempts`);
}
/** Makes one link, or sees that it is there: another run may have made it, or the release was read before it was known. */
async function addLink(client, tag, link, signal) {
    try {
        await client.tell({ method: 'POST', path: `${pathOfRelease(tag)}/assets/links`, body: link }, signal);
    }
    catch (taken) {
        if (!(0,releases_errors/* isRefused */.H0)(taken, [400], /already been taken/i))
            throw taken;
        const sight = await (0,base_patience/* lookPatiently */.wZ)(async () => {
            const release = await releaseOf(client, tag, signal);
            if (release)
                refuseOthers(release, [link]);
            const there = release?.assets.links.some(({ url }) => url === link.url);
            return there ? { seen: 'right', value: undefined } : { seen: 'missing', what: `no link ${link.name} is shown` };
        }, (seconds) => client.wait(seconds, signal), base_patience/* AFTER_A_WRITE */.x);
        if (sight.seen !== 'right')
            throw taken;
    }
}
/** A release that an earlier run marked as unfinished is whole now. */
async function clearYank(client, request, signal) {
    const release = await releaseOf(client, request.tag, signal);
    if (!release || yankOf(release)?.half !== true)
        return;
    const body = {
        name: (0,release_marks/* titleWithoutYank */.oK)(release.name),
        description: (0,release_marks/* withoutYank */.C5)(release.description ?? ''),
        // It was put behind the others.
        ...(request.latest ? { released_at: new Date().toISOString() } : {})
    };
    await client.tell({ method: 'PUT', path: pathOfRelease(request.tag), body }, signal);
}
async function putMark(client, release, request, files, signal) {
    const yank = yankOf(release);
    const plain = (0,release_marks/* withoutYank */.C5)(release.description ?? '');
    const own = markIn(release) ? descriptionOf(request, files) : marked(plain, request.commit, files);
    const words = yank ? (0,release_marks/* yankedNotes */.QC)(own, yank) : own;
    await client.tell({ method: 'PUT', path: pathOfRelease(request.tag), body: { description: words } }, signal);
}
const marked = (words, commit, files) => (0,release_names/* fittedNotes */.aR)(words, markOf(commit, files), LONGEST_NOTES, 'GitLab');
/** Rejects ('verification') when GitLab's release is of another commit. */
function demandCommit(release, request) {
    const theirs = release.commit?.id;
    if (theirs === undefined || theirs === request.commit)
        return;
    throw new errors/* Failure */.H('verification', `the release ${request.tag} on GitLab is of commit ${theirs}, not of ${request.commit}`, { hint: 'The tag was moved. Delete that release (and keep its tag) or choose a new tag.' });
}
/** Rejects ('verification') when a link of somebody else has the name of one of ours. */
function refuseOthers(release, links) {
    for (const { name, url } of links) {
        const theirs = release.assets.links.find((each) => each.name === name && each.url !== url);
        if (theirs === undefined)
            continue;
        throw new errors/* Failure */.H('verification', `the release ${release.tag_name} has a link ${name} that leads elsewhere`, {
            hint: 'Nothing was changed. Remove that link, or give it another name; then run again.'
        });
    }
}

// EXTERNAL MODULE: ./src/adapters/gitlab/releases/place.ts
var releases_place = __webpack_require__(97714);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/tag.ts




const TAG = schemas/* object */.Ikc({ commit: schemas/* object */.Ikc({ id: schemas/* string */.YjP().nullish() }).nullish() });
/** The commit that a tag means on GitLab now (GitLab peels annotated tags itself); undefined when there is no such tag. */
async function peeled(client, tag, signal) {
    const path = `repository/tags/${encodeURIComponent(tag)}`;
    try {
        const { commit } = await client.json({ method: 'GET', path }, TAG, signal);
        if (commit?.id)
            return commit.id;
        throw new errors/* Failure */.H('verification', `the tag ${tag} does not mean a commit`);
    }
    catch (error) {
        if ((0,releases_errors/* isMissing */.b2)(error))
            return undefined;
        throw (0,releases_errors/* explained */.to)(error, `cannot read the tag ${JSON.stringify(tag)}`, signal);
    }
}
/** Rejects ('verification') unless the tag is there and means the commit: a tag that was just pushed may be behind. */
async function demandTag(client, tag, commit, signal) {
    const sight = await (0,base_patience/* lookPatiently */.wZ)(() => lookAtTag(client, tag, commit, signal), (seconds) => client.wait(seconds, signal), base_patience/* AT_REST */.Ps);
    if (sight.seen === 'wrong')
        throw sight.failure;
    if (sight.seen === 'missing')
        throw elsewhere(tag, commit, undefined);
}
/** One look at what the tag means. */
async function lookAtTag(client, tag, commit, signal) {
    const now = await peeled(client, tag, signal);
    if (now === commit)
        return { seen: 'right', value: undefined };
    if (now === undefined)
        return { seen: 'missing', what: `the tag ${tag} is not there` };
    return { seen: 'wrong', failure: elsewhere(tag, commit, now) };
}
const elsewhere = (tag, commit, now) => {
    const seen = now === undefined ? 'is not there (any more)' : `means ${now}`;
    return new errors/* Failure */.H('verification', `the tag ${tag} on GitLab ${seen}; the release is of ${commit}`, {
        hint: 'Push the tag; or, if it was moved on purpose, release the commit that it means now.'
    });
};

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/preflight.ts









/** The least that may write packages and releases. */
const DEVELOPER = 30;
/**
 * What would stop a release later, looked for before the first compile and without a write: names, the token, the
 * project, the tag, the package registry, the releases. Throws a Failure with the next step.
 */
async function gitlabPreflight(place, intent, signal) {
    refuseGitlabNames(intent.names);
    (0,releases_place/* demandSecret */.y3)(place);
    const client = (0,releases_client/* connect */.N)(place);
    const unseen = client.isJob
        ? ['whether the job token may write: GitLab does not say that']
        : await demandProject(client, signal);
    await demandTag(client, intent.tag, intent.commit, signal);
    await shelfOf(client, client.packageName, packageVersion(intent.tag)).look(signal);
    const release = await releaseOf(client, intent.tag, signal);
    const standing = release && (await standingOf(client, release, signal));
    if (!standing?.whole)
        return { published: undefined, known: [], unseen };
    const url = standing.release._links?.self ?? (await client.address(pathOfRelease(intent.tag), signal));
    return { published: url, known: [], unseen };
}
const ACCESS = schemas/* object */.Ikc({ access_level: schemas/* number */.aig() }).nullish();
const PROJECT = schemas/* object */.Ikc({
    archived: schemas/* boolean */.zMY().nullish(),
    packages_enabled: schemas/* boolean */.zMY().nullish(),
    permissions: schemas/* object */.Ikc({ project_access: ACCESS, group_access: ACCESS }).nullish()
});
/** Only an access token may look at the project itself. */
async function demandProject(client, signal) {
    const project = await client.json({ method: 'GET', path: '' }, PROJECT, signal).catch((error) => {
        throw (0,releases_errors/* explained */.to)(error, 'cannot see the project', signal);
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
        return ['whether the token may write: GitLab names no role for it'];
    if (Math.max(...levels) >= DEVELOPER)
        return ['whether the token has the scope "api": GitLab does not say that here'];
    throw new errors/* Failure */.H('environment', 'the user of the token has a role that may not publish', {
        hint: 'Give it the role Developer, or Maintainer where tags are protected.'
    });
}

// EXTERNAL MODULE: ./src/model/unseen-release.ts
var unseen_release = __webpack_require__(57069);
// EXTERNAL MODULE: ./src/adapters/http/body.ts
var http_body = __webpack_require__(78057);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/upload.ts








const upload_ATTEMPTS = 6;
/**
 * Brings one file into the package of a tag: looks first, for GitLab keeps two files of one name; keeps equal bytes;
 * uploads; compares digests. An upload whose answer was lost is found by looking, not repeated. Rejects
 * ('verification') on other bytes, without a change.
 */
async function bring(client, files, shelf, file, signal) {
    const doing = `cannot upload ${file.name}`;
    let rows = shelf.rows();
    let sent = false;
    let trouble;
    for (let attempt = 1; attempt <= upload_ATTEMPTS; attempt++) {
        if (attempt > 1) {
            await client.pause(trouble, attempt - 1, signal).catch((error) => {
                throw (0,releases_errors/* explained */.to)(error, doing, signal);
            });
        }
        // What is there was there before; what is not may have come since.
        if (attempt > 1 || named(rows, file).length === 0)
            rows = await shelf.look(signal);
        // An answer was lost: not every machine of GitLab knows at once what one of them did.
        if (sent && named(rows, file).length === 0)
            rows = await lookFor(client, shelf, file, base_patience/* AT_REST */.Ps, signal);
        if (named(rows, file).length > 0) {
            await demandEqual(client, shelf, rows, file, signal);
            return sent ? 'added' : 'kept';
        }
        const body = await (0,http_body/* bodyOf */.E)(files, file);
        sent = true;
        try {
            const row = await put(client, shelf, file.name, body, signal);
            // An older GitLab says only that it was created.
            if (!isRow(row)) {
                rows = await lookFor(client, shelf, file, base_patience/* AFTER_A_WRITE */.x, signal);
                await demandEqual(client, shelf, rows, file, signal);
                if (named(rows, file).length > 0)
                    return 'added';
                throw new errors/* Failure */.H('host', `${doing}: GitLab took it, and does not list it`, {
                    hint: 'Run again in some minutes: what is uploaded stays and is not uploaded again.'
                });
            }
            shelf.learn(row);
            const theirs = await digestOf(client, shelf, row, signal);
            if (theirs === file.sha256)
                return await settle(client, shelf, row, file, signal);
            trouble = new errors/* Failure */.H('verification', `${file.name} arrived damaged: sha256 ${theirs} there, ${file.sha256} here`, {
                hint: `Remove it in the package registry (${shelf.version}) and run again.`
            });
            // Ours and not linked anywhere: safe to take away.
            if (!(await withdraw(client, row, signal)))
                throw trouble;
            sent = false;
        }
        catch (error) {
            signal.throwIfAborted();
            // Where duplicates are forbidden, another publisher was faster: what it brought is looked at.
            const again = (0,releases_errors/* isRefused */.H0)(error, [400], /duplicate package/i);
            if (!(0,releases_errors/* isPassing */.WG)(error) && !again)
                throw (0,releases_errors/* explained */.to)(error, doing, signal);
            if (again)
                sent = false;
            trouble = error;
        }
    }
    throw (0,releases_errors/* explained */.to)(trouble, `${doing} in ${upload_ATTEMPTS} attempts`, signal);
}
/** The files of the package as soon as one has this name, or as they are in the end. */
async function lookFor(client, shelf, file, patience, signal) {
    await (0,base_patience/* lookPatiently */.wZ)(async () => named(await shelf.look(signal), file).length > 0
        ? { seen: 'right', value: undefined }
        : { seen: 'missing', what: `${file.name} is not listed` }, (seconds) => client.wait(seconds, signal), patience);
    return shelf.rows();
}
const named = (rows, { name }) => rows.filter(({ file_name }) => file_name === name);
/** Another publisher may have brought a file of this name at the same moment: the older one counts, ours gives way. */
async function settle(client, shelf, own, file, signal) {
    const older = named(await shelf.look(signal), file).filter(({ id }) => id < own.id);
    if (older.length === 0)
        return 'added';
    const gone = await withdraw(client, own, signal);
    if (!gone) {
        client.warn(`${file.name} lies twice in the package ${shelf.version}: another run was faster, and this token may not remove ours`);
    }
    await demandEqual(client, shelf, older, file, signal);
    await shelf.look(signal);
    return 'kept';
}
/** Rejects ('verification') unless every file of this name in the package has the file's bytes. */
async function demandEqual(client, shelf, rows, file, signal) {
    for (const row of named(rows, file)) {
        const theirs = await digestOf(client, shelf, row, signal);
        if (theirs !== file.sha256 || row.size !== file.size) {
            throw (0,finished/* different */.yn)(`the package ${client.packageName} ${shelf.version} on GitLab`, file.name, theirs, file.sha256);
        }
    }
}
/** Rejects ('verification') unless a file of the release has the bytes of ours; `path` leads to it. */
async function demandDigest(client, path, there, file, signal) {
    const theirs = there.sha256 ?? (await (0,digest/* sha256Of */.Bj)(bytesOf(client, path, there, signal)));
    if (theirs !== file.sha256 || there.size !== file.size)
        throw (0,finished/* different */.yn)(`the release on GitLab`, file.name, theirs, file.sha256);
}
const digestOf = async (client, shelf, row, signal) => row.file_sha256 ??
    (await (0,digest/* sha256Of */.Bj)(bytesOf(client, shelf.pathOf(row.file_name), { name: row.file_name, size: row.size, sha256: undefined }, signal)));
const put = (client, shelf, name, body, signal) => client.json({ method: 'PUT', path: shelf.pathOf(name), query: { select: 'package_file' }, body }, schemas/* unknown */.L5J(), signal);
const isRow = (found) => ROW.safeParse(found).success;

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/read-back.ts









/** The release of a tag with what it leads to, whole or not. */
async function look(client, tag, signal) {
    const release = await releaseOf(client, tag, signal);
    return release && standingOf(client, release, signal);
}
/** The same of a release that GitLab says is there; undefined when it was never seen. */
async function lookSoon(client, tag, signal) {
    const sight = await (0,base_patience/* lookPatiently */.wZ)(async () => {
        const value = await look(client, tag, signal);
        return value ? { seen: 'right', value } : { seen: 'missing', what: `GitLab shows no release ${tag}` };
    }, (seconds) => client.wait(seconds, signal), base_patience/* AFTER_A_WRITE */.x);
    return sight.seen === 'right' ? sight.value : undefined;
}
const shown = async (client, standing, signal) => asPublished(client, standing, await client.address(pathOfRelease(standing.release.tag_name), signal), signal);
/**
 * Looks at all files of the package as GitLab has them now: every one of ours there and equal, others named. Resolves
 * with the names to link.
 */
async function demandFiles(client, shelf, expected, signal) {
    const where = `the package ${client.packageName} ${shelf.version}`;
    const sight = await (0,base_patience/* lookPatiently */.wZ)(async () => {
        const rows = await shelf.look(signal);
        const absent = expected.filter(({ name }) => !rows.some((row) => row.file_name === name));
        if (absent.length > 0)
            return { seen: 'missing', what: `${(0,finished/* namesOf */.eZ)(absent)} not in ${where}` };
        for (const file of expected) {
            const failure = await coveredBy(client, shelf, rows, file, signal);
            if (failure)
                return { seen: 'wrong', failure };
        }
        return { seen: 'right', value: rows };
    }, (seconds) => client.wait(seconds, signal), base_patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'wrong')
        throw sight.failure;
    if (sight.seen === 'missing') {
        const hint = 'GitLab does not show what was uploaded, or another run or a person removed it: run again.';
        throw (0,unseen_release/* notSeen */.J)(sight.what, sight.asked, hint);
    }
    const others = served(sight.value).filter(({ name }) => !expected.some((file) => file.name === name));
    for (const { name } of others)
        client.warn(`${name} in ${where} is not from this run: kept`);
    const linkable = others.filter(({ name }) => /^[\w.+~@-]+$/.test(name));
    return [...expected, ...linkable].map(({ name }) => name);
}
/**
 * What a younger file of this name with other bytes means: a download would get it instead of ours. Its maker takes it
 * away again, when it may. Rejects ('verification') when the oldest one is not ours.
 */
async function coveredBy(client, shelf, rows, file, signal) {
    const [oldest, ...younger] = rows.filter(({ file_name }) => file_name === file.name);
    if (oldest)
        await demandEqual(client, shelf, [oldest], file, signal);
    const other = younger.find(({ file_sha256: sha256 }) => sha256 !== null && sha256 !== file.sha256);
    const where = `the package ${client.packageName} ${shelf.version} on GitLab`;
    return other && (0,finished/* different */.yn)(where, file.name, other.file_sha256 ?? '', file.sha256);
}
/**
 * Reads the release back as everybody sees it, until all of it is seen. Rejects with 'verification' when three looks
 * agree that it is not what was meant, and with 'host' when it was never seen right.
 */
async function demandPublished(client, request, expected, signal) {
    const sight = await (0,base_patience/* lookPatiently */.wZ)(() => lookAtPublished(client, request, expected, signal), (seconds) => client.wait(seconds, signal), base_patience/* AFTER_A_WRITE */.x);
    if (sight.seen === 'right')
        return sight.value;
    throw sight.seen === 'wrong' ? sight.failure : (0,unseen_release/* unseen */.n)(request.tag, sight.asked);
}
async function lookAtPublished(client, request, expected, signal) {
    const { tag, commit } = request;
    const standing = await look(client, tag, signal);
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
        return { seen: 'missing', what: `${(0,finished/* namesOf */.eZ)(absent)} not in the release` };
    if (!standing.whole)
        return { seen: 'missing', what: `GitLab shows ${tag} without all its files` };
    const tagged = await lookAtTag(client, tag, commit, signal);
    return tagged.seen === 'right' ? { seen: 'right', value: await shown(client, standing, signal) } : tagged;
}

;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/yank.ts





/**
 * Takes a release back: one request puts the mark on it and its date before that of the release that is to be the
 * latest, since GitLab's latest is the one with the latest date. Nothing is written that is written already.
 */
async function yankRelease(client, order, signal) {
    const release = await releaseOf(client, order.tag, signal);
    if (!release)
        return undefined;
    const url = release._links?.self ?? (await client.address(pathOfRelease(order.tag), signal));
    const isLatest = (await latestOf(client, signal))?.tag_name === order.tag;
    const successor = isLatest && order.latest !== undefined ? await releaseOf(client, order.latest, signal) : undefined;
    const undone = isLatest && !successor ? [`${order.tag} stays GitLab's latest release: there is no other`] : [];
    const marked = yankOf(release)?.half === order.half;
    if (marked && !successor)
        return { url, changed: false, undone };
    await change(client, release, {
        ...(marked ? {} : marks(release, order)),
        ...(successor ? { released_at: before(successor) } : {}),
        signal
    });
    if (successor)
        await demandLatest(client, successor, signal);
    return { url, changed: true, undone };
}
/** GitLab has no flags: the title and the notes say it. */
const marks = (release, { why, half }) => {
    const own = markIn(release);
    const mark = own ? markOf(own.commit, own.files) : '';
    const notes = (0,release_marks/* yankedNotes */.QC)(withoutMark(release), { why, half });
    return { name: (0,release_marks/* yankedTitle */.NC)(release.name), description: (0,release_names/* fittedNotes */.aR)(notes, mark, LONGEST_NOTES, 'GitLab') };
};
const before = ({ released_at }) => new Date(Date.parse(released_at) - 1000).toISOString();
/** A third release may be younger: then the one that is meant gets today's date. */
async function demandLatest(client, release, signal) {
    const latest = await latestOf(client, signal);
    if (latest === undefined || latest.tag_name === release.tag_name)
        return;
    await change(client, release, { released_at: new Date().toISOString(), signal });
}
/**
 * Gives a release today's date, which makes it GitLab's latest but for one with a later date. Resolves with why it
 * could not be done.
 */
async function makeLatest(client, tag, signal) {
    const release = await releaseOf(client, tag, signal);
    if (!release)
        return [`${tag} is not there any more`];
    const latest = await latestOf(client, signal);
    if (latest && Date.parse(latest.released_at) > Date.now())
        return [`the date of ${latest.tag_name}, ${latest.released_at}, is in the future, and the latest date counts`];
    await change(client, release, { released_at: new Date().toISOString(), signal });
    return [];
}
async function change(client, { tag_name: tag }, { signal, ...body }) {
    try {
        await client.tell({ method: 'PUT', path: pathOfRelease(tag), body }, signal);
    }
    catch (error) {
        throw (0,releases_errors/* explained */.to)(error, `cannot change the release ${tag}`, signal);
    }
}

// EXTERNAL MODULE: ./src/adapters/releases/outlook.ts
var outlook = __webpack_require__(82124);
;// CONCATENATED MODULE: ./src/adapters/gitlab/releases/publisher.ts
















/**
 * Releases of one GitLab project. GitLab has no drafts: files go into a generic package, are compared by GitLab's own
 * digests, and the release that links them all is made by one request at the end, after the tag was seen to mean the
 * commit still.
 */
function gitlab(place, files) {
    const client = (0,releases_client/* connect */.N)(place);
    return {
        name: 'gitlab',
        foresee: async (intent, signal) => (0,outlook/* told */.E)(await gitlabPreflight(place, intent, signal)),
        find: (tag, signal) => find(client, tag, signal),
        wait: (seconds, signal) => client.wait(seconds, signal),
        list: (signal) => listed(client, signal),
        commitOf: (tag, signal) => peeled(client, tag, signal),
        async draft(request, signal) {
            (0,releases_place/* demandSecret */.y3)(place);
            (0,finished/* refuseContradiction */.Wj)(request);
            const standing = await settled(client, request.tag, signal);
            const published = standing && (await shown(client, standing, signal));
            // One that broke half-way is finished.
            if (published && yankOf(standing.release)?.half !== true)
                (0,finished/* refuseYanked */.nT)(published);
            if (published && standing.whole) {
                return (0,finished/* finished */.xl)(published, {
                    find: () => find(client, request.tag, signal),
                    wait: (seconds) => client.wait(seconds, signal)
                });
            }
            return openDraft(client, files, request, signal);
        },
        latest: {
            by: 'GitLab',
            now: async (signal) => (await latestOf(client, signal))?.tag_name,
            move: (tag, signal) => makeLatest(client, tag, signal)
        },
        yank(order, signal) {
            (0,releases_place/* demandSecret */.y3)(place);
            return yankRelease(client, order, signal);
        }
    };
}
async function find(client, tag, signal) {
    const standing = await look(client, tag, signal);
    return standing?.whole ? shown(client, standing, signal) : undefined;
}
/** The release of a tag with what it leads to. One of ours that seems to lack something is looked at again. */
async function settled(client, tag, signal) {
    let standing = await look(client, tag, signal);
    await (0,base_patience/* lookPatiently */.wZ)(async () => {
        if (!standing || standing.whole || !markIn(standing.release) || yankOf(standing.release)?.half)
            return { seen: 'right', value: undefined };
        standing = await look(client, tag, signal);
        return { seen: 'missing', what: `the release ${tag} lacks files` };
    }, (seconds) => client.wait(seconds, signal), base_patience/* AT_REST */.Ps);
    return standing;
}
async function openDraft(client, files, request, signal) {
    const shelf = shelfOf(client, client.packageName, packageVersion(request.tag));
    const known = served(await shelf.look(signal));
    const added = new Map();
    // One at a time for one version, as GitLab wants it.
    const inTurn = (0,p_limit/* default */.A)(1);
    return {
        finished: false,
        files: known,
        download(name) {
            const file = known.find((each) => each.name === name);
            if (!file)
                throw new errors/* Failure */.H('host', `the package of ${request.tag} has no file ${JSON.stringify(name)}`);
            return bytesOf(client, shelf.pathOf(name), file, signal);
        },
        async add(file) {
            refuseGitlabNames([...added.keys()].filter((name) => name !== file.name).concat(file.name));
            refuseGitlabSize(file);
            added.set(file.name, file);
            return inTurn(() => bring(client, files, shelf, file, signal));
        },
        publish: () => publish(client, shelf, request, [...added.values()], signal),
        // What is not published stays in the package registry, without a release, for the next run.
        [Symbol.asyncDispose]: () => Promise.resolve()
    };
}
async function publish(client, shelf, request, expected, signal) {
    const names = await demandFiles(client, shelf, expected, signal);
    const links = await linksTo(client, shelf, names, signal);
    await demandTag(client, request.tag, request.commit, signal);
    const before = await look(client, request.tag, signal);
    let ours = true;
    if (before || (await create(client, request, links, signal)) === 'found') {
        // Another run may have been faster: what is whole is compared and not written to.
        const there = before ?? (await lookSoon(client, request.tag, signal));
        ours = there !== undefined && !there.whole;
        if (there && ours)
            await complete(client, there.release, request, links, signal);
    }
    try {
        return await demandPublished(client, request, expected, signal);
    }
    catch (error) {
        throw ours && error instanceof errors/* Failure */.H && error.kind === 'verification' ? (0,finished/* exposed */.fE)(error) : error;
    }
}


/***/ }),

/***/ 78057:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ bodyOf)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** The file's bytes, read from the disk as they are sent; they must still be the ones that were announced. */
async function bodyOf(files, file) {
    const found = await files.digest(file.path);
    if (found?.sha256 === file.sha256)
        return files.blob(file.path);
    throw new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('verification', `${file.path} changed before its upload: sha256 ${found?.sha256 ?? 'of nothing'} now, ${file.sha256} before`);
}


/***/ }),

/***/ 67141:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ resumed)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);
/* harmony import */ var _answer_body_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97264);


const RESUMES = 3;
/** Seconds until a file is asked for again that a list names and storage does not know yet. */
const LATE = [2, 4, 8, 16, 30];
/**
 * The bytes of a file, streamed; a connection that breaks or stands still is resumed where it broke, a few times.
 * Rejects ('verification') when more or fewer come than were announced.
 */
async function* resumed(source, signal) {
    const { name, size } = source;
    const doing = `cannot download ${name}`;
    let done = 0;
    let missed = 0;
    for (let attempt = 0;; attempt++) {
        let answered = false;
        try {
            const { status, body } = await source.ask(done);
            answered = true;
            // A server that does not know ranges starts over.
            let skip = status === 206 ? 0 : done;
            for await (const chunk of (0,_answer_body_js__WEBPACK_IMPORTED_MODULE_1__/* .pieces */ .IE)({ body }, source.patience)) {
                signal.throwIfAborted();
                const fresh = chunk.subarray(Math.min(skip, chunk.length));
                skip -= chunk.length - fresh.length;
                done += fresh.length;
                // One without an end is not waited for.
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

/***/ 82124:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   E: () => (/* binding */ told)
/* harmony export */ });
/** What a publisher says of an outlook. */
const told = ({ known, unseen }) => [
    ...known,
    ...unseen.map((line) => `not seen from here: ${line}`)
];


/***/ }),

/***/ 72584:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   dj: () => (/* binding */ inHtml),
/* harmony export */   h0: () => (/* binding */ short),
/* harmony export */   hd: () => (/* binding */ unmd),
/* harmony export */   md: () => (/* binding */ md),
/* harmony export */   om: () => (/* binding */ block)
/* harmony export */ });
/**
 * Text from elsewhere inside Markdown: no markup, no HTML, no formula, no new cell or line; nobody is called in it, and no
 * issue, commit or address is linked. A platform looks for those after it has read the Markdown, so a backslash does not
 * keep it from them.
 */
const md = (text) => apart(visible(text)
    .replace(/[\\`*_{}[\]<>|#~$&!]/g, '\\$&')
    // What begins a list or underlines a heading.
    .replace(/^ ?(?=[-+=])|^ ?\d+(?=[.)]( |$))/, '$&\\'));
/** The text that `md` was given, as far as it is on one line. */
const unmd = (markdown) => markdown.replaceAll(NOTHING, '').replace(/\\(.)/g, '$1');
/** Text from elsewhere inside an HTML element of a Markdown text, where no Markdown is read. */
const inHtml = (text) => apart(visible(text).replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`));
/** What shows nowhere, and stands between two characters that a platform would take for one reference. */
const NOTHING = '<!-- -->';
/** Signs of references (docs.github.com, "Autolinked references and URLs"; docs.gitlab.com, "GitLab-specific references"). */
const SIGNS = /(?<!&)[@#](?=\w)|[!$%~^](?=\w)|&(?:#38;)?(?=\d)|\b(?:GH|GL|GHSA)-(?=\w)|(?<=\w):(?=\/\/)|\bww(?=w\.)/gi;
/** What a commit may be called by: shorter and longer words are none. */
const HEX = /\b[0-9a-f]{7,40}\b/gi;
const apart = (text) => text.replace(SIGNS, `$&${NOTHING}`).replace(HEX, (run) => (run.match(/.{1,6}/g) ?? []).join(NOTHING));
/** Text from elsewhere as inline code, in a table or out of it. */
function code(text) {
    const shown = visible(text).replaceAll('|', '\\|');
    const fence = '`'.repeat(longest(shown) + 1);
    return /^`|`$/.test(shown) ? `${fence} ${shown} ${fence}` : `${fence}${shown}${fence}`;
}
/** Lines as a block of code that nothing in them ends. */
function block(language, text) {
    const shown = text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|[\p{Cf}\u2028\u2029]/gu, '\ufffd');
    const fence = '`'.repeat(Math.max(3, longest(shown) + 1));
    return [`${fence}${language}`, shown, fence];
}
/** At most so much of what a check saw: the whole stands in compatibility.json. */
const short = (text, length = 600) => text.length > length ? `${text.slice(0, length)} … (${text.length - length} characters more)` : text;
const longest = (text) => Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
/** One line, and nothing in it that hides or turns text. */
const visible = (text) => text.replace(/\s+/g, ' ').replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd');


/***/ }),

/***/ 41263:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   C5: () => (/* binding */ withoutYank),
/* harmony export */   NC: () => (/* binding */ yankedTitle),
/* harmony export */   QC: () => (/* binding */ yankedNotes),
/* harmony export */   nm: () => (/* binding */ yankIn),
/* harmony export */   oK: () => (/* binding */ titleWithoutYank)
/* harmony export */ });
/* harmony import */ var _base_markdown_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(72584);

/** The comments around it are not seen in rendered Markdown; the line between is for people. */
const BLOCK = /^<!-- slipway (yanked|unfinished) -->\n> \*\*[^\n]*?\*\* ([^\n]*)\n<!-- \/slipway -->\n*/;
const TITLE = 'YANKED: ';
/** The mark at the head of a release's notes, if it was taken back. */
function yankIn(notes) {
    const [, kind, why = ''] = BLOCK.exec(notes.replaceAll('\r\n', '\n')) ?? [];
    return kind === undefined ? undefined : { why: (0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__/* .unmd */ .hd)(why), half: kind === 'unfinished' };
}
/** The notes as they were before the release was taken back. */
const withoutYank = (notes) => yankIn(notes) ? notes.replaceAll('\r\n', '\n').replace(BLOCK, '') : notes;
/** The notes with the mark at their head, in place of an earlier one. */
const yankedNotes = (notes, { why, half }) => [
    `<!-- slipway ${half ? 'unfinished' : 'yanked'} -->`,
    `> **${half ? 'This release is not complete: do not use it yet.' : 'This release was taken back: do not use it.'}** ${(0,_base_markdown_js__WEBPACK_IMPORTED_MODULE_0__.md)(why)}`,
    '<!-- /slipway -->',
    '',
    withoutYank(notes)
].join('\n');
const yankedTitle = (title) => (title.startsWith(TITLE) ? title : TITLE + title);
const titleWithoutYank = (title) => (title.startsWith(TITLE) ? title.slice(TITLE.length) : title);


/***/ }),

/***/ 57069:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ notSeen),
/* harmony export */   n: () => (/* binding */ unseen)
/* harmony export */ });
/* harmony import */ var _base_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(34758);

/** What was written and is not to be seen, however often it was asked for: `asked` says what came when, a line each. */
const notSeen = (what, asked, hint) => new _base_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .Failure */ .H('host', `${what}. Asked ${asked.length} times:\n${asked.join('\n')}`, { code: 'not-seen', hint });
/** A release that was published and is not shown, or not whole. */
const unseen = (tag, asked) => notSeen(`${tag} was published, and not all of it is to be seen yet`, asked, 'Nothing was taken back. Run again in some minutes: the next run looks again.');


/***/ })

};
