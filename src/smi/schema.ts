import type { Json } from '../base/json.ts'

/** An OpenAPI v3 node as a CustomResourceDefinition holds it: structural, so each node has its type. */
export type Schema = { readonly [key: string]: Json }

type Properties = Readonly<Record<string, Schema>>

/** An object that holds these properties and no other: structural schemas prune what they do not name. */
export const object = (properties: Properties, required: readonly string[] = []): Schema => ({
  type: 'object',
  ...(required.length > 0 ? { required } : {}),
  ...(Object.keys(properties).length > 0 ? { properties } : {})
})

export const list = (items: Schema, limits: { readonly minItems?: number } = {}): Schema => ({
  type: 'array',
  ...limits,
  items
})

export const text: Schema = { type: 'string' }

export const enumOf = (...values: readonly string[]): Schema => ({ type: 'string', enum: values })

export const port: Schema = { type: 'integer', minimum: 1, maximum: 65535 }

/** The same node with a sentence for `kubectl explain`. */
export const described = (schema: Schema, description: string): Schema => ({ description, ...schema })
