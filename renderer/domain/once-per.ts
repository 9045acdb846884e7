/** The same function, worked out once for each object: for what is asked of two thousand slides at every tick and never changes. */
export function oncePer<K extends object, V>(work: (key: K) => V): (key: K) => V {
  return lastPer(work);
}

/** The same function of an object and of what goes with it, worked out anew for the object only when that is not what it was. */
export function lastPer<K extends object, R extends readonly unknown[], V>(
  work: (key: K, ...rest: R) => V,
): (key: K, ...rest: R) => V {
  const known = new WeakMap<K, { readonly rest: R; readonly value: V }>();
  return (key, ...rest) => {
    const before = known.get(key);
    if (before?.rest.length === rest.length && rest.every((one, index) => Object.is(one, before.rest[index])))
      return before.value;
    const value = work(key, ...rest);
    known.set(key, { rest, value });
    return value;
  };
}
