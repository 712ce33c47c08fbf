-- What the summary of a day answers.
create or replace function app.summary_questions() returns text[]
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return array['revenue', 'orders', 'top_items', 'cancellations', 'refunds', 'new_customers', 'unmatched_demand'];
end
$$;
