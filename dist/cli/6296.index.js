export const id = 6296;
export const ids = [6296];
export const modules = {

/***/ 36296:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  signerGiven: () => (/* binding */ signerGiven),
  verifyCommand: () => (/* binding */ verifyCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./src/config.ts
var src_config = __webpack_require__(22973);
// EXTERNAL MODULE: ./src/errors.ts
var errors = __webpack_require__(83916);
;// CONCATENATED MODULE: ./src/expected-signer.ts
/**
 * Who signs keyless in the jobs of a repository when a tag is pushed: any of its own workflows, at just this tag. Known
 * from where the repository is, never from the release.
 */
function signerOf(on, { url, server }, tag) {
    const at = `@refs/tags/${escaped(tag)}$`;
    // Neither platform has two repositories whose names differ in case alone, and both take any case in a URL.
    const repository = `^(?i:${escaped(url)})`;
    return on === 'github'
        ? { pattern: `${repository}/\\.github/workflows/[^@]+${at}`, issuer: githubIssuer(new URL(server)) }
        : // With its path: `Gitlab.config.gitlab.url` is what signs the tokens of its jobs.
            { pattern: `${repository}//[^@]+${at}`, issuer: server };
}
/** As GitHub documents them for its own service, for `ghe.com`, and for Enterprise Server. */
function githubIssuer({ hostname, origin }) {
    if (hostname === 'github.com')
        return 'https://token.actions.githubusercontent.com';
    if (hostname.endsWith('.ghe.com'))
        return `https://token.actions.${hostname}`;
    return `${origin}/_services/token`;
}
const escaped = (text) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

// EXTERNAL MODULE: ./src/json.ts
var json = __webpack_require__(8301);
// EXTERNAL MODULE: ./src/found.ts
var found = __webpack_require__(14935);
// EXTERNAL MODULE: ./src/plan/around.ts
var around = __webpack_require__(93854);
// EXTERNAL MODULE: ./src/text.ts
var src_text = __webpack_require__(48992);
// EXTERNAL MODULE: ./src/verify.ts + 2 modules
var verify = __webpack_require__(5021);
// EXTERNAL MODULE: ./src/version.ts
var version = __webpack_require__(311);
// EXTERNAL MODULE: ./src/yank.ts
var yank = __webpack_require__(9722);
;// CONCATENATED MODULE: ./src/commands/verify.ts












/**
 * verify TAG|URL|DIR: what a careful downloader checks, in one go. The expected signer comes from the caller, from
 * slipway.yaml, or from the repository that the caller named, never from the release.
 */
async function verifyCommand({ operands, read }, world) {
    const { config } = await (0,src_config/* readConfig */.Xg)(world.files(world.cwd), world.cwd, read);
    const [operand, ...rest] = operands;
    if (operand === undefined || rest.length)
        throw new errors/* Failure */.H('input', `verify takes one tag, URL or folder, not ${rest.length ? operands.join(' ') : 'none'}`, {
            hint: 'slipway verify DIR --key FILE'
        });
    const given = signerGiven(config, world.cwd);
    const subject = await subjectOf(operand, config, world);
    const signer = given ?? subject.signer;
    if (!signer)
        throw new errors/* Failure */.H('input', 'nobody said who must have signed', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL; the release itself cannot say whom to trust.'
        });
    refuseOwnKey(signer, subject.found);
    const proves = await world.verifier(signer, world.scratchFiles, config['trusted-root']);
    const { covered, uncovered, programs, proved, built, recipe } = await (0,verify/* verifyRelease */.V)(subject.found, { files: world.scratchFiles, unpack: world.unpack }, {
        proves,
        commit: subject.commit,
        version: subject.tag === undefined ? undefined : (0,version/* versionOfTag */.mx)(subject.tag, (0,yank/* folderOfTag */.Yv)(subject.tag)),
        strangers: 'refuse'
    });
    const { where } = subject.found;
    const who = 'key' in signer ? 'key' : 'identity' in signer ? 'identity' : `identity, ${signer.pattern}`;
    world.host.info(`${where}: the signature is by the expected ${who}; ${(0,src_text/* count */.U9)(covered.length, 'file')} with the signed digest`);
    world.host.info(`  ${(0,src_text/* count */.U9)(programs, 'program')} in them, built from one commit for what the archives are named for`);
    if (built)
        world.host.info(`  built by ${built.builder} from commit ${built.commit} (${built.invocation})`);
    if (built?.compiledBy.length)
        world.host.info(`  that run took over what others compiled: ${others(built)}`);
    for (const line of matrix(proved))
        world.host.info(`  ${line}`);
    for (const name of uncovered)
        world.host.info(`  ${name} is covered by no signature; nothing is read from it`);
    const many = read('rebuild') === undefined ? 0 : config.rebuild;
    const rebuilt = many > 0 && built && recipe ? await again({ ...subject, commit: built.commit }, recipe, many, world) : [];
    if (config.json)
        world.print((0,json/* printedJson */.xL)({ where, covered, uncovered, programs, proved, built: built ?? null, rebuilt }));
}
/** Of each other run what it compiled, as the run that signed says. */
const others = ({ compiledBy }) => compiledBy
    .map(({ targets, invocation }) => `${targets.join(', ')} (${invocation || 'by a run that nobody named'})`)
    .join('; ');
/** A key that lies among the files came with them, as far as anybody can tell. */
function refuseOwnKey(signer, { names, pathOf, where }) {
    if (!('key' in signer) || !pathOf || !names.some((name) => (0,external_node_path_.resolve)(pathOf(name)) === signer.key))
        return;
    throw new errors/* Failure */.H('input', `the key ${signer.key} lies in the release that it should vouch for: ${where}`, {
        hint: 'Take the public key from the publisher, keep it elsewhere, and name it with --key.'
    });
}
/** Builds it again; the names of the files that came out the same. */
async function again({ found, commit, repository }, recipe, many, world) {
    const { rebuildRelease } = await Promise.all(/* import() */[__webpack_require__.e(6921), __webpack_require__.e(3867), __webpack_require__.e(5407), __webpack_require__.e(9630), __webpack_require__.e(4660)]).then(__webpack_require__.bind(__webpack_require__, 54660));
    const same = await rebuildRelease(world, { found, commit, repository, recipe }, many);
    world.host.info(`${found.where}: built again from commit ${commit}: ${(0,src_text/* count */.U9)(same.length, 'file')} came out the same`);
    return same.map(({ name }) => name);
}
/** What a downloader can trust to work, a line a Kubernetes. */
function matrix(proved) {
    if (proved.length === 0)
        return ['nothing was proved of it'];
    const rows = [...new Set(proved.map(({ server }) => server))].map((server) => proved.filter((field) => field.server === server));
    return rows.map((row) => {
        const [{ server, provider, simulated } = { server: '', provider: '', simulated: false }] = row;
        const where = server
            ? `on Kubernetes ${server} (${provider}${simulated ? ', pods simulated' : ''})`
            : 'without a cluster';
        const suites = row
            .map(({ suite, subject, checks }) => `${suite}${subject ? ` of ${subject}` : ''} (${(0,src_text/* count */.U9)(checks, 'check')})`)
            .join(', ');
        return `proved ${where}: ${suites}`;
    });
}
/** Who the caller says must have signed, by flags or slipway.yaml. */
function signerGiven({ key, identity, issuer }, cwd) {
    if ((key !== '' && identity !== '') || (identity !== '') !== (issuer !== ''))
        throw new errors/* Failure */.H('input', 'the expected signer is a key, or an identity with its issuer', {
            hint: 'Give --key FILE, or --identity URL and --issuer URL.'
        });
    if (key !== '')
        return { key: /^[a-z0-9+]+:\/\//.test(key) ? key : (0,external_node_path_.resolve)(cwd, key) };
    return identity === '' ? undefined : { identity, issuer };
}
async function subjectOf(operand, config, world) {
    if (/^https?:\/\//.test(operand)) {
        const { publisher, tag, on, repository } = await world.releaseAt(operand, config.token, world.scratchFiles);
        return { ...(await published(publisher, tag, signerOf(on, repository, tag), world)), repository: repository.url };
    }
    const folder = operand.startsWith('file://') ? (0,external_node_url_.fileURLToPath)(operand) : (0,external_node_path_.resolve)(world.cwd, operand);
    const files = world.files(folder);
    // Who says where releases live means a tag, even where a folder has its name.
    const names = config.to === 'auto' ? await files.list(folder) : [];
    if (names.length || operand.startsWith('file://'))
        return { found: await (0,found/* foundAt */.yb)(folder, names, files) };
    const to = (0,around/* destination */.j)(config.to, world.surroundings);
    if (to === undefined || to === 'none' || /^[./]/.test(operand))
        throw new errors/* Failure */.H('input', `${operand} is no folder with a release in it`, {
            hint: 'For a tag, say where releases live: --to github, gitlab or a folder; or give the URL of its page.'
        });
    const publisher = await world.publisher(to, config.token, world.scratchFiles);
    const repository = to === 'github' || to === 'gitlab' ? world.repositoryOf(to) : undefined;
    const signer = repository === undefined ? undefined : signerOf(to, repository, operand);
    return { ...(await published(publisher, operand, signer, world)), repository: repository?.url };
}
async function published(publisher, tag, signer, { signal }) {
    const release = await publisher.find(tag, signal);
    if (!release)
        throw new errors/* Failure */.H('input', `there is no release ${tag} to be seen there`, {
            hint: 'Check the tag and the repository; what may not be seen looks the same as what is not there.'
        });
    if (release.yanked !== undefined)
        throw (0,found/* takenBack */.lv)(tag, release.url, release.yanked);
    return { found: (0,found/* foundIn */.QR)(release), tag, commit: await publisher.commitOf(tag, signal), signer };
}


/***/ })

};
