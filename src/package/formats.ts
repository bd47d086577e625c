/** Changes whenever the same entries give other bytes, so that an archive made before is not taken for one made now. */
export const ARCHIVE_FORMAT = 'libdeflate-1.26-level-5/1'

/** Changes whenever the same subject gives other bytes. */
export const SBOM_FORMAT = 'cyclonedx-1.6/1'
