-- Settles that the order is eaten here, at a table; null asks at which. Where the shop counts no tables, any will do.
-- Writes: as settle_way. Raises: OC013, OC017, OC050 there is no such table.
create or replace function app.choose_table(p_tenant uuid, p_turn jsonb, p_table text) returns jsonb
  language plpgsql volatile security definer
  set search_path = pg_catalog, app, pg_temp
as $$
declare
  v_turn app.turn := app.begin_turn(p_tenant, p_turn, true);
  v_question jsonb := app.table_question(p_tenant);
  v_table text := (
    select d.table_no from cold.dining_table d where d.tenant_id = p_tenant and upper(d.table_no) = upper(p_table)
    order by d.table_no = p_table desc limit 1);
begin
  if v_turn.replayed then
    return app.session_view(v_turn);
  elsif p_table is null then
    return app.session_view(v_turn, jsonb_build_object('quote', jsonb_build_object(
      'problems', jsonb_build_array(v_question))));
  elsif v_table is not null then
    return app.settle_way(v_turn, 'dine_in', jsonb_build_object('table_no', v_table));
  elsif exists (select from cold.dining_table d where d.tenant_id = p_tenant) then
    raise exception 'there is no such table' using errcode = 'OC050', detail = jsonb_build_object(
      'table', left(p_table, 12),
      'offered', (select string_agg(t.value, ', ' order by t.ordinality)
                  from jsonb_array_elements_text(v_question -> 'tables') with ordinality t));
  end if;
  return app.settle_way(v_turn, 'dine_in', '{}');
end
$$;
