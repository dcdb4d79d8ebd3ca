import { ZenmlClient, type ZenmlClientOptions } from '../zenml';

/** What the provider's own arguments say of how resources behave. */
export interface ProviderSettings {
  /** A create whose name is taken takes over the object that has it, where that is exactly as planned. */
  readonly adoptExisting: boolean;
  /** Plans do not ask the server's catalog. */
  readonly skipValidation: boolean;
}

const DEFAULT_SETTINGS: ProviderSettings = { adoptExisting: false, skipValidation: false };

/** The client that resources and data sources get, with the provider's settings. */
export class ProviderClient extends ZenmlClient {
  constructor(
    options: ZenmlClientOptions,
    readonly settings: ProviderSettings = DEFAULT_SETTINGS,
  ) {
    super(options);
  }
}
