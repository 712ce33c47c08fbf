-- Why a line of an old order is not in the cart, in the form of SessionView.differences: without a line_no.
create or replace function app.not_reordered(p_ordered jsonb, p_difference jsonb) returns jsonb
  language plpgsql immutable
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  return jsonb_build_object('differences', jsonb_build_array(
    p_difference || jsonb_build_object('item_name', p_ordered -> 'item_name')));
end
$$;
