// Anything that stands for a node and can be chosen: icon, name, and a number when it says something.
import type { NodeType } from '../../../src/shared/api/common.ts';
import { useApp } from './AppContext.tsx';
import { Name } from './Name.tsx';
import { TypeIcon } from './TypeIcon.tsx';

interface Props {
  readonly node: { readonly id: string; readonly type: NodeType; readonly name: string; readonly nameZh: string | null };
  readonly count?: number;
  readonly look?: 'chip' | 'row';
}

export function NodeButton({ node, count, look = 'chip' }: Props) {
  const app = useApp();
  const over = (hovered: string | null) => () => app.ui.patch({ hovered });
  return (
    <button
      type="button"
      className={`node-button is-${look}`}
      data-testid="node-button"
      data-id={node.id}
      onClick={() => app.select(node.id)}
      onPointerEnter={over(node.id)}
      onPointerLeave={over(null)}
    >
      <TypeIcon type={node.type} />
      <span className="node-button-name">
        <Name node={node} />
      </span>
      {count !== undefined && <span className="count">{count}</span>}
    </button>
  );
}
