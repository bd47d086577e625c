/** A deliberate breakage of mesh-canary v1.1.0: what is written instead, and which suites have to see it. */
export interface Mutation {
  /** What a careless change does, as part of a sentence. */
  readonly name: string
  /** By file: texts of v1.1.0 and what stands there instead. */
  readonly edits: Readonly<Record<string, readonly (readonly [from: string, to: string])[]>>
  /** Suites that catch it, the first one that should. */
  readonly caught: readonly [string, ...string[]]
  /** What the failing check says: the right reason, not only any. */
  readonly because: RegExp
  /** What only a fixture of the user's finds, and why: without any it is missed. */
  readonly needs?: string
  /** One of those that every run of the tests tries; the others are in the full tests. */
  readonly always?: true
}

const MAIN = 'main.go'
const PUBLISH = 'internal/publish/publish.go'
const SERVER = 'internal/server/server.go'
const CLUSTER = 'internal/source/cluster.go'
const FILE = 'internal/source/file.go'
const API = 'api/api.go'

/** The role of TrafficSplits with more verbs, for candidates that write to them. */
const MAY_WRITE = [['    verbs: [list, watch]', '    verbs: [list, watch, get, update, patch, delete]']] as const

/** Something done with each TrafficSplit that is read, in the loop that publishes. */
const toEachSplit = (go: string): readonly (readonly [string, string])[] => [
  [
    '	now := p.Source.Splits()\n',
    `	now := p.Source.Splits()
	splitsAPI := p.config.Client.Resource(schema.GroupVersionResource{Group: "split.smi-spec.io", Version: "v1alpha4", Resource: "trafficsplits"}).Namespace(p.config.Namespace)
	for _, one := range now {
		if !p.published.Load() {
			${go}
		}
	}
`
  ]
]

export const MUTATIONS: readonly Mutation[] = [
  {
    name: 'renames a JSON field of its output',
    edits: { [API]: [['`json:"share"`', '`json:"part"`']] },
    caught: ['data', 'workload'],
    because: /share \(was|nothing is at/,
    always: true
  },
  {
    name: 'changes the default of a flag',
    edits: { [MAIN]: [['"127.0.0.1:8080"', '"0.0.0.0:8080"']] },
    caught: ['surface'],
    because: /-listen: its default was 127\.0\.0\.1:8080 and is 0\.0\.0\.0:8080/,
    always: true
  },
  {
    name: 'never releases its leader lock',
    edits: { [PUBLISH]: [['	defer lock.release()\n', '']] },
    caught: ['workload'],
    because: /HTTP 503: \S+ holds the lock shares/,
    always: true
  },
  {
    name: 'removes a flag',
    edits: {
      [MAIN]: [
        ['	flags.BoolVar(&o.once, "once", false, "print the splits as JSON and end")\n', ''],
        ['	if o.once {', '	if o.file != "" {']
      ]
    },
    caught: ['surface', 'data', 'workload'],
    because: /-once: the flag is gone|not defined: -once/,
    always: true
  },
  {
    name: 'puts a finalizer on objects of users',
    edits: {
      'rbac.yaml': MAY_WRITE,
      [PUBLISH]: [
        ...toEachSplit(
          '_, _ = splitsAPI.Patch(ctx, one.Name, types.MergePatchType, []byte(`{"metadata":{"finalizers":["example.com/mesh-canary"]}}`), metav1.PatchOptions{})'
        ),
        ['	"k8s.io/client-go/dynamic"', '	"k8s.io/apimachinery/pkg/types"\n	"k8s.io/client-go/dynamic"']
      ]
    },
    caught: ['workload'],
    because: /metadata\.finalizers: nothing → \["example\.com\/mesh-canary"\]|held by the finalizers/,
    always: true
  },
  {
    name: 'listens on another port',
    edits: {
      [SERVER]: [
        [
          '	listener, err := net.Listen("tcp", address)\n',
          '	host, _, _ := net.SplitHostPort(address)\n	listener, err := net.Listen("tcp", net.JoinHostPort(host, "0"))\n'
        ]
      ]
    },
    caught: ['workload'],
    because: /nothing answers after/
  },
  {
    name: 'crashes on data of the version before',
    edits: {
      [PUBLISH]: [
        [
          '	if err := json.Unmarshal([]byte(text), &p.state); err != nil {',
          '	var schema struct{ Schema *int }\n	_ = json.Unmarshal([]byte(text), &schema)\n	fmt.Fprintln(p.config.Log, "schema", *schema.Schema)\n	if err := json.Unmarshal([]byte(text), &p.state); err != nil {'
        ]
      ]
    },
    caught: ['workload'],
    because: /invalid memory address|it ended with exit status 2/,
    always: true
  },
  {
    name: 'writes data that the version before cannot read',
    edits: {
      [API]: [['	Revision int     `json:"revision"`', '	Revision Count   `json:"revision"`']],
      'api/count.go': [
        [
          '',
          'package api\n\nimport (\n	"strconv"\n	"strings"\n)\n\n// Count is written as text.\ntype Count int\n\nfunc (c Count) MarshalJSON() ([]byte, error) { return []byte(strconv.Quote(strconv.Itoa(int(c)))), nil }\n\nfunc (c *Count) UnmarshalJSON(b []byte) error {\n	n, err := strconv.Atoi(strings.Trim(string(b), `"`))\n	*c = Count(n)\n	return err\n}\n'
        ]
      ],
      'slipway.yaml': [[`'"revision":1,`, `'"revision":"?1"?,`]]
    },
    caught: ['workload', 'surface'],
    because: /cannot read the state|needs a major step/
  },
  {
    name: 'needs a right that its role does not give',
    edits: {
      [PUBLISH]: [
        [
          '	object, err := p.config.Client.Resource(configMaps).Namespace(p.config.Namespace).Get(',
          '	if _, err := p.config.Client.Resource(configMaps).Namespace(p.config.Namespace).List(ctx, metav1.ListOptions{}); err != nil {\n		return err\n	}\n	object, err := p.config.Client.Resource(configMaps).Namespace(p.config.Namespace).Get('
        ]
      ]
    },
    caught: ['workload'],
    because: /list configmaps: .*cannot list resource "configmaps"/,
    always: true
  },
  {
    name: 'asks for secrets and goes on without them',
    edits: {
      [PUBLISH]: [
        [
          '	object, err := p.config.Client.Resource(configMaps).Namespace(p.config.Namespace).Get(',
          '	_, _ = p.config.Client.Resource(schema.GroupVersionResource{Version: "v1", Resource: "secrets"}).List(ctx, metav1.ListOptions{})\n	object, err := p.config.Client.Resource(configMaps).Namespace(p.config.Namespace).Get('
        ]
      ]
    },
    caught: ['workload'],
    because: /list secrets in the whole cluster: .*cannot list resource "secrets"/
  },
  {
    name: 'reads a kind of SMI that its role does not name, and goes on without it',
    edits: {
      [PUBLISH]: [
        [
          '	object, err := p.config.Client.Resource(configMaps).Namespace(p.config.Namespace).Get(',
          '	_, _ = p.config.Client.Resource(schema.GroupVersionResource{Group: "specs.smi-spec.io", Version: "v1alpha4", Resource: "udproutes"}).Namespace(p.config.Namespace).List(ctx, metav1.ListOptions{})\n	object, err := p.config.Client.Resource(configMaps).Namespace(p.config.Namespace).Get('
        ]
      ]
    },
    caught: ['workload'],
    because: /list udproutes\.specs\.smi-spec\.io: .*cannot list resource "udproutes"/,
    always: true
  },
  {
    name: 'never gets ready',
    edits: {
      [PUBLISH]: [
        ['		return nil\n	}\n	if err := p.failure.Load()', '		return errors.New("soon")\n	}\n	if err := p.failure.Load()']
      ]
    },
    caught: ['workload'],
    because: /HTTP 503: soon after/,
    always: true
  },
  {
    name: 'writes into objects of users',
    edits: {
      'rbac.yaml': MAY_WRITE,
      [PUBLISH]: [
        ...toEachSplit(
          '_, _ = splitsAPI.Patch(ctx, one.Name, types.MergePatchType, []byte(`{"spec":{"backends":[{"service":"checkout-stable","weight":100}]}}`), metav1.PatchOptions{})'
        ),
        ['	"k8s.io/client-go/dynamic"', '	"k8s.io/apimachinery/pkg/types"\n	"k8s.io/client-go/dynamic"']
      ]
    },
    caught: ['workload'],
    because: /spec\.backends\[0\]\.weight: 90 → 100/,
    always: true
  },
  {
    name: 'drops labels of users',
    edits: {
      'rbac.yaml': MAY_WRITE,
      [PUBLISH]: [
        ...toEachSplit(
          '_, _ = splitsAPI.Patch(ctx, one.Name, types.MergePatchType, []byte(`{"metadata":{"labels":null}}`), metav1.PatchOptions{})'
        ),
        ['	"k8s.io/client-go/dynamic"', '	"k8s.io/apimachinery/pkg/types"\n	"k8s.io/client-go/dynamic"']
      ]
    },
    caught: ['workload'],
    because: /metadata\.labels: \{"team":"shop"\} → nothing/
  },
  {
    name: 'deletes what it cannot use',
    edits: {
      'rbac.yaml': MAY_WRITE,
      [PUBLISH]: toEachSplit('if one.Problem != "" {\n				_ = splitsAPI.Delete(ctx, one.Name, metav1.DeleteOptions{})\n			}')
    },
    caught: ['workload'],
    because: /TrafficSplit payment is gone/
  },
  {
    name: 'ends with another exit status',
    edits: {
      [SERVER]: [
        ['	fmt.Fprintln(log, "stopped")\n	return nil', '	fmt.Fprintln(log, "stopped")\n	return errors.New("stopped")']
      ]
    },
    caught: ['workload'],
    because: /exit status 1 after/,
    always: true
  },
  {
    name: 'does not end when it is told to',
    edits: {
      [MAIN]: [
        [
          '	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)\n	defer stop()',
          '	signal.Ignore(syscall.SIGTERM)\n	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)\n	defer stop()'
        ]
      ]
    },
    caught: ['workload'],
    because: /it still runs after \d+ s/
  },
  {
    name: 'crashes after a moment',
    edits: {
      [MAIN]: [
        [
          '	client, err := source.Client(o.kubeconfig)',
          '	time.AfterFunc(1500*time.Millisecond, func() { panic("out of luck") })\n	client, err := source.Client(o.kubeconfig)'
        ]
      ]
    },
    caught: ['workload'],
    because: /it ended with exit status 2[^]*out of luck/
  },
  {
    name: 'words a line of its log in another way',
    edits: { [PUBLISH]: [['"%s holds the lock %s\\n"', '"%s is the leader (%s)\\n"']] },
    caught: ['workload'],
    because: /none of them like it/,
    needs: 'nobody but the user knows which line somebody waits for'
  },
  {
    name: 'ends a call with another exit status',
    edits: {
      [MAIN]: [
        [
          '		return out.Encode(from.Splits())\n',
          '		if err := out.Encode(from.Splits()); err != nil {\n			return err\n		}\n		for _, split := range from.Splits() {\n			if split.Problem != "" {\n				return errors.New(split.Problem)\n			}\n		}\n		return nil\n'
        ]
      ]
    },
    caught: ['workload'],
    because: /exit status 1/
  },
  {
    name: 'takes a type out of its Go API',
    edits: {
      [API]: [['type State struct', 'type Published struct']],
      [PUBLISH]: [
        ['state     api.State', 'state     api.Published'],
        ['next = api.State{', 'next = api.Published{']
      ]
    },
    caught: ['surface'],
    because: /\.\/api\.State: removed/,
    always: true
  },
  {
    name: 'renames a flag',
    edits: { [MAIN]: [['"kubeconfig", "", "kubeconfig file;', '"kube-config", "", "kubeconfig file;']] },
    caught: ['surface', 'workload'],
    because: /-kubeconfig: the flag is gone|not defined: -kubeconfig/
  },
  {
    name: 'makes a switch take a value',
    edits: {
      [MAIN]: [
        ['	once       bool\n', '	once       string\n'],
        ['flags.BoolVar(&o.once, "once", false, "print', 'flags.StringVar(&o.once, "once", "", "print'],
        ['	if o.once {', '	if o.once != "" {']
      ]
    },
    caught: ['surface', 'data', 'workload'],
    because: /-once: it took no value and takes string|needs an argument: -once/
  },
  {
    name: 'reads a version that no cluster serves',
    edits: { [CLUSTER]: [['Version: config.Version, Resource', 'Version: "v1", Resource']] },
    caught: ['workload'],
    because: /HTTP 503: .*could not find the requested resource/
  },
  {
    name: 'forgets the last document of a file',
    edits: { [FILE]: [['return slices.Clone(f)', 'return slices.Clone(f[:max(0, len(f)-1)])']] },
    caught: ['data'],
    because: /\[0\] \(was/
  },
  {
    name: 'writes a number as text',
    edits: { [API]: [['`json:"weight"`', '`json:"weight,string"`']] },
    caught: ['data', 'workload'],
    because: /weight: 90 → "90"|matches|none/
  },
  {
    name: 'prints something else than JSON',
    edits: {
      [MAIN]: [
        [
          '		return out.Encode(from.Splits())\n',
          '		_ = out\n		_, err := fmt.Fprintf(stdout, "%+v\\n", from.Splits())\n		return err\n'
        ]
      ]
    },
    caught: ['data', 'workload'],
    because: /it is no JSON|is not JSON/
  },
  {
    name: 'crashes on an object that a user has',
    edits: {
      [PUBLISH]: toEachSplit('if one.Problem != "" {\n				_ = splitsAPI\n				panic(one.Problem)\n			}')
    },
    caught: ['workload'],
    because: /is the split service itself|it ended with exit status 2/
  },
  {
    name: 'does not take over what the version before published',
    edits: {
      [PUBLISH]: [
        [
          '	text, _, _ := unstructured.NestedString(object.Object, "data", api.Key)\n',
          '	text := `{"revision":7}`\n	_ = object\n'
        ]
      ]
    },
    caught: ['workload'],
    because: /"revision":8/,
    needs: 'only the user knows that the number goes on from the version before'
  },
  {
    name: 'moves a health endpoint',
    edits: { [SERVER]: [['"GET /readyz"', '"GET /ready"']] },
    caught: ['workload'],
    because: /HTTP 404/
  },
  {
    name: 'holds on to its port for the next one',
    edits: {
      [SERVER]: [['	case <-ctx.Done():\n	}\n', '	case <-ctx.Done():\n	}\n	time.Sleep(time.Minute)\n']]
    },
    caught: ['workload'],
    because: /it still runs after \d+ s/
  },
  {
    name: 'publishes nothing, and finds right what the version before left',
    edits: {
      [PUBLISH]: [
        [
          '	now := p.Source.Splits()\n',
          '	p.published.Store(true)\n	if p.published.Load() {\n		return nil\n	}\n	now := p.Source.Splits()\n'
        ]
      ]
    },
    caught: ['workload'],
    because: /once Slipway has taken it away: configmaps\/shares is not there.*; v1\.0\.0 does/s,
    needs: 'only the user knows that there is a ConfigMap',
    always: true
  },
  {
    name: 'publishes once and never again',
    edits: {
      [PUBLISH]: [
        [
          '	now := p.Source.Splits()\n',
          '	if p.state.Revision > 0 {\n		p.published.Store(true)\n		return nil\n	}\n	now := p.Source.Splits()\n'
        ]
      ]
    },
    caught: ['workload'],
    because: /it is as it was after \d+ ms; v1\.0\.0 does: another after/,
    needs: 'only the user knows that there is a ConfigMap',
    always: true
  },
  {
    name: 'writes other shares a moment after it is up',
    edits: {
      [PUBLISH]: [
        [
          '	next := p.state\n',
          '	if !p.published.Load() {\n		go func() {\n			time.Sleep(700 * time.Millisecond)\n			p.published.Store(false)\n			p.state.Splits = nil\n			p.state.Revision = 41\n		}()\n	}\n	next := p.state\n'
        ]
      ]
    },
    caught: ['workload'],
    because: /what it brought about still holds: .*not any more/,
    needs: 'only the user knows that there is a ConfigMap',
    always: true
  }
]
