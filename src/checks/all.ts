import { ITopologyCheck } from '../model/check';

export const CHECKS: ITopologyCheck[] = [];
