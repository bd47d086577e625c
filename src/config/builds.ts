import { z } from 'zod'
import { Failure } from '../base/errors.ts'
import { BUILD_FLAGS } from '../go/command.ts'
import { parseTarget } from '../go/target.ts'
import { isSecretName, VARIABLE } from './variables.ts'

/** Refuses variables that could hold a secret: what is linked into a program, everybody can read. */
const flag = z.string().superRefine((text, context) => {
  for (const [, name = ''] of text.matchAll(VARIABLE))
    if (isSecretName(name))
      context.addIssue({
        code: 'custom',
        message: `names {env.${name}}, which looks like a secret, and everybody can read what is in a program`
      })
  if (/\{env\b/.test(text.replace(VARIABLE, '')))
    context.addIssue({ code: 'custom', message: 'must name a variable of the environment as {env.NAME}' })
})

const target = z.string().superRefine((text, context) => {
  try {
    parseTarget(text)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    context.addIssue({ code: 'custom', message: [error.message, error.hint ?? ''].join(': ') })
  }
})

const tags = z.array(z.string().regex(/^[\w.]+$/))
const env = z.record(
  z
    .string()
    .regex(
      /^GO(EXPERIMENT|FIPS140)$/,
      'may set GOEXPERIMENT and GOFIPS140; a variant such as GOAMD64 is a target (linux/amd64/v3), and cgo is always off'
    ),
  z.string()
)
const flags = z.array(z.enum(BUILD_FLAGS))

const override = z.strictObject({
  targets: z
    .array(
      z
        .string()
        .regex(/^[a-z0-9]+(\/[a-z0-9]+(\/[a-z0-9.]+)?)?$/, "must be os, os/arch or os/arch/variant in Go's words")
    )
    .min(1)
    .describe('Targets that this is for: windows, linux/arm or linux/amd64/v3.'),
  flags: flags.optional().describe('Instead of the flags of the program.'),
  ldflags: z.array(flag).optional().describe('Instead of the ldflags of the program.'),
  gcflags: z.array(flag).optional().describe('Instead of the gcflags of the program.'),
  tags: tags.optional().describe('Instead of the tags of the program.'),
  env: env.optional().describe('Beside the env of the program, over which it wins.')
})

/** How one program is built, beyond what every program gets. */
export const build = z.strictObject({
  main: z
    .string()
    .regex(/^\.(\/[\w.+~-]+)*$/)
    .describe('Folder of the main package, such as ./cmd/tool. Several entries with one main are several programs.'),
  name: z
    .string()
    .regex(/^[A-Za-z0-9][\w.-]*$/)
    .optional()
    .describe('Name of the program; left out: as go build names it.'),
  targets: z
    .array(target)
    .min(1)
    .optional()
    .describe(
      'Targets of this program, instead of those of the input targets; a flag --targets leaves out the others.'
    ),
  flags: flags.optional().describe('Flags of go build: -pgo=off or -pgo=auto.'),
  ldflags: z
    .array(flag)
    .default([])
    .describe(
      'Linker flags after our own, one a line, of those that change the program alone, such as -X; {version}, {commit} and {date} stand for this build, {env.NAME} for a variable of the environment.'
    ),
  gcflags: z.array(flag).default([]).describe('Compiler flags, of those that change the program alone.'),
  tags: tags.default([]).describe('Build tags.'),
  stamps: z
    .literal('off')
    .optional()
    .describe(
      'off: main.version, main.commit and main.date are not set; left out: they are, where a program has them.'
    ),
  env: env.default({}).describe('GOEXPERIMENT or GOFIPS140.'),
  overrides: z
    .array(override)
    .optional()
    .describe('Settings for some targets of the program; where several fit, the later one wins.')
})

export type ProgramSettings = z.infer<typeof build>
