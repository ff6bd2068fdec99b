import type { State } from "./room-state";

/** What belongs to tables and to the stage ends with their phase. */
export const over = (state: State): State => ({ ...state, tables: [], messages: [], stage: [], talk: null, calls: [], house: { ...state.house, asking: [] } });
