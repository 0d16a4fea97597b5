interface Group {
  readonly id: string;
}

interface PropertiesPanel {
  registerProvider(priority: number, provider: object): void;
}

type Translate = (text: string) => string;

/** A module of bpmn-js that hands `translate` to the panel's groups, which forget to ask for it. Runs after all other providers. */
export const panelWordsModule: object = { __init__: ['panelWords'], panelWords: ['type', panelWords()] };

function panelWords() {
  return class PanelWords {
    static readonly $inject = ['propertiesPanel', 'translate'];
    private readonly translate: Translate;

    constructor(propertiesPanel: PropertiesPanel, translate: Translate) {
      this.translate = translate;
      propertiesPanel.registerProvider(1, this);
    }

    getGroups() {
      return (groups: readonly Group[]) => groups.map((group) => ({ ...group, translate: this.translate }));
    }
  };
}

/**
 * Translates the titles (the only names of icon buttons) that the panel's entries write in English, as they
 * appear. Returns what ends it.
 */
export function translateTitles(panel: HTMLElement, translate: Translate): () => void {
  const translateIn = (root: Element) => {
    for (const element of [root, ...root.querySelectorAll('[title]')]) {
      const title = element.getAttribute('title');
      const translated = title ? translate(title) : title;
      if (translated && translated !== title) element.setAttribute('title', translated);
    }
  };
  const observer = new MutationObserver((changes) => {
    for (const { target } of changes) if (target instanceof Element) translateIn(target);
  });
  observer.observe(panel, { subtree: true, childList: true, attributes: true, attributeFilter: ['title'] });
  translateIn(panel);
  return () => observer.disconnect();
}
