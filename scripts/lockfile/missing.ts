interface Entry {
  readonly version?: string;
  readonly resolved?: string;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lockfile {
  readonly packages: Readonly<Record<string, Entry>>;
}

const CPUS = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 'riscv64', 's390x', 'loong64'];
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32'];

/** Entries for the dependencies that a lockfile names and does not hold, by their place. */
export function missingEntries({ packages }: Lockfile): Record<string, Entry & { os?: string[]; cpu?: string[] }> {
  const missing: Record<string, Entry> = {};
  for (const [place, { dependencies, optionalDependencies, dev }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries({ ...dependencies, ...optionalDependencies })) {
      if (placesOf(place, name).some((candidate) => packages[candidate]?.version !== undefined)) continue;
      missing[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(dev === true ? { dev } : {}),
        ...(optionalDependencies?.[name] === undefined ? {} : { optional: true }),
      };
    }
  }
  return missing;
}

/** Where Node looks for a dependency, nearest first. */
function placesOf(place: string, name: string): string[] {
  const places = [`${place === '' ? '' : `${place}/`}node_modules/${name}`];
  const parent = place.lastIndexOf('/node_modules/');
  if (place === '') return places;
  return [...places, ...placesOf(parent < 0 ? '' : place.slice(0, parent), name)];
}

/** `linux-arm64-musl` at the end of a name says where the package can be installed. */
function platformOf(name: string): { os?: string[]; cpu?: string[]; libc?: string[] } {
  const words = name.split(/[/-]/);
  const one = (known: readonly string[]): string[] => words.filter((word) => known.includes(word)).slice(0, 1);
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') && words.includes('linux') ? ['glibc'] : [];
  return Object.fromEntries(
    Object.entries({ cpu: one(CPUS), libc, os: one(SYSTEMS) }).filter(([, values]) => values.length > 0),
  );
}
