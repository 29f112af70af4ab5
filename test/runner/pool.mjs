import { availableParallelism } from 'node:os';

/** How many browsers run at the same time: one per core, up to two. `BROWSERS=1` runs one, to look at a problem. */
export const BROWSERS = Number(process.env.BROWSERS ?? Math.min(2, availableParallelism()));

/**
 * Runs test files in several browsers at once, each with one page: a second page in the same browser would be in the
 * background, where it gets no animation frames.
 */
export function pool(launchers) {
  const [{ name, type }] = launchers;
  const active = new Map();
  const load = (launcher) => [...active.values()].filter((other) => other === launcher).length;

  return {
    name,
    type,
    concurrency: launchers.length,
    initialize: (...words) => Promise.all(launchers.map((launcher) => launcher.initialize(...words))),
    async startSession(id, url) {
      const [launcher] = launchers.toSorted((one, other) => load(one) - load(other));
      active.set(id, launcher);
      await launcher.startSession(id, url).catch((error) => {
        active.delete(id);
        throw error;
      });
    },
    isActive: (id) => !!active.get(id)?.isActive(id),
    getBrowserUrl: (id) => active.get(id).getBrowserUrl(id),
    stopSession: (id) =>
      active
        .get(id)
        .stopSession(id)
        .finally(() => active.delete(id)),
    startDebugSession: (...words) => launchers[0].startDebugSession(...words),
    stop: () => Promise.all(launchers.map((launcher) => launcher.stop())),
    getPage: (id) => active.get(id)?.getPage(id),
  };
}
