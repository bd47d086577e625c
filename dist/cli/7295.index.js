export const id = 7295;
export const ids = [7295];
export const modules = {

/***/ 27295:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listSecretFolders: () => (/* binding */ listSecretFolders),
  sandboxes: () => (/* binding */ sandboxes)
});

// EXTERNAL MODULE: ./src/base/errors.ts
var errors = __webpack_require__(34758);
// EXTERNAL MODULE: ./src/base/scope.ts
var scope = __webpack_require__(1205);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:timers/promises"
var external_node_timers_promises_ = __webpack_require__(58500);
// EXTERNAL MODULE: ./src/adapters/machine/ending.ts
var ending = __webpack_require__(51439);
// EXTERNAL MODULE: ./src/adapters/machine/loopback.ts + 3 modules
var loopback = __webpack_require__(97550);
// EXTERNAL MODULE: ./src/adapters/machine/owner.ts
var owner = __webpack_require__(60309);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
// EXTERNAL MODULE: ./src/adapters/machine/process.ts + 2 modules
var machine_process = __webpack_require__(569);
;// CONCATENATED MODULE: ./src/adapters/sandbox/bridge.ts
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





const PROGRAM = `
const net = require('node:net')
process.on('disconnect', () => process.exit())
process.on('message', ({ id, listen, connect }) => {
  const refuse = ({ code, message }) => process.send({ id, error: code ?? message })
  if (listen) {
    const server = net.createServer().once('error', refuse)
    return server.listen(listen, '127.0.0.1', 511, () => process.send({ id }, server, () => server.close()))
  }
  const socket = net.connect(connect, '127.0.0.1').pause().once('error', refuse)
  socket.once('connect', () => process.send({ id }, socket.off('error', refuse).on('error', () => {})))
})
`;
async function bridge(enter, reaches) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const [tool, ...args] = enter;
        const child = (0,external_node_child_process_.spawn)(tool, [...args, process.execPath, '-e', PROGRAM], {
            env: (0,machine_process/* addMarker */.Yu)({}),
            cwd: '/',
            stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
            detached: true
        });
        const ask = makeQuestions(child);
        const stack = __addDisposableResource(env_1, new scope/* Scope */.H(), true);
        stack.defer(() => endChild(child));
        const sockets = new Set();
        stack.defer(() => sockets.forEach((socket) => socket.destroy()));
        for (const port of reaches) {
            const server = await ask({ listen: port });
            if (!(server instanceof external_node_net_.Server))
                throw new Error('the bridge gave no server');
            stack.defer(() => void server.close());
            server.on('connection', (socket) => joinSockets(socket, (0,external_node_net_.connect)(port, '127.0.0.1'), sockets));
        }
        const owned = stack.move();
        return {
            async connect(port) {
                const socket = await ask({ connect: port });
                if (!(socket instanceof external_node_net_.Socket))
                    throw new Error('the bridge gave no socket');
                sockets.add(socket);
                socket.once('close', () => sockets.delete(socket));
                return socket;
            },
            [Symbol.asyncDispose]: () => owned.disposeAsync()
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
function makeQuestions(child) {
    const open = new Map();
    let serial = 0;
    let gone;
    const over = (cause) => {
        gone = new errors/* Failure */.H('environment', 'the bridge into the network of a sandbox has ended', {
            hint: 'Something outside of Slipway ended it, such as a lack of memory: dmesg tells.',
            cause
        });
        for (const { reject } of open.values())
            reject(gone);
        open.clear();
    };
    child.once('error', over).once('exit', over);
    child.on('message', (told, handle) => {
        const { id, error } = told;
        const asked = open.get(id);
        open.delete(id);
        if (error === undefined)
            asked?.resolve(handle);
        else
            asked?.reject(new Error(error));
    });
    return (question) => new Promise((resolve, reject) => {
        if (gone)
            return reject(gone);
        open.set(++serial, { resolve, reject });
        child.send({ id: serial, ...question }, (error) => error && over(error));
    });
}
function joinSockets(one, other, open) {
    for (const [from, to] of [
        [one, other],
        [other, one]
    ]) {
        open.add(from);
        from.setNoDelay(true);
        from.once('error', () => to.destroy());
        from.once('close', () => {
            open.delete(from);
            to.destroySoon();
        });
        from.pipe(to);
    }
}
async function endChild(child) {
    if (child.exitCode !== null || child.signalCode !== null)
        return;
    const exited = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await exited;
}

;// CONCATENATED MODULE: ./src/adapters/sandbox/holder.ts







const PATIENCE_MS = 15_000;
const GRACE_MS = 1000;
const WORDS = 4000;
async function holdNamespaces(argv) {
    const [tool, ...args] = argv;
    const child = (0,external_node_child_process_.spawn)(tool, args, { env: (0,machine_process/* addMarker */.Yu)({ PATH: '/usr/bin:/bin' }), cwd: '/', detached: true });
    const said = [];
    child.stderr.on('data', (chunk) => void (said.length < 100 && said.push(chunk)));
    let over = false;
    const ended = new Promise((resolve) => {
        child.once('error', (error) => {
            said.push(Buffer.from(error.message));
            resolve();
        });
        child.once('close', () => resolve());
    }).then(() => (over = true));
    child.stdin.on('error', () => undefined).write('ready\n');
    const ready = new Promise((resolve) => child.stdout.once('data', () => resolve(true)));
    const stop = async () => {
        child.stdin.end();
        if (await Promise.race([ended, (0,external_node_timers_promises_.setTimeout)(GRACE_MS, false, { ref: false })]))
            return;
        for (const pid of [await findInit(child.pid), child.pid])
            if (pid !== undefined)
                (0,ending/* sendSignal */.vG)(pid, 'SIGKILL');
        await ended;
    };
    const made = await Promise.race([ready, ended.then(() => false), (0,external_node_timers_promises_.setTimeout)(PATIENCE_MS, false, { ref: false })]);
    const pid = made ? await findInit(child.pid) : undefined;
    if (pid === undefined) {
        await stop();
        const words = Buffer.concat(said).toString('utf8').trim().split('\n').at(-1)?.slice(0, WORDS);
        throw new errors/* Failure */.H('environment', `${tool} makes no namespaces: ${words || 'it says nothing'}`, {
            hint: 'docs/security.md says what a machine needs for them.'
        });
    }
    child.stdout.destroy();
    return { pid, isThere: () => !over, [Symbol.asyncDispose]: stop };
}
async function findInit(root) {
    const all = (await Promise.all((0,owner/* listPids */.$q)().map(listFamily))).flat();
    const below = (parent) => all.filter((each) => each.parent === parent).flatMap((each) => [each, ...below(each.pid)]);
    return root === undefined
        ? undefined
        : below(root).find(({ inside }) => inside.length > 1 && inside.at(-1) === 1)?.pid;
}
async function listFamily(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const numbers = (name) => (new RegExp(`^${name}:\\s+(.*)$`, 'm').exec(text)?.[1] ?? '').split(/\s+/).map(Number);
    return text === '' ? [] : [{ pid, parent: numbers('PPid')[0] ?? 0, inside: numbers('NSpid') }];
}
const findChild = async (parent) => (await Promise.all((0,owner/* listPids */.$q)().map(listFamily))).flat().find((each) => each.parent === parent)?.pid;

;// CONCATENATED MODULE: ./src/adapters/sandbox/inside.ts




const OUTSIDE = { PATH: '/usr/bin:/bin' };
const IN_FOLDER = 'cd "$0" && exec "$@"';
function runInside(processes, enter, refuseEnded) {
    const command = (argv, cwd, env) => {
        const [first, ...rest] = enter();
        const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
        const plain = argv[0].includes('=') ? ['nice', '-n', '0', ...argv] : argv;
        return [first, ...rest, '/bin/sh', '-c', IN_FOLDER, cwd, '/usr/bin/env', '-i', ...variables, ...plain];
    };
    return {
        run: async (argv, { cwd = '/', env, ...options }) => {
            try {
                return await runBehind(processes.run, argv, command(argv, cwd, env), { ...options, env: OUTSIDE });
            }
            catch (error) {
                options.signal?.throwIfAborted();
                refuseEnded();
                throw error;
            }
        },
        async start(argv, { cwd = '/', env, log }) {
            const behind = command(argv, cwd, env);
            const service = await processes.start(behind, { env: OUTSIDE, log });
            return {
                ...renameService(service, argv, behind),
                ask: () => void findChild(service.pid).then((pid) => (0,ending/* sendSignal */.vG)(pid ?? service.pid, 'SIGTERM'))
            };
        }
    };
}
async function runBehind(run, argv, behind, options) {
    try {
        return await run(behind, options);
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H) || error.kind !== 'command')
            throw error;
        throw new errors/* Failure */.H(error, replaceName(error.message, argv, behind), { cause: error.cause });
    }
}
const renameService = (service, argv, behind) => ({
    ...service,
    ended: service.ended.then((text) => replaceName(text, argv, behind))
});
const replaceName = (text, [program], [first]) => text.startsWith(`${(0,external_node_path_.basename)(first)} `) ? (0,external_node_path_.basename)(program) + text.slice((0,external_node_path_.basename)(first).length) : text;

// EXTERNAL MODULE: external "node:path/posix"
var posix_ = __webpack_require__(53916);
;// CONCATENATED MODULE: ./src/adapters/sandbox/view.ts

const SYSTEM = [
    ...['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64', '/libx32', '/nix/store'],
    ...['/etc/alternatives', '/etc/ld.so.cache', '/etc/ld.so.conf', '/etc/ld.so.conf.d', '/etc/localtime'],
    ...['/etc/mime.types', '/etc/nsswitch.conf', '/etc/os-release', '/etc/protocols', '/etc/services', '/etc/timezone'],
    ...['/etc/ca-certificates', '/etc/crypto-policies', '/etc/pki/ca-trust/extracted', '/etc/pki/tls/certs'],
    ...['/etc/ssl/cert.pem', '/etc/ssl/certs', '/etc/ssl/openssl.cnf']
];
const DEVICES = ['null', 'zero', 'full', 'random', 'urandom'];
const STREAMS = { fd: '', stdin: '/0', stdout: '/1', stderr: '/2' };
function arrangeView({ system, own, reads, writes, hides }) {
    const folders = system.flatMap((place) => ('kind' in place && place.kind === 'folder' ? [place.path] : []));
    const covered = hides.filter((path) => folders.some((folder) => liesBelow(path, folder)));
    const isThere = (path) => folders.some((folder) => liesBelow(path, folder)) && !covered.some((folder) => liesBelow(path, folder));
    const shown = (path, from, writable) => ({ make: 'shown', path, from, writable });
    const given = orderParentsFirst([
        ...Object.entries(reads).flatMap(([path, from]) => path === from && isThere(path) ? [] : [shown(path, from, false)]),
        ...writes.map((path) => shown(path, path, true))
    ]);
    const files = Object.entries(own).map(([path, from]) => shown(path, from, false));
    const empty = ['/dev', '/dev/shm', '/run', '/tmp', '/var/tmp', ...covered];
    const links = system.flatMap((place) => ('link' in place ? [place] : []));
    const places = system.flatMap((place) => ('link' in place ? [] : [shown(place.path, place.path, false)]));
    const made = (entries) => [...new Set(entries.flatMap(({ path }) => listFoldersAbove(path)))]
        .filter((path) => !empty.includes(path) && !folders.includes(path) && !isThere(path))
        .map((path) => ({ make: 'folder', path }));
    return [
        ...made(places),
        ...places,
        ...links.map(({ path, link }) => ({
            make: 'link',
            path,
            to: link.startsWith('/') ? (0,posix_.relative)((0,posix_.dirname)(path), link) : link
        })),
        ...empty.map((path) => ({ make: 'empty', path })),
        ...made([...files, ...given]),
        ...DEVICES.map((name) => ({ make: 'device', path: `/dev/${name}` })),
        ...Object.entries(STREAMS).map(([name, at]) => ({
            make: 'link',
            path: `/dev/${name}`,
            to: `../proc/self/fd${at}`
        })),
        ...files,
        ...given
    ];
}
const listFoldersAbove = (path) => (0,posix_.dirname)(path) === '/' ? [] : [...listFoldersAbove((0,posix_.dirname)(path)), (0,posix_.dirname)(path)];
const orderParentsFirst = (entries) => [...entries].sort((a, b) => a.path.split('/').length - b.path.split('/').length);
const liesBelow = (path, folder) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);

;// CONCATENATED MODULE: ./src/adapters/sandbox/machine.ts





const FOLDERS = ['/usr/bin', '/bin', '/usr/sbin', '/sbin', '/run/wrappers/bin', '/run/current-system/sw/bin'];
const SYSTEM_TOOLS = ['bwrap', 'nsenter', 'setpriv', 'sudo', 'unshare'];
async function findSystemTools() {
    const found = await Promise.all(SYSTEM_TOOLS.map(async (name) => {
        for (const folder of FOLDERS) {
            const path = (0,posix_.join)(folder, name);
            if (await isOwnedByRoot(path))
                return [name, path];
        }
        return [name, undefined];
    }));
    return Object.fromEntries(found.filter(([, path]) => path !== undefined));
}
async function isOwnedByRoot(path) {
    const { uid, mode } = await (0,promises_.stat)(path).catch(() => ({ uid: -1, mode: 0 }));
    return uid === 0 && (mode & 0o111) !== 0 && (mode & 0o022) === 0;
}
async function findPlaces() {
    const found = await Promise.all(SYSTEM.map(async (path) => {
        try {
            const own = await (0,promises_.lstat)(path);
            if (own.isSymbolicLink() && !path.startsWith('/etc/'))
                return [{ path, link: await (0,promises_.readlink)(path) }];
            const kind = (await (0,promises_.stat)(path)).isDirectory() ? 'folder' : 'file';
            return [{ path, kind }];
        }
        catch {
            return [];
        }
    }));
    return found.flat();
}
async function findMounts() {
    const text = await (0,promises_.readFile)('/proc/self/mountinfo', 'utf8');
    return text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
        const fields = line.split(' ');
        const path = (fields[4] ?? '').replace(/\\(\d{3})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8)));
        return { path, options: (fields[5] ?? '').split(',') };
    });
}
const findMount = (path, mounts) => mounts.findLast((each) => each.path === path || liesBelow(path, each.path));
const resolveFolders = async (paths) => {
    const found = await Promise.all(paths.map(async (path) => {
        const real = await (0,promises_.realpath)(path).catch(() => undefined);
        if (real === undefined || !(await (0,promises_.stat)(real)).isDirectory())
            return [];
        return real === '/' || SYSTEM.some((place) => place === real || liesBelow(place, real)) ? [] : [real];
    }));
    return [...new Set(found.flat())];
};
function demandHardLinkProtection(setting) {
    if (setting?.trim() === '1')
        return;
    const seen = setting === undefined ? 'cannot be read' : `is ${setting.trim()}`;
    throw new errors/* Failure */.H('environment', `fs.protected_hardlinks ${seen}, and another user could link any file it can name`, {
        hint: 'Set it (sysctl fs.protected_hardlinks=1), or install bubblewrap.'
    });
}
const readHardLinkProtection = () => (0,promises_.readFile)('/proc/sys/fs/protected_hardlinks', 'utf8').catch(() => undefined);
const [LOWEST, HIGHEST] = [60_600, 61_100];
const taken = new Set();
async function reserveUser() {
    const named = new Set((await (0,promises_.readFile)('/etc/passwd', 'utf8').catch(() => '')).split('\n').map((line) => Number(line.split(':')[2])));
    const running = new Set((await Promise.all((0,owner/* listPids */.$q)().map(readUsers))).flat());
    const start = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
    for (let i = 0; i < HIGHEST - LOWEST; i++) {
        const uid = LOWEST + ((start - LOWEST + i) % (HIGHEST - LOWEST));
        if (taken.has(uid) || named.has(uid) || running.has(uid))
            continue;
        taken.add(uid);
        return { uid, giveBack: () => void taken.delete(uid) };
    }
    return undefined;
}
async function readUsers(pid) {
    const text = await (0,promises_.readFile)(`/proc/${pid}/status`, 'utf8').catch(() => '');
    if (/^State:\s+[ZX]/m.test(text))
        return [];
    const [, ids = ''] = /^Uid:\s+(.*)$/m.exec(text) ?? [];
    return ids.split(/\s+/).map(Number);
}

;// CONCATENATED MODULE: ./src/adapters/sandbox/root.ts




async function makeRoot({ entries, folder, mounts, hostname, network }) {
    const [root, skeleton] = [(0,external_node_path_.join)(folder, 'root'), (0,external_node_path_.join)(folder, 'skeleton')];
    for (const path of [root, (0,external_node_path_.join)(skeleton, 'proc'), (0,external_node_path_.join)(skeleton, '.out')])
        await (0,promises_.mkdir)(path, { recursive: true });
    for (const entry of entries)
        await makePoint(entry, skeleton);
    const above = findMount(skeleton, mounts);
    const table = (0,external_node_path_.join)(folder, 'fstab');
    const lines = [
        ...[{ what: 'proc', at: (0,external_node_path_.join)(root, 'proc'), type: 'proc', how: 'nosuid,nodev,noexec' }],
        ...entries.flatMap((entry) => formatMountLines(entry, { root, skeleton }, mounts))
    ];
    await (0,promises_.writeFile)(table, lines.map((line) => `${Object.values(line).map(escapeForFstab).join(' ')} 0 0\n`).join(''));
    const again = entries.flatMap((entry) => (entry.make === 'shown' ? [entry] : []));
    return [
        ...[
            '/bin/sh',
            '-c',
            MAKE,
            'sh',
            root,
            skeleton,
            table,
            formatRemount(above, false),
            hostname,
            network ? 'shared' : 'own'
        ],
        ...again.flatMap(({ path, from, writable }) => [
            (0,external_node_path_.join)(root, path),
            formatRemount(findMount(from, mounts), writable),
            'known'
        ]),
        ...again.flatMap(({ path, from, writable }) => mounts
            .filter((mount) => liesBelow(mount.path, from))
            .flatMap((mount) => [(0,external_node_path_.join)(root, path + mount.path.slice(from.length)), formatRemount(mount, writable), '']))
    ];
}
const MAKE = `set -e
export PATH=/usr/sbin:/usr/bin:/sbin:/bin
root=$1 skeleton=$2 table=$3 sealed=$4 network=$6
hostname "$5" 2>/dev/null || echo "$5" 2>/dev/null >/proc/sys/kernel/hostname || true
shift 6
mount --bind "$skeleton" "$root"
mount -a -T "$table"
case $(mount --version 2>&1) in *util-linux*) done=known ;; *) done=no ;; esac
while [ $# -gt 0 ]; do
  [ "$3" = "$done" ] || mount -o "$2" "$1"
  shift 3
done
[ "$network" = shared ] || ip link set lo up 2>/dev/null || ifconfig lo up 2>/dev/null || {
  mount -t sysfs sysfs "$root/.out"
  echo 9 > "$root/.out/class/net/lo/flags"
  umount "$root/.out"
}
cd "$root"
pivot_root . .out
cd /
umount -l /.out
mount -o "$sealed" /
exec cat
`;
async function makePoint(entry, skeleton) {
    const path = (0,external_node_path_.join)(skeleton, entry.path);
    const isFolder = entry.make === 'folder' ||
        entry.make === 'empty' ||
        (entry.make === 'shown' && (await (0,promises_.stat)(entry.from)).isDirectory());
    await (0,promises_.mkdir)(isFolder ? path : (0,external_node_path_.dirname)(path), { recursive: true });
    if (entry.make === 'empty')
        await (0,promises_.chmod)(path, 0o1777);
    if (entry.make === 'link')
        await (0,promises_.symlink)(entry.to, path);
    else if (!isFolder)
        await (0,promises_.writeFile)(path, '', { flag: 'a' });
}
function formatMountLines(entry, { root, skeleton }, mounts) {
    const at = (0,external_node_path_.join)(root, entry.path);
    switch (entry.make) {
        case 'link':
        case 'folder':
            return [];
        case 'empty':
            return [
                {
                    ...{ what: (0,external_node_path_.join)(skeleton, entry.path), at, type: 'none' },
                    how: `bind,${formatMountFlags(findMount(skeleton, mounts), true)}`
                }
            ];
        case 'device':
            return [{ what: entry.path, at, type: 'none', how: 'bind' }];
        case 'shown':
            return [
                {
                    what: entry.from,
                    at,
                    type: 'none',
                    how: `rbind,${formatMountFlags(findMount(entry.from, mounts), entry.writable)}`
                }
            ];
    }
}
const escapeForFstab = (text) => text.replace(/[\s\\#]/g, (char) => `\\${char.charCodeAt(0).toString(8).padStart(3, '0')}`);
const formatRemount = (mount, writable) => `remount,bind,${formatMountFlags(mount, writable)}`;
function formatMountFlags(mount, writable) {
    const kept = (mount?.options ?? []).filter((option) => KEPT.includes(option) || (option === 'ro' && writable));
    return [...(writable ? [] : ['ro']), 'nosuid', 'nodev', ...kept].join(',');
}
const KEPT = ['noexec', 'noatime', 'nodiratime', 'strictatime'];

;// CONCATENATED MODULE: ./src/adapters/sandbox/ways.ts

const INSIDE = 65_532;
const APART = ['--unshare-pid', '--unshare-ipc', '--unshare-uts', '--unshare-cgroup-try'];
const IDS = ['--uid', String(INSIDE), '--gid', String(INSIDE)];
const NETWORK = '-n';
const OTHERS = ['-m', '-p', '-i', '-u'];
const listNamespaces = (network) => [...OTHERS, ...(network ? [] : [NETWORK])];
const makeBubblewrapWay = ({ bwrap, nsenter }, user) => bwrap === undefined || nsenter === undefined
    ? undefined
    : {
        ...makeEntering(nsenter, user, []),
        isolation: { by: 'bubblewrap', why: formatUserOptions(bwrap, user) },
        hold: async ({ entries, hostname, network }) => [
            bwrap,
            ...(user ? [] : ['--unshare-user', ...IDS]),
            ...APART,
            ...(network ? [] : ['--unshare-net']),
            ...['--hostname', hostname, '--die-with-parent', '--as-pid-1', '--proc', '/proc'],
            ...entries.flatMap(formatBubblewrapOptions),
            ...['--remount-ro', '/', '--chdir', '/', '--', '/bin/cat']
        ]
    };
const formatUserOptions = (tool, user) => user ? `root runs ${tool}, and programs are user ${user.uid}` : `by ${tool}`;
function formatBubblewrapOptions(entry) {
    switch (entry.make) {
        case 'link':
            return ['--symlink', entry.to, entry.path];
        case 'folder':
            return ['--perms', '0755', '--dir', entry.path];
        case 'empty':
            return ['--perms', '1777', '--tmpfs', entry.path];
        case 'device':
            return ['--dev-bind', entry.path, entry.path];
        case 'shown':
            return [entry.writable ? '--bind' : '--ro-bind', entry.from, entry.path];
    }
}
function makeUnshareWay({ unshare, nsenter, setpriv }, user, through) {
    if (!unshare || !nsenter || (through && !setpriv))
        return undefined;
    const lent = through && [
        ...[through.sudo, '-n', '--', setpriv ?? '', '--reuid', String(through.uid), '--regid', String(through.gid)],
        ...['--clear-groups', '--inh-caps', '+sys_admin', '--ambient-caps', '+sys_admin', '--']
    ];
    const leave = [unshare, '--user', `--map-user=${INSIDE}`, `--map-group=${INSIDE}`, '--'];
    return {
        ...makeEntering(nsenter, user, user ? [] : leave),
        isolation: { by: 'namespaces', why: `${formatUserOptions(unshare, user)}${through ? ' with sudo' : ''}` },
        async hold(wanted) {
            const make = [unshare, ...(user ? [] : ['-U', '-r']), ...listNamespaces(wanted.network), '-f', '--'];
            const [first = unshare, ...rest] = [...(lent ?? []), ...make, ...(await makeRoot(wanted))];
            return [first, ...rest];
        }
    };
}
const makeEntering = (nsenter, user, leave) => ({
    enter: (pid, network) => [
        ...[nsenter, '-t', String(pid)],
        ...(user
            ? [...listNamespaces(network), '-S', String(user.uid), '-G', String(user.gid)]
            : ['-U', ...listNamespaces(network), '--preserve-credentials']),
        '--',
        ...leave
    ],
    enterNetwork: (pid) => [
        ...[nsenter, '-t', String(pid)],
        ...(user ? [NETWORK] : ['-U', NETWORK, '--preserve-credentials']),
        '--'
    ],
    user
});

;// CONCATENATED MODULE: ./src/adapters/sandbox/apart.ts
var apart_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var apart_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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












async function openApart(way, { processes, files }, { reads, writes, reaches, hides, network = false }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const stack = apart_addDisposableResource(env_1, new scope/* Scope */.H(), true);
        const { path: folder } = stack.use(await files.scratch('sandbox'));
        for (const path of writes)
            await giveTo(way.user, path);
        const hostname = `slipway-${(0,external_node_crypto_.randomBytes)(4).toString('hex')}`;
        const [system, mounts, hidden] = await Promise.all([findPlaces(), findMounts(), resolveFolders(hides)]);
        const entries = arrangeView({
            system,
            own: {
                ...(await writeOwnFiles((0,external_node_path_.join)(folder, 'etc'), way.user?.uid ?? INSIDE, hostname)),
                ...(network && (await isThere(RESOLVER)) && { [RESOLVER]: RESOLVER })
            },
            reads: await makeReadable(reads, (0,external_node_path_.join)(folder, 'reads'), way.user),
            writes,
            hides: hidden
        });
        const holder = stack.use(await holdNamespaces(await way.hold({ entries, folder, mounts, hostname, network })));
        let made;
        stack.defer(async () => (await made?.catch(() => undefined))?.[Symbol.asyncDispose]());
        const bridged = () => (made ??= bridge(way.enterNetwork(holder.pid), reaches));
        if (reaches.length > 0)
            bridged().catch(() => undefined);
        const refuseEnded = () => {
            if (!holder.isThere())
                throw new errors/* Failure */.H('environment', 'a program under test ended the sandbox that it ran in', {
                    hint: 'It ends processes that it did not start. Run it by hand and see which.'
                });
        };
        const enter = () => {
            refuseEnded();
            return way.enter(holder.pid, network);
        };
        const inside = runInside(processes, enter, refuseEnded);
        const owned = stack.move();
        return {
            run: inside.run,
            async start(argv, options) {
                if (made)
                    await made;
                return await inside.start(argv, options);
            },
            get: (url, signal) => (0,loopback/* requestLoopback */.t)(url, signal, async (port) => (await bridged()).connect(port)),
            [Symbol.asyncDispose]: () => owned.disposeAsync()
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = apart_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const RESOLVER = '/etc/resolv.conf';
const isThere = (path) => (0,promises_.stat)(path).then(() => true, () => false);
async function writeOwnFiles(folder, uid, hostname) {
    const texts = {
        passwd: `root:x:0:0::/:/bin/false\nnonroot:x:${uid}:${uid}::/tmp:/bin/false\n`,
        group: `root:x:0:\nnonroot:x:${uid}:\n`,
        hosts: `127.0.0.1 localhost ${hostname}\n::1 localhost\n`
    };
    await (0,promises_.mkdir)(folder, { mode: 0o755 });
    const made = Object.entries(texts).map(async ([name, text]) => {
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text);
        await (0,promises_.chmod)((0,external_node_path_.join)(folder, name), 0o644);
        return [`/etc/${name}`, (0,external_node_path_.join)(folder, name)];
    });
    return Object.fromEntries(await Promise.all(made));
}
async function makeReadable(paths, folder, user) {
    const found = await Promise.all(paths.map(async (path, i) => {
        const own = await (0,promises_.stat)(path);
        const needed = own.isDirectory() ? 0o005 : 0o004;
        if (!user || own.uid === user.uid || (own.mode & needed) === needed)
            return [path, path];
        const copy = (0,external_node_path_.join)(folder, String(i));
        await (0,promises_.cp)(path, copy, { recursive: true, dereference: false });
        await giveTo(user, copy);
        return [path, copy];
    }));
    return Object.fromEntries(found);
}
async function giveTo(user, path) {
    if (!user)
        return;
    const own = await (0,promises_.lstat)(path);
    if (own.isDirectory())
        for (const name of await (0,promises_.readdir)(path))
            await giveTo(user, (0,external_node_path_.join)(path, name));
    if (own.isSymbolicLink())
        await (0,promises_.lchown)(path, user.uid, user.gid);
    else
        await (0,promises_.chown)(path, user.uid, user.gid);
}

;// CONCATENATED MODULE: ./src/adapters/sandbox/another-user.ts
var another_user_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var another_user_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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













const SHARED = ['/dev/shm', '/run/lock', '/tmp', '/var/tmp'];
const another_user_PATIENCE_MS = 10_000;
async function openAsUser({ processes, files, setpriv }, { reads, writes, hides }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        demandHardLinkProtection(await readHardLinkProtection());
        const stack = another_user_addDisposableResource(env_1, new scope/* Scope */.H(), true);
        const found = await reserveUser();
        if (!found)
            throw new errors/* Failure */.H('environment', 'no user id is free for programs under test', {
                hint: 'The ids from 60600 to 61099 are all in use: end what runs under them.'
            });
        stack.defer(() => found.giveBack());
        const user = { uid: found.uid, gid: found.uid };
        const { path: folder } = stack.use(await files.scratch('sandbox'));
        await (0,promises_.chmod)(folder, 0o711);
        const hidden = await resolveFolders(hides);
        for (const path of hidden)
            stack.defer(await closeFolder(path));
        for (const path of [...reads, ...writes])
            await openWay(path, hidden);
        for (const path of [folder, ...writes])
            if (!(await isReached(path)))
                throw new errors/* Failure */.H('environment', `another user cannot come to ${path}, and programs under test are one here`, {
                    hint: 'Set TMPDIR to a folder that others may pass, outside of the home and of the repository.'
                });
        for (const path of writes)
            await giveTo(user, path);
        const copies = new Map();
        for (const [i, path] of reads.entries())
            copies.set(path, await letRead(user, path, (0,external_node_path_.join)(folder, String(i))));
        stack.defer(() => removeAll(user));
        stack.defer(() => endAll(user, processes));
        const withoutMore = setpriv ? [setpriv, '--no-new-privs', '--'] : [];
        const command = ([tool, ...args]) => {
            const [first = tool, ...rest] = [...withoutMore, copies.get(tool) ?? tool, ...args];
            return [first, ...rest];
        };
        const owned = stack.move();
        return {
            run: (argv, options) => runBehind(processes.run, argv, command(argv), { ...options, as: user }),
            start: async (argv, options) => {
                const behind = command(argv);
                return renameService(await processes.start(behind, { ...options, as: user }), argv, behind);
            },
            get: (url, signal) => (0,loopback/* requestLoopback */.t)(url, signal),
            [Symbol.asyncDispose]: () => owned.disposeAsync()
        };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = another_user_disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
const another_user_closed = new Map();
async function closeFolder(path) {
    const entry = another_user_closed.get(path) ?? { mode: removeOtherRights(path), count: 0 };
    entry.count += 1;
    another_user_closed.set(path, entry);
    const mode = await entry.mode;
    return async () => {
        entry.count -= 1;
        if (entry.count > 0)
            return;
        another_user_closed.delete(path);
        await (0,promises_.chmod)(path, mode);
    };
}
async function removeOtherRights(path) {
    const mode = (await (0,promises_.stat)(path)).mode & 0o7777;
    await (0,promises_.chmod)(path, mode & ~0o007);
    return mode;
}
async function openWay(path, hidden) {
    for (let folder = (0,external_node_path_.dirname)(path); liesBelow(folder, (0,external_node_os_.tmpdir)()); folder = (0,external_node_path_.dirname)(folder)) {
        if (hidden.some((each) => folder === each || liesBelow(folder, each)))
            continue;
        const { mode } = await (0,promises_.stat)(folder);
        if ((mode & 0o001) === 0)
            await (0,promises_.chmod)(folder, (mode & 0o7777) | 0o001);
    }
}
async function letRead(user, path, copy) {
    const own = await (0,promises_.stat)(path);
    if (await isReached(path)) {
        const needed = own.isDirectory() ? 0o005 : 0o004;
        if ((own.mode & needed) === needed)
            return path;
        if (liesBelow(path, (0,external_node_os_.tmpdir)())) {
            await giveTo(user, path);
            return path;
        }
    }
    if (own.isDirectory())
        throw new errors/* Failure */.H('environment', `another user cannot read ${path}, and programs under test are one here`, {
            hint: 'Let a folder above it be passed by others (chmod o+x), or install bubblewrap.'
        });
    await (0,promises_.mkdir)(copy, { mode: 0o711 });
    const place = (0,external_node_path_.join)(copy, (0,external_node_path_.basename)(path));
    await (0,promises_.copyFile)(path, place);
    await (0,promises_.chmod)(place, own.mode & 0o111 ? 0o555 : 0o444);
    return place;
}
async function isReached(path) {
    for (let folder = (0,external_node_path_.dirname)(path);; folder = (0,external_node_path_.dirname)(folder)) {
        if (((await (0,promises_.stat)(folder)).mode & 0o001) === 0)
            return false;
        if (folder === '/')
            return true;
    }
}
async function endAll(user, { run }) {
    const until = Date.now() + another_user_PATIENCE_MS;
    for (let wait = 1;; wait = Math.min(wait * 2, 100)) {
        const found = await Promise.all((0,owner/* listPids */.$q)().map(async (pid) => ((await readUsers(pid)).includes(user.uid) ? [pid] : [])));
        const left = found.flat();
        if (left.length === 0)
            return;
        if (Date.now() > until)
            throw new errors/* Failure */.H('environment', `a program under test does not end, even by SIGKILL: pid ${left.join(', ')}`, {
                hint: 'A process that hangs in the kernel ends when its device or file system answers, or with a restart.'
            });
        await run(['/bin/sh', '-c', 'kill -KILL -1'], { env: {}, as: user }).catch(() => undefined);
        for (const pid of left)
            (0,ending/* sendSignal */.vG)(pid, 'SIGKILL');
        await (0,external_node_timers_promises_.setTimeout)(wait);
    }
}
async function removeAll({ uid }) {
    for (const folder of SHARED)
        for (const name of await (0,promises_.readdir)(folder).catch(() => [])) {
            const path = (0,external_node_path_.join)(folder, name);
            if ((await (0,promises_.lstat)(path).catch(() => undefined))?.uid !== uid)
                continue;
            await (0,promises_.lchown)(path, 0, 0);
            await (0,promises_.rm)(path, { recursive: true, force: true });
        }
}

;// CONCATENATED MODULE: ./src/adapters/sandbox/sandboxes.ts
var sandboxes_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var sandboxes_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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






const listSecretFolders = (env, own) => [...own, ...(env['GOPATH'] ?? '').split(':'), ...SECRET_FOLDERS.map((name) => env[name] ?? '')].filter((path) => path !== '');
const SECRET_FOLDERS = [
    ...['HOME', 'XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'GOCACHE', 'GOMODCACHE', 'DOCKER_CONFIG'],
    ...['RUNNER_TEMP', 'GITHUB_WORKSPACE', 'CI_PROJECT_DIR']
];
function sandboxes(parts) {
    let found;
    const chosen = () => (found ??= chooseIsolation(parts));
    return {
        isolation: async () => (await chosen()).isolation,
        async open(given) {
            const { open } = await chosen();
            return await open({ ...given, hides: [...given.hides, ...parts.hides] });
        }
    };
}
async function chooseIsolation(parts) {
    const { platform, among = ['bubblewrap', 'namespaces', 'user'] } = parts;
    const refusals = [];
    if (platform === 'linux')
        for (const candidate of await listCandidates(parts)) {
            if (!among.includes(candidate.isolation.by))
                continue;
            const refusal = await tryIsolation(candidate, parts.hides);
            if (refusal === undefined)
                return candidate;
            refusals.push(refusal);
        }
    const why = platform === 'linux'
        ? refusals.join('; ') || 'neither bwrap nor unshare is installed'
        : `there is none on ${platform}`;
    return { isolation: { by: 'none', why }, open: () => Promise.resolve(openNone(parts)) };
}
async function listCandidates(parts) {
    const tools = await findSystemTools();
    const [uid, gid] = [process.getuid?.() ?? -1, process.getgid?.() ?? -1];
    const apart = (way) => way ? [{ isolation: way.isolation, open: (given) => openApart(way, parts, given) }] : [];
    if (uid !== 0) {
        const { sudo } = tools;
        const through = parts.sudo && sudo ? makeUnshareWay(tools, undefined, { sudo, uid, gid }) : undefined;
        return [
            ...apart(makeBubblewrapWay(tools, undefined)),
            ...apart(makeUnshareWay(tools, undefined)),
            ...apart(through)
        ];
    }
    const other = await reserveUser();
    const user = other && { uid: other.uid, gid: other.uid };
    const { setpriv } = tools;
    return [
        ...(user ? [...apart(makeBubblewrapWay(tools, user)), ...apart(makeUnshareWay(tools, user))] : []),
        {
            isolation: { by: 'user', why: 'root starts programs as a user that nobody else is, and may make no namespaces' },
            open: (given) => openAsUser({ ...parts, ...(setpriv && { setpriv }) }, given)
        }
    ];
}
async function tryIsolation({ isolation, open }, hides) {
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const sandbox = sandboxes_addDisposableResource(env_1, await open({ reads: [], writes: [], reaches: [], hides }), true);
            await sandbox.run(['/bin/cat', '/dev/null'], { cwd: '/', env: { PATH: '/usr/bin:/bin' } });
            return undefined;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            const result_1 = sandboxes_disposeResources(env_1);
            if (result_1)
                await result_1;
        }
    }
    catch (error) {
        if (!(error instanceof errors/* Failure */.H))
            throw error;
        const cause = typeof error.cause === 'string' ? `: ${error.cause.split('\n').at(-1)}` : '';
        return `${isolation.by}: ${error.message}${cause}`;
    }
}
function openNone({ processes, loopback }) {
    const stack = new scope/* Scope */.H();
    return {
        run: processes.run,
        start: async (argv, options) => stack.use(await processes.start(argv, options)),
        get: (url, signal) => loopback.get(url, signal),
        [Symbol.asyncDispose]: () => stack.disposeAsync()
    };
}


/***/ })

};
