import { items, text } from '../base/json.ts'
import type { Proof } from '../model/nouns.ts'

/** Which SMI versions the program speaks by its import graph, as its trials were given them; sorted. */
export const spokenIn = ({ verdicts, broken }: Pick<Proof, 'verdicts' | 'broken'>): readonly string[] =>
  [...new Set([...verdicts, ...broken].flatMap(({ trial }) => items(trial.with['speaks']).map(text)))].sort()
