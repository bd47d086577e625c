/** Ticks of /proc are hundredths of a second on every Linux that Node runs on (USER_HZ). */
const TICK_MS = 10
/** Bytes of /proc/PID/statm's pages: 4 KiB on the machines we measure on. */
const PAGE_KIB = 4

/** The fields of /proc/PID/stat after the name, which may itself hold spaces and brackets; the first is field 3. */
const fields = (stat: string): readonly string[] => stat.slice(stat.lastIndexOf(')') + 2).split(' ')

/** User and system time, in milliseconds, of all children that were waited for, and of theirs. */
export const childCpuMs = (stat: string): number => {
  const [cutime, cstime] = [fields(stat)[13], fields(stat)[14]]
  return (Number(cutime) + Number(cstime)) * TICK_MS
}

/** The parent's process id. */
export const parentOf = (stat: string): number => Number(fields(stat)[1])

/** Resident memory that is not shared with files or others, from /proc/PID/statm. */
export const privateKib = (statm: string): number => {
  const [, resident, shared] = statm.split(' ')
  return (Number(resident) - Number(shared)) * PAGE_KIB
}
