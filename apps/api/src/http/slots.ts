import { setImmediate as nextTurn } from "node:timers/promises";

type Limits = {
  /** Pieces of work under way at once. */
  atOnce: number;
  /** Pieces that may wait for one of those places; any more are refused. */
  waiting?: number;
  refusal?: () => Error;
};
type Slots = <T>(work: () => Promise<T>, isFirst?: boolean) => Promise<T>;

/** A bounded queue for expensive work, first come first served. `isFirst` goes ahead of the others and is never refused. */
export function slots({ atOnce, waiting: most = Number.POSITIVE_INFINITY, refusal }: Limits): Slots {
  const waiting: (() => void)[] = [];
  let running = 0;
  return async (work, isFirst = false) => {
    if (running < atOnce) running++;
    else {
      if (waiting.length >= most && !isFirst && refusal) throw refusal();
      await new Promise<void>((turn) => (isFirst ? waiting.unshift(turn) : waiting.push(turn)));
    }
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}

/** `read`, one address at a time, with other requests answered between. */
export function oneByOne<T>(read: (address: string) => Promise<T>): (address: string) => Promise<T> {
  const inTurn = slots({ atOnce: 1 });
  return (address) =>
    inTurn(async () => {
      await nextTurn();
      return read(address);
    });
}
