/** Changes whenever the same entries give other bytes, so that an archive made before is not taken for one made now. */
export const ARCHIVE_FORMAT = 'libdeflate-1.26-level-5/1'

/** Changes whenever the same subject gives other bytes, or a licence is read otherwise. */
export const SBOM_FORMAT = 'cyclonedx-1.6/2'

/** The same, of the SBOM in SPDX's form. */
export const SPDX_FORMAT = 'spdx-2.3/1'
