"""A plan is built: one task a sheet. What each line means stands in `tui.presenters.plan.rows`."""
