import type { OrganKind } from './report.ts';

export const organKinds: readonly OrganKind[] = ['政府', '部门', '乡镇街道', '其他'];

/** The keys of the front matter, in the order in which they are offered. */
export const frontMatterKeys = ['年报', '年度', '机关', '机关类型', '格式', '上年报告', '下级报告'] as const;
