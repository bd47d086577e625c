import type { SmiKind } from '../kind.ts'
import { sdkGroup, makeSdkSplit, sdkTarget, sdkTcpRoute } from './sdk-main.ts'

/**
 * Open Service Mesh took the SDK's CRDs over, but for UDPRoute, and serves TrafficSplit as v1alpha2 beside access
 * v1alpha3 and specs v1alpha4.
 */
export const osm: readonly SmiKind[] = [sdkTarget, sdkGroup, sdkTcpRoute, makeSdkSplit('v1alpha2')]
