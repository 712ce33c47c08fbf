"""Text in, calls out: cleaning, the model providers, and the offline parser behind them."""
