"""The pages of signing in. All stand outside every agency: `foundation.webkit.outside`."""
