const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** UCUM’s atoms that take a prefix. */
const METRIC = words(`
  m s g rad K C cd mol sr Hz N Pa J W A V F Ohm S Wb Cel T H lm lx Bq Gy Sv l L ar t bar u pc [c] [h] [k]
  [eps_0] [mu_0] [e] eV [m_e] [m_p] [G] [g] [ly] gf Ky Gal dyn erg P Bi St Mx G Oe Gb sb Lmb ph Ci R RAD REM
  cal_[15] cal_[20] cal_m cal_IT cal_th cal tex m[H2O] m[Hg] eq osm g% kat U [iU] [IU] Np B B[SPL] B[V] B[mV]
  B[uV] B[10.nV] B[W] B[kW] st mho bit By Bd
`);
/** UCUM’s atoms that take none. */
const PLAIN = words(`
  10* 10^ [pi] % [ppth] [ppm] [ppb] [pptr] deg gon ' '' min h d a_t a_j a_g a wk mo_s mo_j mo_g mo AU Torr atm
  [in_i] [ft_i] [yd_i] [mi_i] [fth_i] [nmi_i] [kn_i] [sin_i] [sft_i] [syd_i] [cin_i] [cft_i] [cyd_i] [bf_i]
  [cr_i] [mil_i] [cml_i] [hd_i] [ft_us] [yd_us] [in_us] [rd_us] [ch_us] [lk_us] [rch_us] [rlk_us] [fth_us]
  [fur_us] [mi_us] [acr_us] [srd_us] [smi_us] [sct] [twp] [mil_us] [in_br] [ft_br] [rd_br] [ch_br] [lk_br]
  [fth_br] [pc_br] [yd_br] [mi_br] [nmi_br] [kn_br] [acr_br] [gal_us] [bbl_us] [qt_us] [pt_us] [gil_us] [foz_us]
  [fdr_us] [min_us] [crd_us] [bu_us] [gal_wi] [pk_us] [dqt_us] [dpt_us] [tbs_us] [tsp_us] [cup_us] [foz_m]
  [cup_m] [tsp_m] [tbs_m] [gal_br] [pk_br] [bu_br] [qt_br] [pt_br] [gil_br] [foz_br] [fdr_br] [min_br] [gr]
  [lb_av] [lbf_av] [oz_av] [dr_av] [scwt_av] [lcwt_av] [ston_av] [lton_av] [stone_av] [pwt_tr] [oz_tr] [lb_tr]
  [sc_ap] [dr_ap] [oz_ap] [lb_ap] [oz_m] [lne] [pnt] [pca] [pnt_pr] [pca_pr] [pied] [pouce] [ligne] [didot]
  [cicero] [degF] [degR] [degRe] [Cal] [Btu_39] [Btu_59] [Btu_60] [Btu_m] [Btu_IT] [Btu_th] [Btu] [HP] [den]
  [in_i'H2O] [in_i'Hg] [PRU] [wood'U] [diop] [p'diop] %[slope] [mesh_i] [Ch] [drp] [hnsf'U] [MET] [hp'_X]
  [hp'_C] [hp'_M] [hp'_Q] [hp_X] [hp_C] [hp_M] [hp_Q] [kp_X] [kp_C] [kp_M] [kp_Q] [pH] [S] [HPF] [LPF] [arb'U]
  [USP'U] [GPL'U] [MPL'U] [APL'U] [beth'U] [anti'Xa'U] [todd'U] [dye'U] [smgy'U] [bdsk'U] [ka'U] [knk'U]
  [mclg'U] [tb'U] [CCID_50] [TCID_50] [EID_50] [PFU] [FFU] [CFU] [IR] [BAU] [AU] [Amb'a'1'U] [PNU] [Lf] [D'ag'U]
  [FEU] [ELU] [EU] Ao b att [psi] circ sph [car_m] [car_Au] [smoot] [m/s2/Hz^(1/2)] bit_s
`);
const PREFIXES = words('E G Gi Ki M Mi P T Ti Y Z a c d da f h k m n p u y z');

const LENGTH_MAX = 200;
/** A simple unit with its exponent: what is in brackets may hold anything, `10*` and `10^` are atoms. */
const UNIT = /^(10[*^]|(?:\[[^\]\s]*\]|[A-Za-z%'"_*])+)([+-]?\d+)?$/;
const FACTOR = /^\d+$/;
const ANNOTATION = /\{[ -z|~]*\}/g;

/** Whether a code is a unit by UCUM’s grammar and table: `mg/dL`, `10*3/uL`, `{score}`, `mm[Hg]`; in its case-sensitive form. */
export function isUcumUnit(code: string): boolean {
  if (code.length === 0 || code.length > LENGTH_MAX) return false;
  // An annotation stands after a component, or in its place: then it means one.
  const bare = code.replace(ANNOTATION, (_text, at: number) =>
    at === 0 || '/.('.includes(code[at - 1] ?? '') ? '1' : '',
  );
  return isTerm(bare.startsWith('/') ? bare.slice(1) : bare);
}

/** Components between `.` and `/`, of which some may be terms in parentheses, and some have these signs in brackets. */
function isTerm(term: string): boolean {
  let depth = 0;
  let from = 0;
  for (let at = 0; at <= term.length; at += 1) {
    const char = term[at];
    if (char === '(' || char === '[') depth += 1;
    else if (char === ')' || char === ']') depth -= 1;
    else if (depth === 0 && (char === undefined || char === '.' || char === '/')) {
      if (!isComponent(term.slice(from, at))) return false;
      from = at + 1;
    }
    if (depth < 0) return false;
  }
  return depth === 0;
}

function isComponent(text: string): boolean {
  if (text.startsWith('(') && text.endsWith(')')) return isTerm(text.slice(1, -1));
  if (FACTOR.test(text)) return true;
  const atom = UNIT.exec(text)?.[1];
  return atom !== undefined && (METRIC.has(atom) || PLAIN.has(atom) || isPrefixed(atom));
}

function isPrefixed(atom: string): boolean {
  return [1, 2].some((length) => PREFIXES.has(atom.slice(0, length)) && METRIC.has(atom.slice(length)));
}
