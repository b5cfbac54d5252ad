// "+164": beside a thing whose neighbourhood is opened only in part stands one button that adds the next 50.
import { DICTIONARIES } from '../i18n/dictionary.ts';
import { namesOf } from '../i18n/format.ts';
import { watch } from '../state/store.ts';
import type { Controller, MapContext } from './map-context.ts';

export function createMoreController({ app, model, graph, sigma, visible }: MapContext): Controller {
  const layer = document.createElement('div');
  layer.className = 'more-layer';
  sigma.getContainer().append(layer);
  let buttons = new Map<string, HTMLButtonElement>();

  const build = (): void => {
    const { lang } = app.view.get();
    const hadFocus = [...buttons].find(([, button]) => button === document.activeElement)?.[0];
    buttons = new Map();
    for (const [id, left] of visible().more) {
      const node = model.nodeById.get(id);
      if (!node || !visible().nodes.has(id)) continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'more-button';
      button.dataset['testid'] = 'more';
      button.dataset['id'] = id;
      button.textContent = `+${left}`;
      const words = DICTIONARIES[lang].w.moreOf(left, namesOf(node, lang).main);
      button.ariaLabel = words;
      button.title = words;
      button.addEventListener('click', () => app.exploreMore(id));
      buttons.set(id, button);
    }
    layer.replaceChildren(...buttons.values());
    if (hadFocus !== undefined) (buttons.get(hadFocus) ?? sigma.getContainer()).focus({ preventScroll: true });
    place();
  };
  const place = (): void => {
    for (const [id, button] of buttons) {
      const { x, y } = sigma.graphToViewport(graph.getNodeAttributes(id));
      button.style.transform = `translate(${Math.round(x)}px, ${Math.round(y + 10)}px) translate(-50%, 0)`;
    }
  };
  build();
  sigma.on('afterRender', place);
  const stops = [watch(app.view, visible, build), watch(app.view, (view) => view.lang, build)];
  return {
    dispose: () => {
      for (const stop of stops) stop();
      sigma.off('afterRender', place);
      layer.remove();
    },
  };
}
