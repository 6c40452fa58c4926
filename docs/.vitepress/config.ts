import { defineConfig, type DefaultTheme } from 'vitepress';
import { apiSidebars, guideSidebar } from './sidebar.js';

/** Words of both languages: Chinese has no spaces, so the host's dictionary finds them. Runs in the reader's browser. */
function tokenize(text: string): string[] {
  const segmenter = new Intl.Segmenter('zh-CN', { granularity: 'word' });
  return [...segmenter.segment(text)].filter(({ isWordLike }) => isWordLike).map(({ segment }) => segment);
}

const search: DefaultTheme.Config['search'] = {
  provider: 'local',
  options: {
    miniSearch: { options: { tokenize } },
    locales: {
      'zh-CN': {
        translations: {
          button: { buttonText: '搜索', buttonAriaLabel: '搜索' },
          modal: {
            displayDetails: '显示详情',
            resetButtonTitle: '清除',
            backButtonTitle: '返回',
            noResultsText: '没有结果：',
            footer: { selectText: '选择', navigateText: '移动', closeText: '关闭' },
          },
        },
      },
    },
  },
};

export default defineConfig({
  title: 'salesmodel',
  description: 'Exact, explained, deterministic and fast sales calculations for TypeScript',
  cleanUrls: true,
  // The coverage table links to the tests, which are files of the repository and no pages.
  ignoreDeadLinks: [/\/test\//],
  themeConfig: { search, outline: [2, 3] },
  locales: {
    root: {
      label: 'English',
      lang: 'en',
      themeConfig: {
        nav: [
          { text: 'Guide', link: '/guide/getting-started', activeMatch: '/guide/' },
          { text: 'API', link: '/api/', activeMatch: '/api/' },
          { text: 'Coverage', link: '/coverage' },
        ],
        sidebar: { '/guide/': guideSidebar('docs/guide', 'Guide'), ...apiSidebars('docs/api') },
      },
    },
    'zh-CN': {
      label: '简体中文',
      lang: 'zh-CN',
      description: '精确、可解释、可复现、快速的 TypeScript 销售计算库',
      themeConfig: {
        nav: [
          { text: '指南', link: '/zh-CN/guide/getting-started', activeMatch: '/zh-CN/guide/' },
          { text: 'API（英文）', link: '/api/' },
          { text: '覆盖表（英文）', link: '/coverage' },
        ],
        sidebar: { '/zh-CN/guide/': guideSidebar('docs/zh-CN/guide', '指南') },
        outline: { level: [2, 3], label: '本页内容' },
        docFooter: { prev: '上一页', next: '下一页' },
        darkModeSwitchLabel: '外观',
        sidebarMenuLabel: '菜单',
        returnToTopLabel: '回到顶部',
        langMenuLabel: '语言',
      },
    },
  },
});
