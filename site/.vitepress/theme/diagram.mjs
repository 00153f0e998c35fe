import { useData } from 'vitepress';
import { defineComponent, h, onMounted, ref, watch } from 'vue';

/** Mermaid's own grey behind labels is too near to the text on it. */
const DARK = { themeVariables: { edgeLabelBackground: '#1b1b1f' } };

let drawn = 0;

/** Draws Mermaid, light or dark as the page is; until then, and where nothing draws it, its text is shown. */
export const Diagram = defineComponent({
  props: { text: { type: String, required: true } },
  setup({ text }) {
    const { isDark } = useData();
    const source = decodeURIComponent(text);
    const svg = ref('');
    const draw = async () => {
      const { default: mermaid } = await import('mermaid');
      mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: isDark.value ? 'dark' : 'default', ...isDark.value ? DARK : {} });
      svg.value = (await mermaid.render(`diagram-${drawn++}`, source)).svg;
    };
    onMounted(draw);
    watch(isDark, draw);
    return () => svg.value ? h('div', { class: 'diagram', innerHTML: svg.value }) : h('pre', { class: 'diagram' }, source);
  },
});
