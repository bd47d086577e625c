import { readItems, readText } from '../base/json.ts'
import type { Proof } from '../model/nouns.ts'

/** Which SMI versions the program speaks by its import graph, as its trials were given them; sorted. */
export const listSpoken = ({ verdicts, broken }: Pick<Proof, 'verdicts' | 'broken'>): readonly string[] =>
  [...new Set([...verdicts, ...broken].flatMap(({ trial }) => readItems(trial.with['speaks']).map(readText)))].sort()
