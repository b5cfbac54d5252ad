// What a program has handed to the graphics card stays there: Sigma's programs hand over all of their items at every frame, nearly a megabyte
// at 20,000 relations. Only what has changed since is handed over here.
import type { ProgramInfo } from 'sigma/rendering';

/** With more changes than this all of it in one piece is cheaper. */
const MAX_PIECES = 48;

interface Holder {
  readonly array: Float32Array;
  readonly constantArray: Float32Array;
  readonly STRIDE: number;
}
interface KeptBuffer {
  /** The item at this place is another one now. */
  readonly change: (position: number) => void;
  readonly changeAll: () => void;
  /** Into the buffer that is bound. */
  readonly uploadConstant: (program: ProgramInfo, holder: Holder) => void;
  readonly upload: (program: ProgramInfo, holder: Holder) => void;
}

export function createKeptBuffer(): KeptBuffer {
  let isAll = true;
  let hasConstant = false;
  const changed = new Set<number>();
  return {
    change: (position) => {
      if (isAll) return;
      changed.add(position);
      if (changed.size > MAX_PIECES) isAll = true;
    },
    changeAll: () => {
      isAll = true;
    },
    uploadConstant: ({ gl }, { constantArray }) => {
      if (hasConstant) return;
      gl.bufferData(gl.ARRAY_BUFFER, constantArray, gl.STATIC_DRAW);
      hasConstant = true;
    },
    upload: ({ gl }, { array, STRIDE }) => {
      if (isAll) gl.bufferData(gl.ARRAY_BUFFER, array, gl.DYNAMIC_DRAW);
      else
        for (const position of changed) {
          const at = position * STRIDE;
          gl.bufferSubData(gl.ARRAY_BUFFER, at * Float32Array.BYTES_PER_ELEMENT, array.subarray(at, at + STRIDE));
        }
      isAll = false;
      changed.clear();
    },
  };
}
