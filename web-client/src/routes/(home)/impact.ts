import type { Assessment, PlanDetail } from '$lib/api/types';

/** One figure or finding about a whole plan, and who says so. */
export interface Finding {
  id: string;
  voice: Assessment['voice'];
  /** Of 1; null for a finding in words. */
  share: number | null;
  count: number | null;
  outOf: number | null;
  /** A code of the aspect (`limited`), for findings in words. */
  code: string | null;
  aspect: Assessment['aspect'];
  statement_es: string | null;
  statement_en: string | null;
}

/** Compliance and results of one plan, side by side and never mixed. Empty lists: no source says. */
export interface PlanImpact {
  id: string;
  number: number;
  title_es: string | null;
  title_en: string | null;
  compliance: Finding[];
  results: Finding[];
}

const finding = (assessment: Assessment): Finding => {
  const { value, out_of, unit } = assessment;
  const counted = unit === 'commitments' && value !== null && out_of !== null && out_of > 0;
  return {
    id: assessment.id,
    voice: assessment.voice,
    share: value === null ? null : counted ? value / out_of : unit === 'percent' ? value / 100 : null,
    count: counted ? value : null,
    outOf: counted ? out_of : null,
    code: assessment.code,
    aspect: assessment.aspect,
    statement_es: assessment.statement_es,
    statement_en: assessment.statement_en,
  };
};

export function planImpact(plan: Pick<PlanDetail, 'id' | 'number' | 'title_es' | 'title_en' | 'assessments'>): PlanImpact {
  const of = (...aspects: Assessment['aspect'][]) => plan.assessments.filter(({ aspect }) => aspects.includes(aspect));
  return {
    id: plan.id,
    number: plan.number,
    title_es: plan.title_es,
    title_en: plan.title_en,
    compliance: of('compliance', 'completion').map(finding),
    // The parts of the total (marginal, major, outstanding) belong to the plan's own page.
    results: of('early_results')
      .filter(({ code }) => code === null)
      .map(finding),
  };
}

const hasFigure = (findings: readonly Finding[]) => findings.some(({ share }) => share !== null);

export interface ImpactSummary {
  plans: number;
  withCompliance: number;
  withResults: number;
  /** The newest plan with a count of commitments that showed results. */
  latest: { plan: PlanImpact; count: number; outOf: number } | null;
}

export function impactSummary(plans: readonly PlanImpact[]): ImpactSummary {
  const counted = plans.flatMap((plan) =>
    plan.results.flatMap(({ count, outOf }) => (count === null || outOf === null ? [] : [{ plan, count, outOf }])),
  );
  return {
    plans: plans.length,
    withCompliance: plans.filter(({ compliance }) => hasFigure(compliance)).length,
    withResults: plans.filter(({ results }) => hasFigure(results)).length,
    latest: counted.sort((a, b) => b.plan.number - a.plan.number)[0] ?? null,
  };
}
