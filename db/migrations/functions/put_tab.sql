-- Gives a tab back its table, its bills, and that it is open, as staff_value has them. The caller has locked it.
-- Writes: cold.tab, tab_bill, outbox. Raises: OC087 another has the table by now; OC089 a bill that would not be is paid.
create or replace function app.put_tab(p_turn app.turn, p_tab uuid, p_value jsonb) returns void
  language plpgsql volatile
  set search_path = pg_catalog, app, pg_temp
as $$
begin
  if exists (
    select from cold.tab_bill b
    where b.tenant_id = p_turn.tenant_id and b.tab_id = p_tab and b.void_at is null
      and not p_value -> 'bills' @> to_jsonb(b.bill_no) and app.is_bill_paid(b.tenant_id, b.tab_id, b.bill_no))
  then
    raise exception 'tab %: a bill is paid', p_tab
      using errcode = 'OC089', detail = jsonb_build_object('why', 'paid', 'table', p_value ->> 'table');
  end if;
  perform app.tell_move(p_turn.tenant_id, p_tab, t.table_no, p_value ->> 'table') from cold.tab t
  where t.tenant_id = p_turn.tenant_id and t.tab_id = p_tab and t.table_no <> p_value ->> 'table';
  update cold.tab t set
    table_no = p_value ->> 'table', merged_into = (p_value ->> 'merged_into')::uuid,
    closed_at = case when not (p_value ->> 'is_open')::boolean then t.closed_at end,
    closed_by = case when not (p_value ->> 'is_open')::boolean then t.closed_by end
  where t.tenant_id = p_turn.tenant_id and t.tab_id = p_tab;
  update cold.tab_bill b set void_at = case when p_value -> 'bills' @> to_jsonb(b.bill_no) then null else p_turn.at end
  where b.tenant_id = p_turn.tenant_id and b.tab_id = p_tab
    and (b.void_at is null) <> (p_value -> 'bills' @> to_jsonb(b.bill_no));
  perform app.tell_rooms(p_turn.tenant_id, o.order_id) from app.tab_orders(p_turn.tenant_id, p_tab) o;
exception when unique_violation then
  raise exception 'table % is taken', p_value ->> 'table'
    using errcode = 'OC087', detail = jsonb_build_object('table', p_value ->> 'table');
end
$$;
