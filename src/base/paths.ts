import { isAbsolute, relative, sep } from 'node:path'

/** Whether a path is a folder or lies in it; both absolute, and with every link on the way followed. */
export const isWithin = (folder: string, path: string): boolean => {
  const way = relative(folder, path)
  return !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way))
}
