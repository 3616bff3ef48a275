import { start } from './core/router.js';
import { showArticle } from './views/article.js';
import { showArticles } from './views/articles.js';
import { showDrop } from './views/drop.js';
import { showIssue } from './views/issue.js';
import { showIssues } from './views/issues.js';
import { showOverview } from './views/overview.js';
import { showStatus } from './views/status.js';

start([
  { path: /^$/, nav: '', show: showOverview },
  { path: /^issues$/, nav: 'issues', show: showIssues },
  { path: /^issues\/([^/]+)$/, nav: 'issues', show: showIssue },
  { path: /^articles$/, nav: 'articles', show: showArticles },
  { path: /^articles\/([^/]+)$/, nav: 'articles', show: showArticle },
  { path: /^drop$/, nav: 'drop', show: showDrop },
  { path: /^status$/, nav: 'status', show: showStatus },
]);
