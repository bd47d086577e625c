import { isFeatureAvailable, restoreCache, saveCache } from '@actions/cache'

/** The cache service of GitHub, one folder an entry. The library never rejects for what the service does: it warns. */
export const service = {
  available: isFeatureAvailable,
  /** Unpacks the newest entry that fits into `folder`; resolves with its key. */
  restore: (folder: string, key: string, prefixes: readonly string[]): Promise<string | undefined> =>
    restoreCache([folder], key, [...prefixes]),
  /** Whether the folder is kept under the key now. */
  save: async (folder: string, key: string): Promise<boolean> => (await saveCache([folder], key)) !== -1
}
