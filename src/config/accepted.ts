import { z } from 'zod'

/** One entry of `accepted-vulnerabilities`: what a maintainer has judged, why, and for how long. */
export const acceptedVulnerability = z.strictObject({
  id: z
    .string()
    .regex(
      /^(GO-\d{4}-\d{4,}|CVE-\d{4}-\d{4,}|GHSA(-[0-9a-z]{4}){3})$/,
      'must name one vulnerability, as GO-2024-1234, CVE-2024-12345 or GHSA-abcd-1234-efgh'
    )
    .describe('One vulnerability, by any of its names: GO-2024-1234, a CVE or a GHSA.'),
  reason: z.string().regex(/\S/, 'must say why').describe('Why it may ship, for those who read the report.'),
  until: z.iso
    .date('must be a day, as 2027-01-31')
    .describe('The last day (UTC) on which it is accepted, as 2027-01-31.')
})
